"""Read-only panels: contacts, a guide, the sources of an outcome."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.formatting import checked_line, data_line, operator_line, source_texts
from jknassist.core.flow.model import Guide, Outcome, Provenance
from jknassist.core.flow.summary import current_contacts
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.contact_topics import DIRECT, TOPICS, ContactsGrid, Topic
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.column_grid import lay_in_full_rows
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.flow_row import FlowRow
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED
from jknassist.gui.widgets.step_card import StepCard
from jknassist.gui.widgets.wrapping_button import WrappingButton

SIDES = (108, 92, 72, 48, 48)
"""Side of the picture of a step in pixels at scale 1, for each density of the paged area."""

LETTERS_OF_A_STEP = 30
"""Width in letters from which the steps of a guide have two columns."""


class ContactsPanel(Panel):
    """The contacts by which a person is reached, and buttons to what else the help holds."""

    show_wanted = Signal()
    fraud_warning_wanted = Signal()
    sheet_wanted = Signal()
    topic_wanted = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.contacts_title, context)
        if not context.is_kiosk:
            self.add_foot(context.words.show_member, "secondary").clicked.connect(self.show_wanted)
            # For staff who are phoned by a member with a sheet.
            sheet = self.add_foot(context.words.sheet_button, "secondary")
            sheet.clicked.connect(self.sheet_wanted)
        words, knowledge = context.words, context.knowledge
        if knowledge.safety.goes_to:
            self.add_foot(words.danger_button, "danger").clicked.connect(self.fraud_warning_wanted)
        self._text = text_label(words.contacts_text)
        self.column.addWidget(self._text)
        self.explain(words.contacts_text)
        rows = tuple(row for row in current_contacts(knowledge) if row.channel in DIRECT)
        self._grid = ContactsGrid(rows, context)
        self._grid.copy_wanted.connect(self.copy_wanted)
        self.column.addWidget(self._grid)
        topics = FlowRow(max(context.theme.px("gap") // 2, context.theme.apart), even=True)
        topics.hold([self._button_of(topic) for topic in TOPICS])
        self._topics = topics
        self._last_topic = topics.findChildren(WrappingButton)[-1]
        self._last_below = self._lead(
            self.add_foot(TOPICS[-1].title(words), "secondary"), TOPICS[-1]
        )
        self.column.addWidget(topics)
        self.column.addStretch()

    def _button_of(self, topic: Topic) -> WrappingButton:
        return self._lead(button(topic.title(self.context.words), "quiet"), topic)

    def _lead(self, made: WrappingButton, topic: Topic) -> WrappingButton:
        """Let a button lead to a topic, and return it."""
        made.clicked.connect(lambda: self.topic_wanted.emit(topic))
        return made

    @override
    def set_density(self, density: int) -> None:
        """Use two columns if the width allows."""
        super().set_density(density)
        self._text.use_whole_width(whole=density >= DENSE)
        self._grid.arrange(self.area, self.column.spacing())
        self._put_last_topic(below=density < PAGINATED and self.foot_fits_in_one_row(turning=False))

    def _put_last_topic(self, *, below: bool) -> None:
        """Put the last topic into the bottom row, where it might take a row of its own."""
        self._last_topic.setHidden(below)
        self._last_below.setVisible(below)
        self._topics.refit()


class FraudWarningPanel(Panel):
    """The fraud warning over a panel whose input must not be discarded; closing returns to it."""

    takes_along = False

    def __init__(self, warning: Outcome, context: UiContext) -> None:
        super().__init__(warning.title, context, close=context.words.back)
        self.add_text(warning.cause)
        actions = tuple(action.text for action in warning.actions)
        self.add_points(actions)
        self.explain(warning.cause, *(f"{at}. {text}" for at, text in enumerate(actions, 1)))
        self.add_safety_line()
        for row in current_contacts(context.knowledge):
            if row.id in warning.contacts:
                self.add_text(f"{row.label}: {row.shown}", "big")
        self.column.addStretch()


class GuidePanel(Panel):
    """One guide: its points, what to bring, and the operators if it lists them."""

    def __init__(self, guide: Guide, context: UiContext) -> None:
        super().__init__(guide.title, context)
        words = context.words
        self.add_text(guide.text)
        self._add_steps(guide)
        self.explain(guide.text, *(f"{at}. {point}" for at, point in enumerate(guide.points, 1)))
        self.add_frame(
            "note", f"{words.bring_title} {', '.join(guide.bring)}." if guide.bring else ""
        )
        if guide.lists_operators:
            self.add_text(words.operators_title, "big")
            self.add_text(words.operators_text)
            for operator in context.knowledge.operators:
                self.add_text(operator_line(words, operator))
                self.add_text(operator.note, "hint")
        self._checked = text_label(checked_line(context.knowledge, guide.provenance), "hint")
        self.column.addWidget(self._checked)
        self.column.addStretch()

    def _add_steps(self, guide: Guide) -> None:
        """Add the points as steps with their pictures; without pictures as a numbered list."""
        self._cards: list[StepCard] = []
        if len(guide.pictures) != len(guide.points):
            self.add_points(guide.points)
            return
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        rows = zip(guide.points, guide.pictures, strict=True)
        self._cards = [
            StepCard(number, text, picture, self.context)
            for number, (text, picture) in enumerate(rows, 1)
        ]
        lay_in_full_rows(self._grid, self._cards, 1)
        self.column.addWidget(inside)

    @override
    def set_density(self, density: int) -> None:
        """Set the size of the pictures, and two columns if the width allows."""
        super().set_density(density)
        self._checked.use_whole_width(whole=density >= DENSE)
        if not self._cards:
            return
        width = self.area.width()
        columns = 2 if width >= 2 * LETTERS_OF_A_STEP * self.fontMetrics().averageCharWidth() else 1
        self._grid.setSpacing(self.column.spacing())
        lay_in_full_rows(self._grid, self._cards, columns)
        side = round(SIDES[density] * self.context.theme.scale)
        for card in self._cards:
            card.arrange(side, beside=True, tight=density >= DENSE)
            # A long word, as the name of an account, takes its room from the picture.
            over = card.minimumSizeHint().width() - width // columns
            if 0 < over < side:
                card.arrange(side - over, beside=True, tight=density >= DENSE)


class SourcesPanel(Panel):
    """The sources of the advice of one outcome."""

    def __init__(self, outcome: Outcome, context: UiContext) -> None:
        super().__init__(context.words.sources_title, context)
        self._add(outcome.title, outcome.provenance)
        for contact_id in outcome.contacts:
            contact = context.knowledge.contact_by_id[contact_id]
            self._add(contact.label, contact.provenance)
        self.add_text(data_line(context.knowledge), "hint")
        self.column.addStretch()

    def _add(self, title: str, provenance: Provenance) -> None:
        self.add_text(title, "label")
        self.add_text(checked_line(self.context.knowledge, provenance))
        for source in source_texts(self.context.knowledge, provenance):
            self.add_text(source, "hint")

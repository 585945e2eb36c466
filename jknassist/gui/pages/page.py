"""Base classes of wizard pages; a question page has a step count, picture, question and answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from jknassist.core.flow.model import Step
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.widgets.factories import button, heading_label, text_label
from jknassist.gui.widgets.page_frame import PageFrame
from jknassist.gui.widgets.paged_area import DENSE
from jknassist.gui.widgets.picture import SvgPicture

PICTURES = (150, 92, 64, 0, 0)
"""Sides of the page picture in pixels at scale 1, for each density of the paged area."""

GAPS = (1.0, 1.0, 0.5, 0.3, 0.3)
"""Factors of the gaps of a page, for each density of the paged area."""


LETTERS_BESIDE = 27
"""Width in letters of the heading from which the picture is placed beside it."""


class Page(QWizardPage):
    """Base class of wizard pages: what questions and outcomes have in common.

    Subclasses add their widgets to `column`; `set_density` adapts them to a density level.
    """

    copy_wanted = Signal(str, object)
    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, title: str, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.frame = PageFrame(title, context)
        self.area = self.frame.area
        self.area.set_density = self.set_density
        self.column = self.frame.column
        outer.addWidget(self.frame)

    def set_density(self, density: int) -> None:
        """Adapt sizes and gaps to a density level of the paged area."""

    def activate(self, where: str) -> None:
        """Prepare to be shown; `where` says how far the visit is."""

    def may_leave(self) -> bool:
        """Return whether to go on; if not, show the next screen page or what is missing."""
        return not self.area.turn(1)

    def choose_by_digit(self, digit: str) -> None:
        """Choose the answer that has a digit, if there is one."""

    def write(self, text: str) -> bool:  # noqa: ARG002  pages with a field for words take it
        """Insert text typed outside a field into the field; return whether there is one."""
        return False


class QuestionPage(Page):
    """The page of one step. Subclasses fill `top` and `column`, and call `set_answer`."""

    answered = Signal(object)
    went_on = Signal()
    place_wanted = Signal(str)
    number_typed = Signal(str)
    list_wanted = Signal()
    sheet_typed = Signal(str)
    sheet_wanted = Signal()
    statistics_wanted = Signal()
    contacts_wanted = Signal()

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step.title, context)
        self.step = step
        self.given: Answer | None = None
        self.heading = heading_label(step.title, step.text, step.hint)
        name = context.words.picture_name.format(title=step.title)
        self.picture = SvgPicture(step.picture, 0, context.icons, name)
        self.fault = text_label("", "fault")
        self.explanation = tuple(
            text_label(text, name)
            for text, name in ((step.text, "text"), (step.hint, "hint"))
            if text
        )
        self.how_to: QPushButton | None = None
        self._below_heading = self._make_below_heading()
        self.top = self._make_top()

    def _make_top(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.context.theme.px("gap"))
        self._words = QVBoxLayout()
        self._words.setSpacing(self.context.theme.px("gap_small"))
        self._words.addWidget(self.heading)
        self._words.addWidget(self._below_heading)
        self._words.addStretch()
        row.addLayout(self._words, 1)
        row.addLayout(self._side())
        return row

    def _make_below_heading(self) -> QStackedWidget:
        """Return the label of the explanation, which also shows what is missing.

        It keeps the height of the taller of both texts, so that no field moves under the pointer.
        """
        turns, explained = QStackedWidget(), QWidget()
        self._explained = QVBoxLayout(explained)
        self._explained.setContentsMargins(0, 0, 0, 0)
        self._explained.setSpacing(self.context.theme.px("gap_small"))
        for label in self.explanation:
            self._explained.addWidget(label)
        self.fault.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        turns.addWidget(explained)
        turns.addWidget(self.fault)
        return turns

    def _side(self) -> QVBoxLayout:
        """Return the column with the picture of the question and the button of its guide."""
        side = QVBoxLayout()
        side.setSpacing(self.context.theme.px("gap_small"))
        side.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignRight)
        if self.step.guide:
            self.how_to = button(self.context.words.how_to)
            self.how_to.clicked.connect(self._want_guide)
            side.addWidget(self.how_to, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        return side

    @override
    def set_density(self, density: int) -> None:
        theme = self.context.theme
        self.picture.resize_to(round(PICTURES[density] * theme.scale))
        beside = (
            self.frame.width() >= LETTERS_BESIDE * self.heading.fontMetrics().averageCharWidth()
        )
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.top.setDirection(side_by_side if beside else stacked)
        for label in self.explanation:
            label.use_whole_width(whole=density >= DENSE)
        told = bool(self.explanation) and not self.gives_way(density)
        self._below_heading.setVisible(told or self.is_faulted())
        self.column.setSpacing(round(GAPS[density] * theme.px("gap")))

    def explain_below(self, count: int) -> None:
        """Put the last sentences of the explanation below everything else, the others above."""
        above = self.explanation[: len(self.explanation) - count]
        for label in self.explanation:
            column = self._explained if label in above else self.column
            if column.indexOf(label) < 0:
                column.addWidget(label)
                label.show()  # Qt hides what changes its parent, and shows it a moment later
        self._below_heading.setVisible(bool(above) or self.is_faulted())

    def gives_way(self, density: int) -> bool:  # noqa: ARG002  the number page asks for it
        """Return whether to hide the explanation at a density."""
        return False

    def is_faulted(self) -> bool:
        """Return whether the label of the explanation shows what is missing."""
        return self._below_heading.currentWidget() is self.fault

    @override
    def activate(self, where: str) -> None:
        self.frame.begin()
        self.focus_first(self.begins_at())
        announce(self.heading, where)

    def begins_at(self) -> QWidget:
        """Return the widget that gets the focus when the page is shown."""
        return self.heading

    def focus_first(self, widget: QWidget) -> None:
        """Set the focus after the page change, during which QWizard moves the focus itself."""
        call_later(self, widget.setFocus)

    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Show an earlier answer to this step, and use the one this step compares with."""
        self.given = given

    def set_answer(self, given: Answer | None) -> None:
        """Set the answer, or clear it with None, and notify the wizard."""
        self.given = given
        self._below_heading.setCurrentIndex(0)
        if given is not None:
            self.answered.emit(given)

    def complain(self, sentence: str) -> None:
        """Show above the answers what is missing."""
        self.fault.setText(sentence)
        self._below_heading.setCurrentWidget(self.fault)
        self._below_heading.show()
        self.fault.setAccessibleName(sentence)
        self.area.show_widget(self.fault)
        announce(self.fault, sentence, urgent=True)

    def what_is_missing(self) -> str:
        """Return the message for a question that is not answered yet."""
        return self.context.words.choose_first

    @override
    def may_leave(self) -> bool:
        if self.given is None and not self.area.turn(1):
            self.complain(self.what_is_missing())
        return self.given is not None

    def fill_in(self, text: str) -> None:
        """Put a text into the field of the page, if it has one."""

    def _want_guide(self) -> None:
        self.guide_wanted.emit(self.step.guide)

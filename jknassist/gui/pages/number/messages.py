"""What the number page says about a number: in its heading, in a note, and to screen readers."""

from PySide6.QtCore import QMargins, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.phone.check import diagnose
from jknassist.gui.pages.number.field import NumberField
from jknassist.gui.pages.number.findings import sentences
from jknassist.gui.pages.number.suggestions import NumberSuggestions
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.qt.announcements import announce, joined_sentences, tell_listeners
from jknassist.gui.qt.widget_size import UNLIMITED
from jknassist.gui.widgets.factories import frame, text_label

TOO_LONG = "08683083156408"
"""Invented digits with the longest note: for their place on the page, which no note outgrows."""


class NumberMessages(QObject):
    """Writes the heading of a number page, and holds the labels for what else is said."""

    def __init__(self, page: QuestionPage, entry: NumberField, offers: NumberSuggestions) -> None:
        super().__init__(page)
        self._step, self._words = page.step, page.context.words
        self._heading, self._entry, self._offers = page.heading, entry, offers
        self.rest = text_label("")
        self.rest.use_whole_width(whole=True)
        self.message = text_label("")
        self.note = frame("note", self.message, theme=page.context.theme)
        too_long = diagnose(TOO_LONG, page.context.plan)
        self._longest = "\n".join(sentences(too_long, page.context, only_final=True))
        self._withheld = self._headed = False
        self._below_heading = page.below_heading
        self.place = QWidget()
        column = QVBoxLayout(self.place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addStretch()
        self._below_heading.addWidget(self.place)
        # One announcement for all changes of this event-loop turn: each would be spoken.
        self._explaining = QTimer(self, singleShot=True)
        self._explaining.timeout.connect(self._explain_entry)

    def say(self, said: tuple[str, ...]) -> None:
        """Store the messages; they become the description of the field or of the first offer."""
        new = "\n".join(said)
        explained = self._offers.explain(*said)
        if new != self.message.text() and explained:
            tell_listeners(self._heading, *said)  # where there are offers the note is not shown
        elif new != self.message.text():
            announce(self.message, *said)
        self.message.setText(new)
        self._show()
        self._explaining.start()

    def keep_place(self, width: int, *, alone: bool) -> int:
        """Keep the height of the longest note at a width, none for a width of 0; return it.

        Where a note is `alone`, no more of the explanation is shown than fits into its place.
        """
        height = self._note_height(width) if width else 0
        self._below_heading.setMinimumHeight(height)
        self._below_heading.setMaximumHeight(height if alone and height else UNLIMITED)
        return height

    def withhold(self, *, withheld: bool) -> None:
        """Show no note where it has no room while a number is typed; it is heard all the same."""
        self._withheld = withheld
        self._show()

    def are_noted(self) -> bool:
        """Return whether a note stands in place of the explanation."""
        return not self.note.isHidden()

    def _show(self) -> None:
        noted = bool(self.message.text()) and not (self._withheld or self._headed)
        self.note.setVisible(noted)
        if noted:
            self._below_heading.setCurrentWidget(self.place)
            self._below_heading.show()
        elif self._below_heading.currentWidget() is self.place:
            self._below_heading.setCurrentIndex(0)

    def _note_height(self, width: int) -> int:
        for widget in (self.note, self.message):
            widget.ensurePolished()
        inside, outside = self.note.layout(), self.note.contentsMargins()
        within = inside.contentsMargins() if inside is not None else QMargins()
        sides = within.left() + within.right() + outside.left() + outside.right()
        ends = within.top() + within.bottom() + outside.top() + outside.bottom()
        return self.message.height_of(self._longest, width - sides) + ends

    def head(self, heading: str, *rest: str) -> None:
        """Make a finding the heading of the page; an empty one restores the question."""
        step = self._step
        self._heading.setText((heading or step.title).rstrip("."))
        about = rest if heading else (step.text, step.hint)
        self._heading.setAccessibleName(
            joined_sentences(heading or step.title, *filter(None, about))
        )
        self.rest.setText("\n".join(rest))
        self.rest.setVisible(bool(rest))
        self._headed = bool(heading)  # which says it all
        self._show()

    def _explain_entry(self) -> None:
        """Set the accessible description of the field: the messages, or else the explanation."""
        step, said = self._step, self.message.text()
        about = (said,) if said else (step.title, step.text, step.hint)
        self._entry.setAccessibleDescription(joined_sentences(*about, self._words.number_privacy))

"""What the number page says about a number: in its heading, in a note, and to screen readers."""

from PySide6.QtCore import QObject, QTimer

from jknassist.gui.pages.number.field import NumberField
from jknassist.gui.pages.number.suggestions import NumberSuggestions
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.qt.announcements import announce, joined_sentences, tell_listeners
from jknassist.gui.widgets.factories import frame, text_label


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
        self.note.setVisible(bool(said))
        self._explaining.start()

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

    def _explain_entry(self) -> None:
        """Set the accessible description of the field: the messages, or else the explanation."""
        step, said = self._step, self.message.text()
        about = (said,) if said else (step.title, step.text, step.hint)
        self._entry.setAccessibleDescription(joined_sentences(*about, self._words.number_privacy))

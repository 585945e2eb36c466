"""Typing outside a field: tells a single digit, which chooses an answer, from text.

A scanner types a whole number at once, and people begin to type before they have clicked a field:
neither must choose an answer by its digits.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from jknassist.core.typing_compat import override

PAUSE = 300
"""Milliseconds without a further character after which a digit stands alone."""

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PRESSES = ENTER_KEYS | {Qt.Key.Key_Space}
PLAIN = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


class OutsideTyping(QObject):
    """Takes the characters that no widget wanted.

    A digit with nothing after it is given to `choose`, at once where Enter or a click follows. All
    else is text and given to `write`, which returns whether a field took it and has the focus now.
    Enter at the end of a text that no field took does nothing: a scanner presses it.
    """

    def __init__(
        self, choose: Callable[[str], None], write: Callable[[str], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._write = write
        self._digit = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.settle)

    def take(self, event: QKeyEvent) -> bool:
        """Take a key press if it is a character; return whether it is."""
        character = event.text()
        plain = not event.modifiers() & ~PLAIN and not event.isAutoRepeat()
        seen = len(character) == 1 and character.isprintable() and not character.isspace()
        if plain and seen:
            self._add(character)
        return plain and seen

    def note_text(self) -> None:
        """Count a character that was stopped on its way: the digits around it are no choice."""
        self._begin()
        self._digit = ""

    def settle(self) -> None:
        """End what is being typed; a digit that stands alone chooses an answer."""
        digit = self._digit
        self.forget()
        if digit:
            self._choose(digit)

    def forget(self) -> None:
        """Drop what is being typed."""
        self._digit = ""
        self._pause.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _add(self, character: str) -> None:
        first = not self._pause.isActive()
        self._begin()
        if first and character.isascii() and character.isdigit():
            self._digit = character
            return
        held, self._digit = self._digit, ""
        if self._write(held + character):
            self.forget()

    def _begin(self) -> None:
        """Begin, or go on; meanwhile Enter, space and clicks are looked at before all others."""
        app = QCoreApplication.instance()
        if app is not None and not self._pause.isActive():
            app.installEventFilter(self)
        self._pause.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and clicks come after a digit, and drop Enter and space behind a text."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.settle()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return event.key() in PRESSES and self._ends(event.key())
        return False

    def _ends(self, key: int) -> bool:
        """End at Enter; return whether it, or a space, belongs to a text and is to be dropped."""
        text = not self._digit
        if key == Qt.Key.Key_Space and self._digit and self._write(f"{self._digit} "):
            self.forget()
            return True
        if key in ENTER_KEYS or not text:
            self.settle()
        return text

"""Typing outside a field: distinguishes a single digit, which chooses an answer, from text.

A scanner types a whole number at once, and people start to type before they click a field; the
digits of such a text must not choose answers.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from jknassist.core.typing_compat import override

PAUSE = 300
"""Milliseconds without another character after which a digit counts as single."""

ENTER_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PRESSES = ENTER_KEYS | {Qt.Key.Key_Space}
PLAIN = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)


class OutsideTyping(QObject):
    """Handles the characters that no widget has accepted.

    A single digit is passed to `choose`, immediately if Enter or a click follows. Anything else is
    text and passed to `write`, which returns whether a field accepted it and has the focus. Enter
    after a text that no field accepted is dropped, since scanners send it.
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
        """Accept a key press if it is a character; return whether it is."""
        character = event.text()
        plain = not event.modifiers() & ~PLAIN and not event.isAutoRepeat()
        seen = len(character) == 1 and character.isprintable() and not character.isspace()
        if plain and seen:
            self._add(character)
        return plain and seen

    def note_text(self) -> None:
        """Register a character that was filtered out: adjacent digits are part of a text."""
        self._begin()
        self._digit = ""

    def settle(self) -> None:
        """End the input; a single digit chooses an answer."""
        digit = self._digit
        self.forget()
        if digit:
            self._choose(digit)

    def forget(self) -> None:
        """Drop the input."""
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
        """Start or continue the input; Enter, space and clicks are filtered meanwhile."""
        app = QCoreApplication.instance()
        if app is not None and not self._pause.isActive():
            app.installEventFilter(self)
        self._pause.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by a pending digit before Enter and clicks; drop Enter and space after a text."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.settle()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return event.key() in PRESSES and self._ends(event.key())
        return False

    def _ends(self, key: int) -> bool:
        """End the input at Enter; return whether the key belongs to a text and is dropped."""
        text = not self._digit
        if key == Qt.Key.Key_Space and self._digit and self._write(f"{self._digit} "):
            self.forget()
            return True
        if key in ENTER_KEYS or not text:
            self.settle()
        return text

"""Line edit for what a visitor types: nothing is suggested, dropped or kept in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from jknassist.core.typing_compat import override

NO_SUGGESTIONS = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhSensitiveData


class TypedField(QLineEdit):
    """A line edit of at most `longest` characters, without context menu and drop.

    Without `paste` neither the keyboard nor the middle button (X11) pastes into it. Where it
    `takes_signs`, a kiosk too passes every character to it: one dropped would change what is read.
    """

    takes_signs = False

    def __init__(self, longest: int, *, paste: bool) -> None:
        super().__init__()
        self._paste = paste
        self.setMaxLength(longest)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setInputMethodHints(NO_SUGGESTIONS)

    def type_on(self, character: str) -> None:
        """Insert a character at the cursor."""
        self.insert(character)

    def erase(self) -> None:
        """Delete the selection, or the character before the cursor."""
        self.backspace()

    def wipe(self) -> None:
        """Clear the field and its undo history: `clear` alone could be undone."""
        self.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._paste or not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._paste or event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

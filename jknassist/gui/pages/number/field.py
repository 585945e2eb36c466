"""Input field for a phone number: accepts any text and changes none of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from jknassist.core.typing_compat import override

LONGEST = 120
"""Maximum length in characters; longer than any number with a name around it."""


class NumberField(QLineEdit):
    """A line edit without context menu and drop; a second entry blocks pasting too."""

    def __init__(self, *, paste: bool) -> None:
        super().__init__()
        self._paste = paste
        self.setMaxLength(LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )

    def type_on(self, digit: str) -> None:
        """Insert a digit at the cursor."""
        self.insert(digit)

    def erase(self) -> None:
        """Delete the selection, or the digit before the cursor."""
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
        # On X11 the middle button pastes.
        if self._paste or event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

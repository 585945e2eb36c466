"""The field a phone number is typed into: anything may be typed, nothing is changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from jknassist.core.typing_compat import override

LONGEST = 120
"""Characters that are kept; more than any number with a name around it needs."""


class NumberField(QLineEdit):
    """A line without menu and drop; for a second entry pasting is blocked too."""

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
        """Take a digit where the cursor stands."""
        self.insert(digit)

    def erase(self) -> None:
        """Erase the digit before the cursor, or what is marked."""
        self.backspace()

    def wipe(self) -> None:
        """Empty the field so that undo cannot bring anything back: `clear` could be undone."""
        self.setText("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._paste or not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The middle button pastes on X11.
        if self._paste or event.button() != Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

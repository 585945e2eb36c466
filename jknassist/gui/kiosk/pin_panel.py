"""PIN panel: asks the staff for the PIN on a keypad, with a lockout after wrong ones."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from jknassist.core.pin import MOST_DIGITS, tries_left, verify
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk.pin_attempts import PinAttempts
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.keypad import Keypad

TICK = 1000


class PinPanel(Panel):
    """Emits `opened` at the right PIN. Only the count of digits is shown, in no text field."""

    opened = Signal()

    def __init__(self, written: str, attempts: PinAttempts, context: UiContext) -> None:
        words = context.words
        super().__init__(words.staff_door_title, context, close=words.staff_door_back)
        self._written = written
        self._attempts = attempts
        self._typed = ""
        self.message = text_label(words.staff_door_text)
        self.column.addWidget(self.message)
        self.count = text_label("", "big")
        self.column.addWidget(self.count)
        self.keypad = self._keypad()
        self.open = self.add_foot(words.staff_door_open, "primary")
        self.open.clicked.connect(self.try_pin)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self._update_lockout)
        self._show_count()
        if attempts.wait_seconds():
            self._lock()

    def _keypad(self) -> Keypad:
        keypad = Keypad(self.context)
        keypad.digit.connect(self.type_on)
        keypad.erase.connect(self.erase)
        left_aligned = QVBoxLayout()
        left_aligned.addWidget(keypad, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(left_aligned)
        self.column.addStretch()
        return keypad

    def type_on(self, digit: str) -> None:
        """Append a digit."""
        if self.keypad.isEnabled() and len(self._typed) < MOST_DIGITS:
            self._typed += digit
            self._show_count()

    def erase(self) -> None:
        """Remove the last digit."""
        self._typed = self._typed[:-1]
        self._show_count()

    def erase_all(self) -> None:
        """Remove all digits."""
        self._typed = ""
        self._show_count()

    def try_pin(self) -> None:
        """Verify the PIN; the attempt is stored before that."""
        if not self._typed or self._attempts.wait_seconds():
            return
        pin = self._typed
        self.erase_all()
        self._attempts.count_wrong()
        if verify(pin, self._written):
            self._attempts.count_right()
            self.opened.emit()
        elif self._attempts.wait_seconds():
            self._lock()
        else:
            left = tries_left(self._attempts.tries)
            self._say(self.context.words.staff_door_wrong.format(left=left), fault=True)

    def _say(self, text: str, *, fault: bool) -> None:
        """Show what to do, or in the colour of a fault why nothing opened."""
        self.message.setText(text)
        self.message.draw_in(QColor(self.context.icons.palette.warn) if fault else None)

    def _lock(self) -> None:
        self._clock.start()
        self._update_lockout()

    def _update_lockout(self) -> None:
        """Update the remaining lockout; enable the keypad when it has ended."""
        left = self._attempts.wait_seconds()
        words = self.context.words
        text = words.staff_door_wait.format(seconds=left) if left else words.staff_door_text
        self._say(text, fault=bool(left))
        for part in (self.keypad, self.open):
            part.setEnabled(not left)
        if not left:
            self._clock.stop()

    def _show_count(self) -> None:
        self.count.setText(self.context.words.staff_door_typed.format(count=len(self._typed)))

    def take_key(self, key: int, text: str) -> None:
        """Handle a key of a hardware keyboard."""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.try_pin()
        elif key == Qt.Key.Key_Backspace:
            self.erase()
        elif text.isascii() and text.isdigit():
            self.type_on(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.take_key(event.key(), event.text())

"""Covers over a visit: the inactivity prompt and the privacy screen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.cover import Cover
from jknassist.gui.widgets.factories import button

TICK = 1000


class PrivacyScreen(Cover):
    """Hides a typed number after a short time without touch."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.kiosk_veil_title, context.words.kiosk_veil_text, context)
        self.column.addStretch(3)


class InactivityPrompt(Cover):
    """Asks "Masih di sini?" with a countdown; any touch continues the visit."""

    nobody = Signal()
    finished = Signal()

    def __init__(self, seconds: int, context: UiContext) -> None:
        words = context.words
        super().__init__(words.kiosk_still_title, "", context)
        self._left = seconds
        self.yes = button(words.kiosk_still_yes, "start")
        self.yes.clicked.connect(self.touched)
        self.leave = button(words.leave, "secondary")
        self.leave.clicked.connect(self.finished)
        self.column.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(2)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        self.column.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._say()

    @override
    def activate(self) -> None:
        """Set the focus to "Ya"."""
        self.yes.setFocus()

    def tick(self) -> None:
        """Count down one second; at 0 emit `nobody`."""
        self._left -= 1
        self._say()
        if self._left <= 0:
            self._timer.stop()
            self.nobody.emit()

    def _say(self) -> None:
        left = max(0, self._left)
        self.message.setText(self.context.words.kiosk_still_text.format(seconds=left))

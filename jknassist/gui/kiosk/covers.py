"""Covers over a visit: the inactivity prompt and the privacy screen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk import screen
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.cover import Cover
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.time_ring import TimeRing

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
        self.ring = TimeRing(seconds, context)
        self.yes = button(words.kiosk_still_yes, "still_yes")
        self.yes.set_sign(Sign.CHECK)
        self.yes.clicked.connect(self.touched)
        self.leave = button(words.leave, "leave")
        self.leave.set_sign(Sign.LEAVE)
        self.leave.clicked.connect(self.finished)
        self._lay_out(context)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._say()

    def _lay_out(self, context: UiContext) -> None:
        """Put the ring beside the question, on a portrait screen above it; leaving is far away."""
        width, height = screen.size()
        upright = height > width
        # Larger letters take the room of the ring; the words tell the seconds, too.
        self.ring.setHidden(context.theme.letters > 1 and not upright)
        words = QVBoxLayout()
        words.setSpacing(context.theme.px("gap"))
        for widget in (self.title, self.message, self.yes):
            self.column.removeWidget(widget)
            words.addWidget(widget)
        for label in (self.title, self.message):
            side = Qt.AlignmentFlag.AlignHCenter if upright else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        halves = QBoxLayout(down if upright else across)
        halves.setSpacing(2 * context.theme.px("gap"))
        halves.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        halves.addLayout(words, 1)
        self.column.addLayout(halves)
        self.column.addStretch(2)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addStretch()
        self.column.addLayout(foot)

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
        self.ring.show_left(left)
        self.message.setText(self.context.words.kiosk_still_text.format(seconds=left))

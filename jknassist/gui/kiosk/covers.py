"""Covers over a visit: the inactivity prompt and the privacy screen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk import screen
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.cover import Cover
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.time_ring import TimeRing

TICK = 1000

RING = 330
"""Diameter of the ring in pixels at scale 1: it is seen by who has turned away."""


DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


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
        self.ring = TimeRing(seconds, context, side=RING)
        self.title.setObjectName("asked")
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
        gap, center = context.theme.px("gap"), Qt.AlignmentFlag.AlignHCenter
        for label in (self.title, self.message):
            self.column.removeWidget(label)
            label.setAlignment(center if upright else Qt.AlignmentFlag.AlignLeft)
        words = QVBoxLayout()
        words.setSpacing(gap)
        words.addWidget(self.title)
        inside = QBoxLayout(DOWN if upright else ACROSS)
        inside.setSpacing(2 * gap)
        inside.setContentsMargins(2 * gap, gap, 2 * gap, 2 * gap)
        if upright:
            words.addWidget(self.ring, 0, center)
            words.setSpacing(2 * gap)
            inside.addStretch(1)
        else:
            inside.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self.message)
        inside.addLayout(words, 0 if upright else 1)
        if upright:
            inside.addStretch(2)  # the button stands where a thumb is
            inside.addWidget(self.yes)
        else:
            words.insertStretch(0)
            words.addWidget(self.yes)
            words.addStretch()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.setStretch(0, 0)
        self.column.addLayout(inside, 3)
        self.column.addWidget(self._foot(gap))

    def _foot(self, gap: int) -> QWidget:
        """Return the bar with the button that leaves, far from the one that stays."""
        bar = QWidget()
        bar.setObjectName("foot")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 2)
        row.addWidget(self.leave)
        row.addStretch()
        return bar

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

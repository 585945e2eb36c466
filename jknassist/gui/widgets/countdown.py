"""Countdown of the wait for a code: started by the person, can be skipped."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.widgets.factories import button, frame, text_label

TICK = 1000
"""Milliseconds between two updates of the countdown."""


class Countdown(QWidget):
    """Counts a number of minutes down once it is started; shows the rest in words."""

    def __init__(self, minutes: int, context: UiContext) -> None:
        super().__init__()
        self._words = context.words
        self._whole = minutes * 60
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.update_remaining)
        self._left = text_label(self._sentence(self._whole), "big")
        self._start = button(context.words.wait_start)
        self._start.clicked.connect(self.begin)
        row = QHBoxLayout()
        row.addWidget(self._left, 1)
        row.addWidget(self._start)
        inside = QWidget()
        inside.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("box", inside, theme=context.theme))

    def begin(self) -> None:
        """Start the countdown from the beginning."""
        self._since.start()
        self._timer.start()
        self._start.hide()
        self.update_remaining()

    def update_remaining(self) -> None:
        """Show the remaining time; stop at zero."""
        left = max(0, self._whole - self._since.elapsed() // 1000)
        self._left.setText(self._sentence(left) if left else self._words.wait_over)
        if not left:
            self._timer.stop()
            announce(self._left, self._words.wait_over)

    def _sentence(self, seconds: int) -> str:
        return self._words.wait_left.format(minutes=seconds // 60, seconds=f"{seconds % 60:02}")

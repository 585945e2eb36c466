"""Countdown of the wait for a code: started by the person, can be skipped."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSpacerItem, QVBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.qt.widget_size import UNLIMITED
from jknassist.gui.widgets.factories import button, frame, text_label
from jknassist.gui.widgets.time_ring import TimeRing

TICK = 1000
"""Milliseconds between two updates of the countdown."""

INSIDE = 0.66
"""Width of the words in the ring, as a share of its diameter; they take two lines."""

UPRIGHT, SIDE_BY_SIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
CENTER, LEFT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignVCenter


class Countdown(QWidget):
    """Counts a number of minutes down once it is started; shows the rest in words."""

    def __init__(self, minutes: int, context: UiContext) -> None:
        super().__init__()
        self._words, self._active = context.words, context.active_theme
        self._inside = UNLIMITED
        self._whole = minutes * 60
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.update_remaining)
        self._left = text_label(self._sentence(self._whole), "big")
        self._start = button(context.words.wait_start)
        self._start.clicked.connect(self.begin)
        self.ring = TimeRing(self._whole, context, counted=False)
        self.ring.hide()
        told, inside = QWidget(), QWidget()
        self._cell = QGridLayout(told)
        self._cell.setContentsMargins(0, 0, 0, 0)
        self._cell.addWidget(self.ring, 0, 0, CENTER)
        self._cell.addWidget(self._left, 0, 0, LEFT)
        self._row = QBoxLayout(SIDE_BY_SIDE, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(told, 1)
        self._row.addWidget(self._start)
        # What the button and the longest words take is kept: no answer below may move under a
        # finger when the one vanishes and the others come.
        self._kept = QSpacerItem(0, 0)
        self._row.addItem(self._kept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("box", inside, theme=context.theme))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self._left.text())
        self._left.raise_()

    def show_ring(self, *, shown: bool, width: int) -> None:
        """Show the rest in a ring around its words, if it has room in a width in pixels."""
        side = self.ring.sizeHint().width()
        words = self._left.fontMetrics().horizontalAdvance(self._sentence(self._whole))
        shown = shown and side <= width and words <= 2 * INSIDE * side and not self._is_over()
        self._inside = width - 2 * self._active.now.px("gap")
        self._keep_height(ring=shown)
        if shown != self.ring.isHidden():
            return
        self.ring.setVisible(shown)
        self._left.setMaximumWidth(round(INSIDE * side) if shown else UNLIMITED)
        self._left.setAlignment(CENTER if shown else LEFT)
        self._cell.setAlignment(self._left, CENTER if shown else LEFT)
        self._row.setDirection(UPRIGHT if shown else SIDE_BY_SIDE)

    def _keep_height(self, *, ring: bool) -> None:
        """Keep the height of the button while it is hidden, and that of the words at the end."""
        button = self._start.sizeHint().height() if self._start.isHidden() else 0
        words = 0 if ring else self._left.height_of(self._words.wait_over, self._inside)
        self._kept.changeSize(0, max(button, words))
        self._row.invalidate()

    @property
    def is_running(self) -> bool:
        """Whether it counts down now."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start the countdown from the beginning."""
        self._since.start()
        self._timer.start()
        if self._start.hasFocus():
            # Else Qt gives the focus to an answer, perhaps of another screen page, and turns to it.
            self.setFocus()
        self._start.hide()
        self._keep_height(ring=not self.ring.isHidden())
        self.update_remaining()

    def update_remaining(self) -> None:
        """Show the remaining time; stop at zero."""
        left = self._remaining()
        self.ring.show_left(left)
        if not left:
            self._timer.stop()
            self.show_ring(shown=False, width=self.width())
        self._left.setText(self._sentence(left) if left else self._words.wait_over)
        if not left:
            announce(self._left, self._words.wait_over)

    def _remaining(self) -> int:
        return max(0, self._whole - self._since.elapsed() // 1000)

    def _is_over(self) -> bool:
        return self._since.isValid() and not self._remaining()

    def _sentence(self, seconds: int) -> str:
        return self._words.wait_left.format(minutes=seconds // 60, seconds=f"{seconds % 60:02}")

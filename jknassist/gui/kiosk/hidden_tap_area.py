"""Hidden corner of the start page: quick taps open the PIN panel."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override

TAPS = 5
"""Number of quick taps that open the PIN panel."""


class HiddenTapArea(QWidget):
    """Counts quick taps: TAPS open the PIN panel, fewer start a visit like any touch."""

    called = Signal()
    passed_by = Signal()

    def __init__(self, side: int, patience: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self._taps = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience)
        self._timer.timeout.connect(self._give_up)

    def tap(self) -> None:
        """Count a tap."""
        self._taps += 1
        if self._taps < TAPS:
            self._timer.start()
            return
        self._timer.stop()
        self._taps = 0
        self.called.emit()

    def _give_up(self) -> None:
        self._taps = 0
        self.passed_by.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.tap()

"""Detects that a headset is plugged in while the start page of a kiosk is shown."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.system.sound.usb import count_headsets

EVERY = 2000
"""Milliseconds between two checks, only while the page is shown."""


class HeadsetWatch(QObject):
    """Emits `plugged_in` when the number of headsets has increased."""

    plugged_in = Signal()

    def __init__(self, page: QWidget, count: Callable[[], int] = count_headsets) -> None:
        super().__init__(page)
        self._count = count
        self._before = count()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.CoarseTimer)
        self.timer.setInterval(EVERY)
        self.timer.timeout.connect(self._look)
        page.installEventFilter(self)
        if page.isVisible():
            self.timer.start()

    def _look(self) -> None:
        before, self._before = self._before, self._count()
        if self._before > before:
            self.plugged_in.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._before = self._count()
            self.timer.start()
        elif event.type() == QEvent.Type.Hide:
            self.timer.stop()
        return False

"""Inactivity timer: detects that nobody has used the screen for a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

BUSY_INTERVAL = 1000


class IdleTimer(QObject):
    """Emits `timed_out` once after a time without `reset_timer`; not while something is busy.

    When what was busy has ended the whole time begins again: who listened or waited did not
    touch the screen. A touch meanwhile has the same effect, so the time is never counted twice.
    """

    timed_out = Signal()

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        self._limit = 0
        self._was_busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_out)

    def watch(self, milliseconds: int) -> None:
        """Start the timeout, in milliseconds; 0 stops the timer."""
        self._limit = milliseconds
        self._was_busy = False
        if milliseconds:
            self._timer.start(milliseconds)
        else:
            self._timer.stop()

    def reset_timer(self) -> None:
        """Restart the timeout: there was user activity."""
        if self._limit and self._timer.isActive():
            self._was_busy = False
            self._timer.start(self._limit)

    def _time_out(self) -> None:
        if self._busy():
            self._was_busy = True
            self._timer.start(min(BUSY_INTERVAL, self._limit))
        elif self._was_busy:
            self._was_busy = False
            self._timer.start(self._limit)
        else:
            self.timed_out.emit()

"""Cancels one job until the print queue says that it is gone.

A queue that is restarted at the wrong moment takes no cancellation, and prints the job once it is
back: the paper of a visitor who has gone, for whoever stands there then.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from jknassist.gui.printing.spooler.base import JobState, Spooler
from jknassist.gui.qt.background_task import BackgroundTask, Progress
from jknassist.gui.qt.deferred import call_later

INTERVAL = 5000
"""Milliseconds between two attempts."""

MOST_ATTEMPTS = 360
"""Half an hour: a queue that is away for longer is cleared at the next start of the kiosk."""

LONGEST_ATTEMPT = 2000
"""Milliseconds that a queue is given to answer."""

UNFINISHED = frozenset({JobState.WAITING, JobState.PRINTING})


class Cancellation(QObject):
    """Tries to cancel in the background, and again while the queue does not answer."""

    def __init__(self, cancel: Callable[[Progress], object]) -> None:
        super().__init__(QCoreApplication.instance())
        self._cancel = cancel
        self._left = MOST_ATTEMPTS

    def start(self) -> None:
        """Try now; delete this object once the job is gone, or after `MOST_ATTEMPTS`."""
        if not self._left:
            self.deleteLater()
            return
        self._left -= 1
        task = BackgroundTask(self._cancel, LONGEST_ATTEMPT, self)
        task.finished.connect(self._end)
        task.failed.connect(self._try_later)
        task.start()

    def _end(self, _gone: object) -> None:
        self.deleteLater()

    def _try_later(self) -> None:
        call_later(self, self.start, INTERVAL)


def cancel_job(
    queue: Spooler, printer: str, job: int | None, before: frozenset[int], _progress: Progress
) -> bool | None:
    """Cancel a job; if its id is not known, all that came after those `before` it.

    Return True once none of them is left, None while one is or the queue does not tell of the
    printer. This runs on a worker thread and waits for as long as the queue does.
    """
    if all(one.name != printer for one in queue.printers()):
        return None
    jobs = (job,) if job is not None else sorted(queue.jobs(printer).keys() - before)
    for one in jobs:
        queue.cancel(printer, one)
    left = queue.jobs(printer)
    return None if any(left.get(one) in UNFINISHED for one in jobs) else True

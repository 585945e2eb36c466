"""Cancels what an earlier run of the kiosk left in the print queue, before anybody prints.

After a power cut a system prints what was in its queue: the paper of a visitor who has gone would
come out for whoever stands there then. docs/kiosk-guide.md says what the system itself can do.
"""

from PySide6.QtCore import QObject, Signal

from jknassist.gui.printing.job import running_jobs
from jknassist.gui.printing.render import DOCUMENT_NAME
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import Spooler
from jknassist.gui.qt.background_task import BackgroundTask, Progress
from jknassist.gui.qt.deferred import call_later

INTERVAL = 5000
"""Milliseconds between two looks while the system tells of no printer: it may still be starting."""

MOST_LOOKS = 24
LONGEST_LOOK = 10_000
"""Milliseconds that a queue is given to answer."""


class LeftoverJobs(QObject):
    """Looks for jobs of this program that an earlier run sent; `cancelled` has their number.

    It ends with the first printer that the system tells of, with the first job of this run, or
    after `MOST_LOOKS`, and deletes itself.
    """

    cancelled = Signal(int)

    def __init__(self, queue: Spooler, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue
        self._left = MOST_LOOKS

    def start(self) -> None:
        """Look now, in the background."""
        if running_jobs() or not self._left:
            self.deleteLater()
            return
        self._left -= 1
        queue = self._queue
        task = BackgroundTask(lambda progress: cancel_all(queue, progress), LONGEST_LOOK, self)
        task.finished.connect(self._told)
        task.failed.connect(self._look_later)
        task.start()

    def _told(self, count: int) -> None:
        if count:
            self.cancelled.emit(count)
        self.deleteLater()

    def _look_later(self) -> None:
        call_later(self, self.start, INTERVAL)


def cancel_leftover_jobs(parent: QObject) -> LeftoverJobs:
    """Begin to cancel what an earlier run left; return what tells how many jobs there were."""
    jobs = LeftoverJobs(current_system.spooler(), parent)
    jobs.start()
    return jobs


def cancel_all(queue: Spooler, _progress: Progress) -> int | None:
    """Cancel the unfinished jobs of this program on every printer; None if there is no printer."""
    printers = queue.printers()
    found = [
        (one.name, job) for one in printers for job in queue.unfinished(one.name, DOCUMENT_NAME)
    ]
    for printer, job in found:
        queue.cancel(printer, job)
    return len(found) if printers else None

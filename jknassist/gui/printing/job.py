"""Print job without a dialog; reports within five seconds whether it prints, or the problem."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Signal

from jknassist.core.export.print_document import PrintDocument
from jknassist.gui.printing import render
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import JobState, Printer, PrinterProblem, Spooler
from jknassist.gui.qt.background_task import BackgroundTask
from jknassist.gui.qt.deferred import call_later

LONGEST = 4500
"""Milliseconds until a result is reported, so that a person knows within five seconds."""

ASK_FOR = 2000
POLL_INTERVAL = 250


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A snapshot of the print queue: the printer, or None if it is missing, and our jobs on it."""

    printer: Printer | None
    jobs: dict[int, JobState]


class PrintJob(QObject):
    """One document being printed.

    `settled` is emitted once: with None if the printer has the job and reports no problem, else
    with the problem. A job with a problem is cancelled, so that no visitor's paper is printed when
    the next visitor is there. The object lives until then, even if its page is closed.
    """

    settled = Signal(object)

    def __init__(self, content: PrintDocument, printer: str, queue: Spooler) -> None:
        super().__init__(QCoreApplication.instance())
        self.printer = printer
        self._content = content
        self._queue = queue
        self._before: frozenset[int] = frozenset()
        self._id: int | None = None
        self._clock = QElapsedTimer()

    def start(self) -> None:
        """Check the printer, print, and poll the state of the job."""
        self._clock.start()
        self._ask(self._print)

    def _ask(self, then: Callable[[Queue], None]) -> None:
        queue, name = self._queue, self.printer
        left = max(LONGEST - self._clock.elapsed(), 1)
        task = BackgroundTask(lambda _: look(queue, name), min(ASK_FOR, left), self)
        task.finished.connect(then)
        task.failed.connect(self._no_answer)
        task.start()

    def _print(self, seen: Queue) -> None:
        trouble = trouble_before(seen)
        if trouble is not None:
            self._settle(trouble)
            return
        self._before = frozenset(seen.jobs)
        try:
            render.print_sheet(self._content, self.printer)
        except render.PrintError:
            self._settle(PrinterProblem.REFUSED)
        else:
            self._ask(self._watch)

    def _watch(self, seen: Queue) -> None:
        known = self._id is not None
        new = [job for job in seen.jobs if job not in self._before]
        self._id = max(new, default=self._id)
        state = seen.jobs.get(self._id) if self._id is not None else None
        if state is None and (known or not self._queue.keeps_finished):
            state = JobState.DONE  # it was there, or would be if it still had to be printed
        late = self._clock.elapsed() >= LONGEST - POLL_INTERVAL
        trouble = trouble_after(seen, state, late=late)
        if trouble is not None:
            self._fail(trouble)
        elif state is JobState.DONE or late:
            self._settle(None)
        else:
            call_later(self, self._look_again, POLL_INTERVAL)

    def _look_again(self) -> None:
        self._ask(self._watch)

    def _no_answer(self) -> None:
        self._fail(PrinterProblem.SILENT)

    def _fail(self, trouble: PrinterProblem) -> None:
        """Cancel the job in the background and report at once."""
        if self._id is not None:
            job, queue, printer = self._id, self._queue, self.printer
            BackgroundTask(lambda _: queue.cancel(printer, job), ASK_FOR).start()
        self._settle(trouble)

    def _settle(self, trouble: PrinterProblem | None) -> None:
        self.settled.emit(trouble)
        self.deleteLater()


def print_directly(content: PrintDocument, printer: str) -> PrintJob:
    """Start printing without any dialog and return the job; its `settled` signal has the result.

    The signal comes within five seconds, and not before this function has returned.
    """
    job = PrintJob(content, printer, current_system.spooler())
    job.start()
    return job


def trouble_before(seen: Queue) -> PrinterProblem | None:
    """Return the problem that rules out printing now, or None."""
    if seen.printer is None:
        return PrinterProblem.NO_PRINTER
    if seen.printer.virtual:
        return PrinterProblem.VIRTUAL
    return seen.printer.trouble


def trouble_after(seen: Queue, state: JobState | None, *, late: bool) -> PrinterProblem | None:
    """Return the problem of a job that was sent; when `late`, waiting is a problem as well."""
    if state is JobState.DONE:
        return None
    if seen.printer is None:
        return PrinterProblem.NO_PRINTER
    if seen.printer.trouble is not None:
        return seen.printer.trouble
    if state is JobState.FAILED or (late and state is JobState.WAITING):
        return PrinterProblem.STOPPED
    return PrinterProblem.REFUSED if late and state is None else None


def look(queue: Spooler, name: str) -> Queue:
    """Query the print queue for a printer and our jobs on it."""
    printer = next((one for one in queue.printers() if one.name == name), None)
    return Queue(printer=printer, jobs=queue.jobs(name) if printer else {})

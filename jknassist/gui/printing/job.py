"""Print job without a dialog; reports within five seconds whether it prints, or the problem."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, Signal

from jknassist.core.export.print_document import PrintDocument
from jknassist.gui.printing import render
from jknassist.gui.printing.cancellation import Cancellation, cancel_job
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import JobState, Printer, PrinterProblem, Spooler
from jknassist.gui.qt.background_task import BackgroundTask
from jknassist.gui.qt.deferred import call_later

LONGEST = 4500
"""Milliseconds until a result is reported, so that a person knows within five seconds."""

LONGEST_PRINTING = 120_000
"""Milliseconds after which a job that is still being printed counts as hanging."""

AFTER_VISIT = 30_000
"""Milliseconds that a job being printed still gets when the visit it belongs to is over."""

ASK_FOR = 2000
POLL_INTERVAL = 250
LATER_INTERVAL = 1000
"""Milliseconds between two looks at the queue: until something is reported, and afterwards."""


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A snapshot of the print queue: the printer, or None if it is missing, and our jobs on it."""

    printer: Printer | None
    jobs: dict[int, JobState]


class PrintJob(QObject):
    """One document being printed.

    `settled` is emitted once: with None if the queue has no more to send to the printer, else with
    the problem. Before that `delayed` is emitted once if the job is still being printed after five
    seconds: then nothing is known to have come out. A job with a problem is cancelled, as is one
    that is printed for too long, so that no visitor's paper is printed when the next visitor is
    there. A job waits for an earlier one on its printer. The object lives until `settled`, even if
    its page is closed.
    """

    settled = Signal(object)
    delayed = Signal()

    def __init__(self, content: PrintDocument, printer: str, queue: Spooler) -> None:
        super().__init__(QCoreApplication.instance())
        self.printer = printer
        self.is_delayed = False
        self.is_settled = False
        self._sent = False
        self._is_printing = False
        self._content = content
        self._queue = queue
        self._before: frozenset[int] = frozenset()
        self._id: int | None = None
        self._clock = QElapsedTimer()
        self._ends = LONGEST_PRINTING

    def start(self) -> None:
        """Check the printer, print, and poll the state of the job; after an earlier job."""
        jobs = running_jobs()
        earlier = [job for job in jobs[: jobs.index(self)] if job.printer == self.printer]
        if earlier:
            earlier[-1].settled.connect(self._begin)
            call_later(self, self._note_delay, LONGEST)
        else:
            self._begin()

    def end_soon(self, milliseconds: int) -> None:
        """Limit the remaining time: the visit is over. A job that still waits is not printed."""
        if self._clock.isValid():
            self._ends = min(self._ends, self._clock.elapsed() + milliseconds)
        else:
            self._settle(PrinterProblem.STOPPED)

    def _begin(self, *_earlier: object) -> None:
        self._clock.start()
        self._ask(self._print)

    def _ask(self, then: Callable[[Queue], None]) -> None:
        queue, name = self._queue, self.printer
        left = LONGEST if self.is_delayed else max(LONGEST - self._clock.elapsed(), 1)
        task = BackgroundTask(lambda _: look(queue, name), min(ASK_FOR, left), self)
        task.finished.connect(then)
        task.failed.connect(self._no_answer)
        task.start()

    def _print(self, seen: Queue) -> None:
        problem = problem_before(seen)
        if problem is not None:
            self._settle(problem)
            return
        self._before = frozenset(seen.jobs)
        try:
            render.print_sheet(self._content, self.printer)
        except render.PrintError:
            self._settle(PrinterProblem.REFUSED)
        else:
            self._sent = True
            self._ask(self._watch)

    def _watch(self, seen: Queue) -> None:
        known = self._id is not None
        new = [job for job in seen.jobs if job not in self._before]
        self._id = max(new, default=self._id)
        state = seen.jobs.get(self._id) if self._id is not None else None
        if state is None and (known or not self._queue.keeps_finished):
            state = JobState.DONE  # it was there, or would be if it still had to be printed
        self._is_printing = state is JobState.PRINTING
        late = self._clock.elapsed() >= LONGEST - POLL_INTERVAL
        problem = problem_after(seen, state, late=late)
        if problem is not None:
            self._fail(problem)
        elif state is JobState.DONE:
            self._settle(None)
        elif self._is_over():
            self._fail(PrinterProblem.STOPPED)
        else:
            if late:
                self._note_delay()
            self._look_later()

    def _is_over(self) -> bool:
        return self._clock.elapsed() >= self._ends

    def _note_delay(self) -> None:
        if not self.is_delayed:
            self.is_delayed = True
            self.delayed.emit()

    def _look_later(self) -> None:
        call_later(self, self._look_again, LATER_INTERVAL if self.is_delayed else POLL_INTERVAL)

    def _look_again(self) -> None:
        self._ask(self._watch)

    def _no_answer(self) -> None:
        """Fail; but a job that was being printed is given its time, though nothing is known."""
        if self._is_printing and not self._is_over():
            self._note_delay()
            self._look_later()
        else:
            self._fail(PrinterProblem.SILENT)

    def _fail(self, problem: PrinterProblem) -> None:
        """Report at once, and cancel the job in the background."""
        if self._sent:
            job, queue, printer, before = self._id, self._queue, self.printer, self._before
            Cancellation(partial(cancel_job, queue, printer, job, before)).start()
        self._settle(problem)

    def _settle(self, problem: PrinterProblem | None) -> None:
        self.is_settled = True
        self.settled.emit(problem)
        self.deleteLater()


def running_jobs() -> list[PrintJob]:
    """Return the jobs that are not settled, in the order in which they were made."""
    app = QCoreApplication.instance()
    children: Iterable[QObject] = () if app is None else app.children()
    jobs = (child for child in children if isinstance(child, PrintJob))
    return [job for job in jobs if not job.is_settled]


def end_jobs_soon(milliseconds: int = AFTER_VISIT) -> None:
    """Limit the time of all jobs: the visit is over. The last comes first, as it may be waiting."""
    for job in reversed(running_jobs()):
        job.end_soon(milliseconds)


def print_directly(content: PrintDocument, printer: str) -> PrintJob:
    """Start printing without any dialog and return the job; its `settled` signal has the result.

    It or `delayed` comes within five seconds, and not before this function has returned.
    """
    job = PrintJob(content, printer, current_system.spooler())
    job.start()
    return job


def problem_before(seen: Queue) -> PrinterProblem | None:
    """Return the problem that rules out printing now, or None."""
    if seen.printer is None:
        return PrinterProblem.NO_PRINTER
    if seen.printer.virtual:
        return PrinterProblem.VIRTUAL
    return seen.printer.problem


def problem_after(seen: Queue, state: JobState | None, *, late: bool) -> PrinterProblem | None:
    """Return the problem of a job that was sent; when `late`, waiting is a problem as well."""
    if state is JobState.DONE:
        return None
    if seen.printer is None:
        return PrinterProblem.NO_PRINTER
    if seen.printer.problem is not None:
        return seen.printer.problem
    if state is JobState.FAILED or (late and state is JobState.WAITING):
        return PrinterProblem.STOPPED
    return PrinterProblem.REFUSED if late and state is None else None


def look(queue: Spooler, name: str) -> Queue:
    """Query the print queue for a printer and our jobs on it."""
    printer = next((one for one in queue.printers() if one.name == name), None)
    return Queue(printer=printer, jobs=queue.jobs(name) if printer else {})

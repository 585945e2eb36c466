"""A print queue and a job for tests: nothing is printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jknassist.core.paper import Paper
from jknassist.gui.printing.spooler.base import JobState, Printer
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()


class StillQueue:
    """A queue with some printers, of which nothing more is asked."""

    keeps_finished = True

    def __init__(self, *printers: Printer) -> None:
        self._printers = printers

    def printers(self) -> tuple[Printer, ...]:
        return self._printers

    def jobs(self, printer: str) -> dict[int, JobState]:
        raise AssertionError(printer)

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        raise AssertionError(printer, title)

    def cancel(self, printer: str, job: int) -> None:
        raise AssertionError(printer, job)


class PlayedJob(QObject):
    """A job that is settled when the test says so."""

    settled = Signal(object)
    delayed = Signal()


Sent = list[tuple[str, Paper, bool]]


Plug = Callable[..., None]

"""Print jobs: the result is reported once, in time, with the reason; the queue is simulated."""

import threading
from collections.abc import Callable, Iterator
from itertools import chain, repeat

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.core.export.print_document import PrintDocument, print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.printing import job, render
from jknassist.gui.printing.job import PrintJob
from jknassist.gui.printing.spooler.base import JobState, Printer, PrinterProblem
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
SHEET = print_document(summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session()), Paper.ROLL_58)
NAME = "Struk"
FINE = Printer(name=NAME)
OLD = {4: JobState.FAILED}


class PlayedQueue:
    """A queue that is asked again and again and goes through what it was given; the last stays."""

    def __init__(
        self, *moments: tuple[Printer | None, dict[int, JobState]], keeps_finished: bool = True
    ) -> None:
        self.keeps_finished = keeps_finished
        self.cancelled: list[int] = []
        self._moments: Iterator[tuple[Printer | None, dict[int, JobState]]] = chain(
            moments, repeat(moments[-1])
        )
        self._jobs: dict[int, JobState] = {}

    def printers(self) -> tuple[Printer, ...]:
        printer, self._jobs = next(self._moments)
        return (printer,) if printer else ()

    def jobs(self, printer: str) -> dict[int, JobState]:
        assert printer == NAME
        return self._jobs

    def cancel(self, printer: str, job: int) -> None:
        assert printer == NAME
        self.cancelled.append(job)


Play = Callable[[PlayedQueue], PrinterProblem | None]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep what would go to the printer."""
    found: list[str] = []

    def keep(_content: PrintDocument, printer: str) -> None:
        found.append(printer)

    monkeypatch.setattr(render, "print_sheet", keep)
    monkeypatch.setattr(job, "POLL_INTERVAL", 20)
    monkeypatch.setattr(job, "LONGEST", 1000)
    return found


@pytest.fixture
def play(qtbot: QtBot, qapp: QApplication, sent: list[str]) -> Play:
    assert qapp is not None
    assert sent == []

    def played(queue: PlayedQueue) -> PrinterProblem | None:
        one = PrintJob(SHEET, NAME, queue)
        with qtbot.waitSignal(one.settled) as waited:
            one.start()
        (trouble,) = waited.args
        assert trouble is None or isinstance(trouble, PrinterProblem)
        return trouble

    return played


def test_a_printed_job_is_reported_as_printed(play: Play, sent: list[str]) -> None:
    queue = PlayedQueue(
        (FINE, OLD), (FINE, OLD | {7: JobState.PRINTING}), (FINE, {7: JobState.DONE})
    )
    assert play(queue) is None
    assert sent == [NAME]
    assert queue.cancelled == []


def test_an_old_job_is_not_taken_for_ours(play: Play) -> None:
    assert play(PlayedQueue((FINE, OLD), (FINE, OLD | {9: JobState.DONE}))) is None
    assert play(PlayedQueue((FINE, {3: JobState.DONE}))) is PrinterProblem.REFUSED


@pytest.mark.parametrize(
    ("printer", "trouble"),
    [
        (None, PrinterProblem.NO_PRINTER),
        (Printer(name=NAME, virtual=True), PrinterProblem.VIRTUAL),
        (Printer(name=NAME, trouble=PrinterProblem.NO_PAPER), PrinterProblem.NO_PAPER),
    ],
)
def test_a_printer_in_trouble_is_sent_nothing(
    play: Play, sent: list[str], printer: Printer | None, trouble: PrinterProblem
) -> None:
    assert play(PlayedQueue((printer, {}))) is trouble
    assert sent == []


def test_paper_that_runs_out_is_reported_and_the_job_is_taken_back(
    play: Play, qtbot: QtBot
) -> None:
    empty = Printer(name=NAME, trouble=PrinterProblem.NO_PAPER)
    queue = PlayedQueue((FINE, {}), (FINE, {7: JobState.WAITING}), (empty, {7: JobState.PRINTING}))
    assert play(queue) is PrinterProblem.NO_PAPER
    qtbot.waitUntil(lambda: queue.cancelled == [7])


@pytest.mark.parametrize(
    ("last", "trouble"),
    [
        ((FINE, {7: JobState.WAITING}), PrinterProblem.STOPPED),
        ((FINE, {7: JobState.FAILED}), PrinterProblem.STOPPED),
        ((None, {}), None),
        ((FINE, {}), PrinterProblem.REFUSED),
        ((FINE, {7: JobState.PRINTING}), None),
    ],
)
def test_a_job_that_gets_nowhere_is_reported_in_time(
    play: Play, last: tuple[Printer | None, dict[int, JobState]], trouble: PrinterProblem | None
) -> None:
    expected = PrinterProblem.NO_PRINTER if last[0] is None else trouble
    assert play(PlayedQueue((FINE, {}), last)) is expected


def test_a_queue_that_answered_after_the_time_limit_is_asked_once_more(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "LONGEST", -1)
    # A negative interval of the timer would be a warning of Qt, which fails a test.
    late = (PrinterProblem.SILENT, PrinterProblem.NO_PRINTER)
    assert play(PlayedQueue((None, {}))) in late


def test_where_finished_jobs_vanish_a_vanished_job_is_done(play: Play) -> None:
    assert play(PlayedQueue((FINE, {}), (FINE, {}), keeps_finished=False)) is None
    seen = PlayedQueue((FINE, {}), (FINE, {7: JobState.PRINTING}), (FINE, {}))
    assert play(seen) is None


def test_a_queue_that_hangs_is_reported_as_silent(play: Play) -> None:
    class Hanging(PlayedQueue):
        @override
        def printers(self) -> tuple[Printer, ...]:
            threading.Event().wait(2)
            return ()

    assert play(Hanging((FINE, {}))) is PrinterProblem.SILENT


def test_a_printer_that_takes_nothing_is_reported_as_refusing(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_content: PrintDocument, printer: str) -> None:
        raise render.PrintError(printer)

    monkeypatch.setattr(render, "print_sheet", refuse)
    assert play(PlayedQueue((FINE, {}))) is PrinterProblem.REFUSED


def test_an_unknown_printer_is_refused_by_the_printing_itself(qapp: QApplication) -> None:
    assert qapp is not None
    with pytest.raises(render.PrintError):
        render.print_sheet(SHEET, "Tidak ada")

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
from jknassist.gui.printing import cancellation, job, render
from jknassist.gui.printing.job import PrintJob, end_jobs_soon
from jknassist.gui.printing.spooler.base import JobState, Printer, PrinterProblem
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
SHEET = print_document(summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session()), Paper.ROLL_58)
NAME = "Struk"
FINE = Printer(name=NAME)
OLD = {4: JobState.FAILED}


Moment = tuple[Printer | None, dict[int, JobState]]


class PlayedQueue:
    """A queue that is asked again and again and goes through what it was given; the last stays."""

    def __init__(
        self, *moments: tuple[Printer | None, dict[int, JobState]], keeps_finished: bool = True
    ) -> None:
        self.keeps_finished = keeps_finished
        self.cancelled: list[int] = []
        self._moments: Iterator[Moment] = chain(moments, repeat(moments[-1]))
        self._jobs: dict[int, JobState] = {}

    def printers(self) -> tuple[Printer, ...]:
        printer, self._jobs = next(self._moments)
        return (printer,) if printer else ()

    def jobs(self, printer: str) -> dict[int, JobState]:
        assert printer == NAME
        return self._jobs

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        raise AssertionError(printer, title)

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
    monkeypatch.setattr(cancellation, "MOST_ATTEMPTS", 1)  # none goes on into the next test
    return found


@pytest.fixture
def play(qtbot: QtBot, qapp: QApplication, sent: list[str]) -> Play:
    assert qapp is not None
    assert sent == []

    def played(queue: PlayedQueue) -> PrinterProblem | None:
        one = PrintJob(SHEET, NAME, queue)
        with qtbot.waitSignal(one.settled) as waited:
            one.start()
        (problem,) = waited.args
        assert problem is None or isinstance(problem, PrinterProblem)
        return problem

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
    ("printer", "problem"),
    [
        (None, PrinterProblem.NO_PRINTER),
        (Printer(name=NAME, virtual=True), PrinterProblem.VIRTUAL),
        (Printer(name=NAME, problem=PrinterProblem.NO_PAPER), PrinterProblem.NO_PAPER),
    ],
)
def test_a_printer_in_trouble_is_sent_nothing(
    play: Play, sent: list[str], printer: Printer | None, problem: PrinterProblem
) -> None:
    assert play(PlayedQueue((printer, {}))) is problem
    assert sent == []


def test_paper_that_runs_out_is_reported_and_the_job_is_taken_back(
    play: Play, qtbot: QtBot
) -> None:
    empty = Printer(name=NAME, problem=PrinterProblem.NO_PAPER)
    queue = PlayedQueue((FINE, {}), (FINE, {7: JobState.WAITING}), (empty, {7: JobState.PRINTING}))
    assert play(queue) is PrinterProblem.NO_PAPER
    qtbot.waitUntil(lambda: queue.cancelled == [7])


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        ((FINE, {7: JobState.WAITING}), PrinterProblem.STOPPED),
        ((FINE, {7: JobState.FAILED}), PrinterProblem.STOPPED),
        ((None, {}), None),
        ((FINE, {}), PrinterProblem.REFUSED),
    ],
)
def test_a_job_that_gets_nowhere_is_reported_in_time(
    play: Play, last: Moment, problem: PrinterProblem | None
) -> None:
    expected = PrinterProblem.NO_PRINTER if last[0] is None else problem
    assert play(PlayedQueue((FINE, {}), last)) is expected


WORKING: Moment = (FINE, {7: JobState.PRINTING})


@pytest.fixture
def at_once(sent: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Have the first look at a job that is being printed be one after the five seconds."""
    monkeypatch.setattr(job, "POLL_INTERVAL", job.LONGEST)
    monkeypatch.setattr(job, "LATER_INTERVAL", 20)
    return sent


def test_a_job_that_takes_longer_is_reported_as_delayed_and_then_as_printed(
    qtbot: QtBot, at_once: list[str]
) -> None:
    queue = PlayedQueue((FINE, {}), WORKING, WORKING, (FINE, {7: JobState.DONE}))
    one = PrintJob(SHEET, NAME, queue)
    said: list[object] = []
    one.delayed.connect(lambda: said.append("delayed"))
    one.settled.connect(said.append)
    with qtbot.waitSignal(one.settled):
        one.start()
    assert said == ["delayed", None]
    assert at_once == [NAME]
    assert queue.cancelled == []


def test_a_job_that_is_printed_for_too_long_is_taken_back(
    qtbot: QtBot, at_once: list[str], play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "LONGEST_PRINTING", 100)
    queue = PlayedQueue((FINE, {}), WORKING)
    assert play(queue) is PrinterProblem.STOPPED
    qtbot.waitUntil(lambda: queue.cancelled == [7])
    assert at_once == [NAME]


def test_a_job_gets_some_time_after_the_visit_and_is_then_taken_back(
    qtbot: QtBot, at_once: list[str]
) -> None:
    queue = PlayedQueue((FINE, {}), WORKING)
    one = PrintJob(SHEET, NAME, queue)
    with qtbot.waitSignal(one.delayed):
        one.start()
    end_jobs_soon()
    with qtbot.assertNotEmitted(one.settled, wait=100):
        pass
    with qtbot.waitSignal(one.settled) as waited:
        end_jobs_soon(0)
    assert waited.args == [PrinterProblem.STOPPED]
    qtbot.waitUntil(lambda: queue.cancelled == [7])
    assert at_once == [NAME]


def test_the_next_job_waits_for_the_one_that_is_still_printed(
    qtbot: QtBot, at_once: list[str]
) -> None:
    first, second = (PrintJob(SHEET, NAME, PlayedQueue((FINE, {}), WORKING)) for _ in range(2))
    with qtbot.waitSignal(first.delayed):
        first.start()
    second.start()
    with qtbot.waitSignal(second.delayed):
        assert at_once == [NAME]
    assert at_once == [NAME]
    with qtbot.waitSignal(first.settled):
        first.end_soon(0)
    qtbot.waitUntil(lambda: at_once == [NAME, NAME])
    with qtbot.waitSignal(second.settled):
        second.end_soon(0)


def test_a_job_that_waits_is_not_printed_after_its_visit(qtbot: QtBot, at_once: list[str]) -> None:
    first, second = (PrintJob(SHEET, NAME, PlayedQueue((FINE, {}), WORKING)) for _ in range(2))
    with qtbot.waitSignal(first.delayed):
        first.start()
    second.start()
    with qtbot.waitSignals([second.settled, first.settled], order="strict"):
        end_jobs_soon(0)
    assert at_once == [NAME]


def test_a_queue_that_does_not_answer_for_a_moment_costs_no_paper(
    qtbot: QtBot, at_once: list[str]
) -> None:
    class Stammering(PlayedQueue):
        asked = 0

        @override
        def printers(self) -> tuple[Printer, ...]:
            self.asked += 1
            if self.asked == 3:
                raise OSError
            return super().printers()

    queue = Stammering((FINE, {}), WORKING, (FINE, {7: JobState.DONE}))
    one = PrintJob(SHEET, NAME, queue)
    with qtbot.waitSignal(one.settled) as waited:
        one.start()
    assert waited.args == [None]
    assert queue.asked == 4
    assert at_once == [NAME]


def test_a_job_of_unknown_id_is_taken_back_once_the_queue_answers(
    qtbot: QtBot, sent: list[str], play: Play
) -> None:
    class Late(PlayedQueue):
        asked = 0

        @override
        def printers(self) -> tuple[Printer, ...]:
            self.asked += 1
            if self.asked == 2:
                raise OSError
            return super().printers()

        @override
        def jobs(self, printer: str) -> dict[int, JobState]:
            return OLD | {7: JobState.WAITING} if sent else OLD

    queue = Late((FINE, {}))
    assert play(queue) is PrinterProblem.SILENT
    qtbot.waitUntil(lambda: queue.cancelled == [7])


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

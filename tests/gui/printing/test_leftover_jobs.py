"""Jobs that an earlier run left in the print queue are cancelled at the start."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jknassist.gui.printing import leftover_jobs
from jknassist.gui.printing.leftover_jobs import LeftoverJobs
from jknassist.gui.printing.render import DOCUMENT_NAME
from jknassist.gui.printing.spooler.base import JobState, Printer


class LateQueue:
    """A queue that tells of its printers only when it is asked for the third time."""

    keeps_finished = True

    def __init__(self) -> None:
        self.asked = 0
        self.cancelled: list[tuple[str, int]] = []
        self.left = {"Loket": (7, 8), "Kantor": ()}

    def printers(self) -> tuple[Printer, ...]:
        self.asked += 1
        return tuple(Printer(name=name) for name in self.left) if self.asked > 2 else ()

    def jobs(self, printer: str) -> dict[int, JobState]:
        raise AssertionError(printer)

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        assert title == DOCUMENT_NAME
        return self.left[printer]

    def cancel(self, printer: str, job: int) -> None:
        self.cancelled.append((printer, job))


Start = Callable[[], LeftoverJobs]


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> LateQueue:
    monkeypatch.setattr(leftover_jobs, "INTERVAL", 1)
    return LateQueue()


@pytest.fixture
def start(queue: LateQueue, qtbot: QtBot) -> Start:
    around = QObject()

    def begun() -> LeftoverJobs:
        jobs = LeftoverJobs(queue, around)
        with qtbot.waitSignal(jobs.destroyed):
            jobs.start()
        return jobs

    return begun


def test_they_are_cancelled_once_the_system_tells_of_its_printers(
    queue: LateQueue, qtbot: QtBot
) -> None:
    around = QObject()
    jobs = LeftoverJobs(queue, around)
    told: list[int] = []
    jobs.cancelled.connect(told.append)
    with qtbot.waitSignal(jobs.destroyed):
        jobs.start()
    assert queue.cancelled == [("Loket", 7), ("Loket", 8)]
    assert told == [2]
    assert queue.asked == 3


def test_nothing_is_told_where_there_was_none(queue: LateQueue, start: Start) -> None:
    queue.left = {"Loket": ()}
    start()
    assert queue.cancelled == []


def test_a_system_without_printers_is_asked_a_few_times_only(
    queue: LateQueue, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftover_jobs, "MOST_LOOKS", 2)
    start()
    assert queue.asked == 2


def test_nothing_is_cancelled_once_this_run_prints(
    queue: LateQueue, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftover_jobs, "running_jobs", lambda: [object()])
    start()
    assert queue.asked == 0

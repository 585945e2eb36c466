"""A job is cancelled again until the print queue says that it is gone."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.printing import cancellation
from jknassist.gui.printing.cancellation import Cancellation, cancel_job
from jknassist.gui.printing.spooler.base import JobState, Printer
from jknassist.gui.qt.background_task import Progress

NAME = "Loket"


class RestartedQueue:
    """A queue that is away for some looks, and then still has the jobs; they can be stubborn."""

    keeps_finished = True

    def __init__(self, *, away: int, stubborn: int = 0) -> None:
        self.away, self.stubborn = away, stubborn
        self.cancelled: list[int] = []
        self._jobs = {7: JobState.PRINTING, 8: JobState.WAITING}

    def printers(self) -> tuple[Printer, ...]:
        self.away -= 1
        return () if self.away >= 0 else (Printer(name=NAME),)

    def jobs(self, printer: str) -> dict[int, JobState]:
        assert printer == NAME
        return dict(self._jobs)

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        raise AssertionError(printer, title)

    def cancel(self, printer: str, job: int) -> None:
        assert printer == NAME
        self.cancelled.append(job)
        self.stubborn -= 1
        if self.stubborn < 0:
            self._jobs[job] = JobState.FAILED


def ended(queue: RestartedQueue, job: int | None, before: frozenset[int], qtbot: QtBot) -> None:
    made = Cancellation(lambda progress: cancel_job(queue, NAME, job, before, progress))
    with qtbot.waitSignal(made.destroyed):
        made.start()


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    assert qapp
    monkeypatch.setattr(cancellation, "INTERVAL", 1)


def test_a_queue_that_is_away_is_asked_again_until_it_is_back(qtbot: QtBot) -> None:
    queue = RestartedQueue(away=3)
    ended(queue, 7, frozenset(), qtbot)
    assert queue.cancelled == [7]
    assert queue.away == -1


def test_a_job_that_is_still_there_is_cancelled_again(qtbot: QtBot) -> None:
    queue = RestartedQueue(away=0, stubborn=2)
    ended(queue, 7, frozenset(), qtbot)
    assert queue.cancelled == [7, 7, 7]


def test_of_a_job_without_an_id_all_that_came_after_the_others_are_cancelled(qtbot: QtBot) -> None:
    queue = RestartedQueue(away=1)
    ended(queue, None, frozenset({7}), qtbot)
    assert queue.cancelled == [8]


def test_it_ends_with_a_queue_that_never_comes_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cancellation, "MOST_ATTEMPTS", 4)
    queue = RestartedQueue(away=100)
    ended(queue, 7, frozenset(), qtbot)
    assert queue.away == 96
    assert queue.cancelled == []


def test_a_hanging_attempt_is_given_up_and_repeated(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cancellation, "LONGEST_ATTEMPT", 20)
    asked: list[Progress] = []

    def cancel(progress: Progress) -> bool | None:
        asked.append(progress)
        while len(asked) == 1 and not progress.cancelled:
            pass
        return True

    made = Cancellation(cancel)
    with qtbot.waitSignal(made.destroyed):
        made.start()
    assert len(asked) == 2

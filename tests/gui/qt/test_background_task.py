"""Background tasks: result, error, progress and cancellation arrive on the GUI thread."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.qt import background_task
from jknassist.gui.qt.background_task import BackgroundTask, CancelledError, Progress
from tests.conftest import SLOWEST

HANGS = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from jknassist.gui.qt.background_task import BackgroundTask, end_with

app = QApplication([])
task = BackgroundTask(lambda _: time.sleep(60), 10)
task.failed.connect(lambda: (print("given up"), app.exit(3)))
task.start()
sys.exit(end_with(app.exec()))
"""

GIVEN_UP = """
import sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from jknassist.gui.qt.background_task import BackgroundTask

app = QApplication([])
for turn in range(700):
    owner = QObject(app)
    tasks = [BackgroundTask(lambda _, n=n: time.sleep(n / 2000), 1, owner) for n in range(6)]
    for task in tasks:
        task.start()
    del task, tasks
    until = time.monotonic() + 0.006
    while time.monotonic() < until:
        app.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    owner.deleteLater()
"""


def test_many_tasks_given_up_while_their_work_ends_read_no_freed_memory() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MALLOC_PERTURB_": "165"}
    done = subprocess.run(
        [sys.executable, "-c", GIVEN_UP],
        env=environment,
        check=False,
        capture_output=True,
        timeout=SLOWEST,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject(qapp)
    yield made
    made.deleteLater()


def begun(work: Callable[[Progress], object], owner: QObject, told: list[object]) -> BackgroundTask:
    task = BackgroundTask(work, 5000, owner)
    task.finished.connect(told.append)
    task.failed.connect(lambda: told.append("failed"))
    task.progressed.connect(told.append)
    task.start()
    return task


def test_work_runs_on_another_thread_and_is_reported_on_this_one(
    qtbot: QtBot, owner: QObject
) -> None:
    threads: list[int] = []
    task = BackgroundTask(lambda _: threading.get_ident(), 5000, owner)
    task.finished.connect(lambda worker: threads.extend((worker, threading.get_ident())))
    with qtbot.waitSignals([task.finished, task.destroyed]):
        task.start()

    worker, told_on = threads
    assert worker != told_on == threading.get_ident()


def test_work_without_a_limit_is_waited_for(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    def slow(_progress: Progress) -> object:
        time.sleep(0.05)
        return "done"

    task = BackgroundTask(slow, parent=owner)
    task.finished.connect(told.append)
    with qtbot.waitSignal(task.destroyed):
        task.start()

    assert told == ["done"]


@pytest.mark.parametrize("error", [OSError("no"), ValueError("no"), AttributeError("no")])
def test_an_expected_error_is_kept_for_whoever_asks(
    qtbot: QtBot, owner: QObject, error: Exception
) -> None:
    def fail(_progress: Progress) -> object:
        raise error

    task = BackgroundTask(fail, 5000, owner)
    seen: list[Exception | None] = []
    task.failed.connect(lambda: seen.append(task.error))
    with qtbot.waitSignal(task.destroyed):
        task.start()

    assert seen == [error]


def test_a_programming_error_is_raised_on_the_gui_thread(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    def fail(_progress: Progress) -> object:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        task = begun(fail, owner, told)
        with qtbot.waitSignal(task.destroyed):
            pass

    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert told == ["failed"], "whoever waits is told as well"


def test_nothing_returned_is_a_failure(qtbot: QtBot, owner: QObject, told: list[object]) -> None:
    task = begun(lambda _: None, owner, told)
    with qtbot.waitSignal(task.destroyed):
        pass

    assert told == ["failed"]


def test_a_limit_that_is_exceeded_is_a_failure_and_the_late_result_is_dropped(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    going = threading.Event()
    task = BackgroundTask(lambda _: going.wait(5), 20, owner)
    task.finished.connect(told.append)
    with qtbot.waitSignal(task.failed):
        task.start()
    going.set()
    QTest.qWait(50)

    assert told == []


def test_progress_is_reported_at_intervals(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    made: list[int] = []

    def count(progress: Progress) -> object:
        for step in range(1000):
            progress.report(partial(make, step))
        return "all"

    def make(step: int) -> int:
        made.append(step)
        return step

    task = begun(count, owner, told)
    with qtbot.waitSignal(task.destroyed):
        pass

    assert told[0] == 0
    assert told[-1] == "all"
    assert len(made) < 100, "only what is told is made"


def test_a_cancelled_task_ends_its_work_and_tells_nothing(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    ended = threading.Event()

    def endless(progress: Progress) -> object:
        try:
            while True:
                progress.report(lambda: "going")
                time.sleep(0.001)
        except CancelledError:
            ended.set()
            raise

    task = begun(endless, owner, told)
    qtbot.waitUntil(lambda: "going" in told)
    with qtbot.waitSignal(task.destroyed):
        task.cancel()
    assert ended.wait(5)
    QTest.qWait(20)
    assert set(told) == {"going"}


def test_cancelling_interrupts_what_blocks(owner: QObject, told: list[object]) -> None:
    began, going, ended = threading.Event(), threading.Event(), threading.Event()

    def blocked(progress: Progress) -> object:
        progress.on_cancel(going.set)
        began.set()
        going.wait(20)
        ended.set()
        return "late"

    task = begun(blocked, owner, told)
    assert began.wait(5)
    task.cancel()
    assert ended.wait(5)
    QTest.qWait(20)
    assert told == []


def test_what_blocks_after_the_cancelling_is_interrupted_at_once() -> None:
    progress = Progress(background_task._Relay())
    progress.cancel()
    stopped: list[bool] = []
    progress.on_cancel(lambda: stopped.append(True))

    assert stopped == [True]


def test_a_task_whose_parent_is_deleted_ends_its_work(qtbot: QtBot, qapp: QApplication) -> None:
    began, ended = threading.Event(), threading.Event()
    parent = QObject(qapp)
    told: list[object] = []

    def endless(progress: Progress) -> object:
        began.set()
        while not progress.cancelled:
            time.sleep(0.001)
        ended.set()
        return "late"

    begun(endless, parent, told)
    assert began.wait(5)
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    assert ended.wait(5)
    QTest.qWait(20)
    assert told == []


def test_what_carries_the_signals_outlives_the_work_and_is_deleted_on_this_thread(
    qtbot: QtBot, qapp: QApplication, owner: QObject
) -> None:
    """Else the worker may destroy it at the moment in which this thread deletes the task."""

    def relays() -> int:
        return sum(isinstance(child, background_task._Relay) for child in qapp.children())

    go_on = threading.Event()
    before = relays()
    task = BackgroundTask(lambda _: go_on.wait(10), 1, owner)
    with qtbot.waitSignals([task.failed, task.destroyed]):
        task.start()
    assert relays() == before + 1
    go_on.set()
    qtbot.waitUntil(lambda: relays() == before)


def test_work_cancelled_before_a_thread_is_free_never_begins(
    qtbot: QtBot, owner: QObject, told: list[object]
) -> None:
    going = threading.Event()
    for _ in range(background_task.MOST_THREADS):
        begun(lambda _: going.wait(5), owner, [])
    task = begun(lambda _: told.append("began"), owner, told)
    task.cancel()
    going.set()
    qtbot.waitUntil(lambda: not background_task._running)

    assert told == []


def test_what_such_work_would_have_closed_is_closed_instead(
    owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], None]] = []
    closed: list[object] = []
    ran: list[object] = []

    class Pool:
        def start(self, run: Callable[[], None]) -> None:
            waiting.append(run)

    monkeypatch.setattr(background_task, "_pool", Pool)
    task = BackgroundTask(ran.append, parent=owner, unused=lambda: closed.append(True))
    task.start()
    task.cancel()
    waiting.pop()()

    assert (closed, ran) == ([True], [])


def test_a_result_that_nobody_takes_any_more_is_closed(owner: QObject) -> None:
    started, going, closed = threading.Event(), threading.Event(), threading.Event()

    class Opened:
        def close(self) -> None:
            closed.set()

    def work(_progress: Progress) -> object:
        started.set()
        going.wait(5)
        return Opened()

    task = BackgroundTask(work, parent=owner)
    task.start()
    assert started.wait(5)
    task.cancel()
    going.set()

    assert closed.wait(5)


def test_many_short_tasks_leave_nothing_behind(qtbot: QtBot, owner: QObject) -> None:
    told: list[object] = []
    for step in range(300):
        begun(partial(str.format, str(step)), owner, told)
    qtbot.waitUntil(lambda: len(told) == 300)
    qtbot.waitUntil(lambda: not owner.children())

    assert background_task._running == set()


def test_the_end_of_the_program_cancels_what_runs(owner: QObject, told: list[object]) -> None:
    def endless(progress: Progress) -> object:
        while True:
            progress.report(lambda: "going")
            time.sleep(0.001)

    begun(endless, owner, told)
    assert background_task.end_with(5) == 5
    assert background_task._running == set()


def test_the_end_of_the_program_waits_for_no_call_that_hangs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGS],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        env={"QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stdout) == (3, "given up\n"), done.stderr

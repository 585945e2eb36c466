"""The inactivity timer: fires once, restarts with activity, pauses while busy."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jknassist.gui.qt.idle_timer import IdleTimer

LONG = 3_600_000


def test_it_tells_once(qtbot: QtBot, qapp: QObject) -> None:
    idle = IdleTimer(lambda: False, qapp)
    with qtbot.waitSignal(idle.timed_out):
        idle.watch(1)
    with qtbot.assertNotEmitted(idle.timed_out, wait=20):
        idle.reset_timer()
    idle.deleteLater()


def test_a_touch_begins_the_time_anew(qapp: QObject) -> None:
    idle = IdleTimer(lambda: False, qapp)
    idle.watch(LONG)
    idle._timer.start(1)
    idle.reset_timer()
    assert idle._timer.remainingTime() > LONG // 2
    idle.deleteLater()


def test_with_no_time_nothing_is_watched(qapp: QObject) -> None:
    idle = IdleTimer(lambda: False, qapp)
    idle.watch(LONG)
    idle.watch(0)
    idle.reset_timer()
    assert not idle._timer.isActive()
    idle.deleteLater()


def test_it_waits_while_something_is_going_on(qtbot: QtBot, qapp: QObject) -> None:
    asked: list[bool] = []

    def busy() -> bool:
        asked.append(len(asked) < 2)
        return asked[-1]

    idle = IdleTimer(busy, qapp)
    with qtbot.waitSignal(idle.timed_out):
        idle.watch(1)
    assert asked == [True, True, False, False], "then the whole time once more"
    idle.deleteLater()


@pytest.mark.parametrize("act", [IdleTimer.reset_timer, lambda idle: idle.watch(LONG)])
def test_a_touch_while_it_waits_does_not_double_the_time(
    act: Callable[[IdleTimer], None], qtbot: QtBot, qapp: QObject
) -> None:
    working = True
    idle = IdleTimer(lambda: working, qapp)
    idle.watch(LONG)
    idle._time_out()
    working = False
    act(idle)
    with qtbot.waitSignal(idle.timed_out, timeout=1000):
        idle._timer.start(1)
    idle.deleteLater()

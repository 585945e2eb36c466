"""Garbage is looked for in the window's own thread, whatever the other threads ask for."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from jknassist.gui import sweeping
from jknassist.gui.sweeping import WORTH_IT, Sweeping


class Circle:
    """Garbage that only a search finds; tells in which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture(autouse=True)
def collection() -> Iterator[None]:
    gc.collect()
    yield
    gc.enable()


def make_much() -> list[list[int]]:
    return [[] for _ in range(10 * WORTH_IT)]


def test_another_thread_takes_nothing_apart(qapp: QObject) -> None:
    owner = QObject(qapp)
    Sweeping(owner)
    gone: list[int] = []
    Circle(gone)
    kept: list[list[list[int]]] = []
    other = threading.Thread(target=lambda: kept.append(make_much()))
    other.start()
    other.join()
    assert gone == []
    sweeping.sweep()
    assert gone == [threading.get_ident()]
    owner.deleteLater()


def test_it_looks_by_itself_and_ends_with_its_parent(
    qapp: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "PAUSE", 1)
    owner = QObject(qapp)
    Sweeping(owner)
    gone: list[int] = []
    Circle(gone)
    kept = make_much()
    qtbot.waitUntil(lambda: gone == [threading.get_ident()])
    assert kept
    (clock,) = owner.findChildren(QTimer)
    with qtbot.waitSignal(clock.destroyed):
        owner.deleteLater()


def test_little_is_left_for_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    gc.disable()
    looked: list[bool] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(True))
    monkeypatch.setattr(gc, "get_count", lambda: (WORTH_IT - 1, 0, 0))
    sweeping.sweep()
    assert looked == []
    monkeypatch.setattr(gc, "get_count", lambda: (WORTH_IT, 0, 0))
    sweeping.sweep()
    assert looked == [True]

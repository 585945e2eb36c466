"""Garbage is looked for in the window's own thread, whatever the other threads ask for."""

import gc
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from jknassist.cli import main
from jknassist.gui.qt import collection_timer, garbage_collection
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.gui.qt.garbage_collection import MIN_NEW_OBJECTS


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
    return [[] for _ in range(10 * MIN_NEW_OBJECTS)]


def test_another_thread_takes_nothing_apart() -> None:
    gone: list[int] = []
    kept: list[list[list[int]]] = []
    with garbage_collection.only_on_request():
        Circle(gone)
        other = threading.Thread(target=lambda: kept.append(make_much()))
        other.start()
        other.join()
        assert gone == []
        garbage_collection.collect()
        assert gone == [threading.get_ident()]
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("words", "shown_by"),
    [
        ((), "volunteer.launch.run"),
        (("preview", "draft.yaml"), "devtools.preview.run"),
        (("self-test",), "devtools.self_test.run"),
        (("--kiosk-part", "window"), "kiosk.launch.run"),
    ],
)
def test_a_command_with_a_window_collects_only_when_told(
    words: tuple[str, ...], shown_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def show(*_what: object, **_more: object) -> int:
        seen.append(gc.isenabled())
        return 0

    monkeypatch.setattr(f"jknassist.gui.{shown_by}", show)
    gc.enable()
    assert main.main(words) == 0
    assert seen == [False]
    assert gc.isenabled()


def test_nothing_else_steers_the_collector() -> None:
    root = Path(main.__file__).parent.parent
    users = [f.name for f in root.rglob("*.py") if re.search(r"\bgc\b", f.read_text("utf-8"))]
    assert users == ["garbage_collection.py"]


def test_it_looks_by_itself_and_ends_with_its_parent(
    qapp: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection_timer, "PAUSE", 1)
    owner = QObject(qapp)
    CollectionTimer(owner)
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
    monkeypatch.setattr(gc, "get_count", lambda: (MIN_NEW_OBJECTS - 1, 0, 0))
    garbage_collection.collect()
    assert looked == []
    monkeypatch.setattr(gc, "get_count", lambda: (MIN_NEW_OBJECTS, 0, 0))
    garbage_collection.collect()
    assert looked == [True]

"""Garbage is collected on the GUI thread only."""

import gc
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jknassist.cli import main
from jknassist.gui.qt import garbage_collection
from jknassist.gui.qt.garbage_collection import MIN_NEW_OBJECTS
from tests.support.garbage import Cycle, make_much


@pytest.fixture(autouse=True)
def collection() -> Iterator[None]:
    gc.collect()
    yield
    gc.enable()


def test_another_thread_takes_nothing_apart() -> None:
    gone: list[int] = []
    kept: list[list[list[int]]] = []
    with garbage_collection.only_on_request():
        Cycle(gone)
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

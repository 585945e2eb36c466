"""Deferred modules are imported step by step after the first question."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui import preload
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.gui.volunteer import window as app
from tests.gui.conftest import Open
from tests.support.small_knowledge import small_knowledge

ROOT = Path(__file__).parents[2]
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def test_it_imports_all_and_then_ends(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[ModuleType] = []
    monkeypatch.setattr(preload, "import_module", lambda name: taken.append(import_module(name)))
    window = open_window(small_knowledge())
    last = list[int]()
    warm = preload.Preloader(window, preload.VOLUNTEER_MODULES, lambda: last.append(len(taken)))
    assert taken == []
    with qtbot.waitSignal(warm.destroyed):
        pass
    assert [module.__name__ for module in taken] == list(preload.VOLUNTEER_MODULES)
    assert last == [len(taken)]


def test_what_the_first_look_did_without_is_done_after_it(open_window: Open) -> None:
    window = open_window(small_knowledge())
    window.context.icons.read = lambda _name: SQUARE
    window.context.icons.drawn.clear()
    app.put_icon(window)
    app.finish(window)
    assert not window.windowIcon().isNull()
    assert window.findChildren(CollectionTimer)
    assert window.findChildren(preload.Preloader)


def test_no_place_of_a_visit_waits_for_an_import() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.support.late_modules"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "packaging")))},
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.split() == []

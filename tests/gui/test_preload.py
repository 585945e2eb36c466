"""Deferred modules are imported step by step after the first question."""

from importlib import import_module
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui import preload
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.gui.volunteer import window as app
from tests.gui.conftest import Open
from tests.support.small_knowledge import small_knowledge

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


def test_it_imports_all_and_then_ends(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[ModuleType] = []
    monkeypatch.setattr(preload, "import_module", lambda name: taken.append(import_module(name)))
    window = open_window(small_knowledge())
    warm = preload.Preloader(window)
    assert taken == []
    with qtbot.waitSignal(warm.destroyed):
        pass
    assert {module.__name__ for module in taken} == set(preload.NEXT)


def test_what_the_first_look_did_without_is_done_after_it(open_window: Open) -> None:
    window = open_window(small_knowledge())
    window.context.icons.read = lambda _name: SQUARE
    window.context.icons.drawn.clear()
    app.put_icon(window)
    app.finish(window)
    assert not window.windowIcon().isNull()
    assert window.findChildren(CollectionTimer)
    assert window.findChildren(preload.Preloader)

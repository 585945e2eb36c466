"""What the first question does without is loaded soon after it, a little at a time."""

import gc
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui import app, warming
from jknassist.gui.sweeping import Sweeping
from tests.core.small_knowledge import small_knowledge
from tests.gui.conftest import Open

SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize("room", warming.ROOMS)
def test_every_room_exists(room: str) -> None:
    assert find_spec(room) is not None


def test_one_step_is_taken_at_a_time_and_then_it_ends(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(warming, "import_module", taken.append)
    window = open_window(small_knowledge())
    warm = warming.Warming(window)
    assert taken == []
    with qtbot.waitSignal(warm.destroyed):
        pass
    assert taken == list(warming.ROOMS)


@pytest.fixture(autouse=True)
def collection() -> Iterator[None]:
    """Give Python its own collection of garbage back, which a window takes over."""
    yield
    gc.enable()


def test_what_the_first_look_did_without_is_done_after_it(open_window: Open) -> None:
    window = open_window(small_knowledge())
    window.parts.pictures.read = lambda _name: SQUARE
    window.parts.pictures.drawn.clear()
    app.put_icon(window)
    app.finish(window)
    assert not window.windowIcon().isNull()
    assert window.findChildren(Sweeping)
    assert window.findChildren(warming.Warming)

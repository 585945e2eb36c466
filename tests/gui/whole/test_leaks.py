"""Many visitors in one window leave nothing behind; the long run is `tests/bench/soak.py`."""

import gc
import random
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QLayoutItem, QStyle, QWidget
from shiboken6 import getAllValidWrappers

from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.summary import AnsweredQuestion
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.widgets.contact_card import ContactCard
from tests.bench.soak import Count, Guest, counted
from tests.bench.visits import Walker, catch_up
from tests.gui.conftest import Open
from tests.support.small_knowledge import small_knowledge

WARMED_UP, VISITORS = 12, 60


def crowded() -> Knowledge:
    """Return the small content with more contacts at each ending than a page has room for."""
    knowledge = small_knowledge()
    care_center = knowledge.contact_by_id["care_center"]
    more = tuple(replace(care_center, id=f"telepon_{place}") for place in range(6))
    outcomes = tuple(
        replace(outcome, contacts=tuple(contact.id for contact in more))
        for outcome in knowledge.outcomes
    )
    return replace(knowledge, contacts=(*knowledge.contacts, *more), outcomes=outcomes)


def strays(others: list[QWidget]) -> list[str]:
    """Return the widgets without a parent, windows apart: Qt never deletes them by itself.

    `others` were there before: a panel whose making failed, for one, is held by its error.
    """
    tops = QApplication.topLevelWidgets()
    ours = [one for one in tops if one not in others and not isinstance(one, MainWindow)]
    return [type(widget).__name__ for widget in ours]


def test_many_visitors_leave_nothing(open_window: Open, tmp_path: Path) -> None:
    catch_up()
    others = QApplication.topLevelWidgets()  # what other tests left is none of ours
    window = open_window(small_knowledge())
    guest = Guest(window, random.Random(60), tmp_path)  # noqa: S311
    first: Count | None = None
    for visitor in range(1, VISITORS + 1):
        guest.visit()
        assert strays(others) == [], f"after visitor {visitor}"
        if visitor % WARMED_UP == 0:
            now = counted(visitor)
            first = first or now
            for name in {field.name for field in fields(Count)} - {"visitors", "memory"}:
                assert getattr(now, name) <= getattr(first, name), f"{name}, {visitor} visitors"


def test_a_part_without_room_is_deleted_with_its_page(open_window: Open) -> None:
    """Python's garbage collector would delete it in pieces, and end the program by that."""
    others = QApplication.topLevelWidgets()
    window = open_window(crowded())
    walker = Walker(window, random.Random(1))  # noqa: S311
    walker.walk()
    assert any(part.isHidden() for part in walker.page.findChildren(QWidget))
    assert strays(others) == []
    window.start_over()
    catch_up()
    gc.collect()
    assert window.findChildren(ContactCard) == []


def styles_held() -> int:
    """Return how many styles PySide holds; Qt throws one away with each new style sheet."""
    catch_up()
    gc.collect()
    return sum(isinstance(one, QStyle) for one in getAllValidWrappers())


def test_no_style_is_held_that_qt_may_throw_away(open_window: Open) -> None:
    before = styles_held()
    window = open_window(small_knowledge())
    walker = Walker(window, random.Random(1))  # noqa: S311
    walker.walk()
    assert styles_held() == before
    window.change_size()
    assert styles_held() == before


def items_held() -> list[str]:
    """Return of which kind the items are that PySide holds and that no layout has any more.

    The layouts keep their items: to take them out would also take out the layouts inside a layout,
    and what a window adds to those later outlives its widgets there, which ends the program.
    """
    catch_up()
    gc.collect()
    held = [one for one in getAllValidWrappers() if isinstance(one, QLayoutItem)]
    layouts = [one for one in held if isinstance(one, QLayout)]
    return [
        type(item).__name__
        for item in held
        if not isinstance(item, QLayout) and all(layout.indexOf(item) < 0 for layout in layouts)
    ]


@pytest.mark.parametrize("deed", range(10))
def test_no_item_is_held_that_a_layout_lost(open_window: Open, tmp_path: Path, deed: int) -> None:
    guest = Guest(open_window(crowded()), random.Random(1), tmp_path)  # noqa: S311
    walker = Walker(guest.window, guest.chance)
    walker.walk()
    guest.deeds()[deed]()
    QTest.qWait(20)
    assert items_held() == []


def answers_kept() -> int:
    """Return how many endings, contacts on them and answers told there Python still has."""
    catch_up()
    gc.collect()
    return sum(
        isinstance(one, OutcomePage | ContactCard | AnsweredQuestion) for one in gc.get_objects()
    )


def test_an_ending_seen_twice_leaves_no_answer_behind(open_window: Open) -> None:
    before = answers_kept()
    window = open_window(small_knowledge())
    walker = Walker(window, random.Random(1))  # noqa: S311
    walker.walk()
    window.go_back()
    catch_up()
    walker.walk()
    assert answers_kept() > before
    window.start_over()
    assert answers_kept() == before

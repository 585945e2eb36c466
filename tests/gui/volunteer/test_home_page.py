"""The first page of a laptop: search results replace the answers."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.home_page import HomePage
from jknassist.system.statistics_store import StatisticsStore
from tests.support.small_context import small_context


def opened(qtbot: QtBot, store: StatisticsStore | None = None) -> HomePage:
    context = replace(small_context(), statistics=store)
    made = HomePage(context.knowledge.steps[0], context)
    qtbot.addWidget(made)
    return made


def buttons(page: HomePage) -> dict[str, QPushButton]:
    return {made.text(): made for made in page.findChildren(QPushButton)}


@pytest.mark.parametrize("searching", [True, False])
def test_answers_make_room_for_what_is_found(qtbot: QtBot, *, searching: bool) -> None:
    page = opened(qtbot)
    page._make_room(searching)
    assert page.cards.isHidden() is searching


@pytest.mark.parametrize("size", [(1366, 700), (640, 330)])
def test_what_is_missing_moves_neither_field_nor_answers(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = opened(qtbot)
    page.resize(*size)
    page.show()
    page.activate("")
    qtbot.waitExposed(page)
    seen = (page.search_box.field, page.cards.cards[0])
    before = [widget.mapTo(page, QPoint(0, 0)) for widget in seen]
    page.complain(page.what_is_missing())
    qtbot.wait(50)
    assert page.fault.isVisible()
    assert [widget.mapTo(page, QPoint(0, 0)) for widget in seen] == before
    page.cards.cards[0].click()
    qtbot.wait(50)
    assert page.explanation[0].isVisible()
    assert not page.fault.isVisible()
    assert [widget.mapTo(page, QPoint(0, 0)) for widget in seen] == before


def test_the_list_is_one_press_away(qtbot: QtBot) -> None:
    page = opened(qtbot)
    with qtbot.waitSignal(page.list_wanted):
        buttons(page)[page.context.words.list_button].click()


def test_statistics_are_offered_only_where_they_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    label = small_context().words.tally_button
    assert label not in buttons(opened(qtbot))
    page = opened(qtbot, StatisticsStore(tmp_path))
    with qtbot.waitSignal(page.statistics_wanted):
        buttons(page)[label].click()

"""The first page of a laptop: search beside the answers, or results in their place."""

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


def shown(qtbot: QtBot, *size: int) -> HomePage:
    page = opened(qtbot)
    page.resize(*size)
    page.show()
    page.activate("")
    qtbot.waitExposed(page)
    return page


@pytest.mark.parametrize("searching", [True, False])
def test_answers_make_room_for_what_is_found(qtbot: QtBot, *, searching: bool) -> None:
    page = opened(qtbot)
    page._make_room(searching)
    assert page.cards.isHidden() is searching


def test_with_room_search_and_answers_stand_beside_each_other(qtbot: QtBot) -> None:
    metrics = opened(qtbot).fontMetrics()
    letter, line = metrics.averageCharWidth(), metrics.lineSpacing()
    page = shown(qtbot, 90 * letter, 40 * line)
    page.search_box.searching.emit(True)  # noqa: FBT003  a signal
    assert page.cards.isVisible(), "what is found takes nothing away"
    side, cards = (
        widget.mapTo(page, QPoint(0, 0)).x() + widget.width() * place
        for widget, place in ((page.side, 1), (page.cards, 0))
    )
    assert side <= cards
    assert len({card.x() for card in page.cards.cards}) == 1
    page.resize(50 * letter, 40 * line)
    qtbot.waitUntil(lambda: not page.cards.isVisible())
    page.search_box.searching.emit(False)  # noqa: FBT003
    assert page.cards.isVisible()
    qtbot.waitUntil(lambda: page.side.y() < page.cards.y())


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

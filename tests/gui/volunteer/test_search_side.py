"""Search and tools of the first page, as a column and as a row."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.search_side import SearchSide
from jknassist.system.statistics_store import StatisticsStore
from tests.support.small_context import small_context

WIDE, NARROW = 1300, 200


def made(qtbot: QtBot) -> SearchSide:
    side = SearchSide(small_context())
    qtbot.addWidget(side)
    return side


def in_the_row_of_the_field(side: SearchSide) -> bool:
    return side.search_box.top.indexOf(side._tools) >= 0


@pytest.mark.parametrize(("width", "beside"), [(WIDE, True), (NARROW, False)])
def test_the_tools_stand_beside_the_field_where_it_keeps_its_width(
    qtbot: QtBot, width: int, *, beside: bool
) -> None:
    side = made(qtbot)
    side.fit(WIDE - width, 1, column=False, searching=False)
    side.fit(width, 1, column=False, searching=False)
    assert in_the_row_of_the_field(side) is beside
    assert side._title.isHidden()
    assert side._note.isHidden()


def test_as_a_column_it_has_titles_and_says_what_the_program_is(qtbot: QtBot) -> None:
    side = made(qtbot)
    side.fit(600, 1, column=True, searching=False)
    assert not in_the_row_of_the_field(side)
    shown = (side._title, side._tools_title, side._tools, side._note)
    assert [one.isHidden() for one in shown] == [False] * 4
    assert side.search_box.field.placeholderText() != side._title.text(), "said once"


@pytest.mark.parametrize(
    ("density", "note", "tools"), [(1, True, True), (2, False, True), (3, False, False)]
)
def test_results_take_the_room_of_the_note_then_of_the_tools(
    qtbot: QtBot, density: int, *, note: bool, tools: bool
) -> None:
    side = made(qtbot)
    side.fit(600, density, column=True, searching=True)
    assert side._note.isHidden() is not note
    assert side._tools.isHidden() is not tools
    side.fit(600, density, column=True, searching=False)
    assert not side._tools.isHidden()


def test_each_tool_says_that_it_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    context = replace(small_context(), statistics=StatisticsStore(tmp_path))
    side = SearchSide(context)
    qtbot.addWidget(side)
    tools = {tool.text(): tool for tool in side._tools.findChildren(QPushButton)}
    words = context.words
    wanted = {
        words.list_button: side.list_wanted,
        words.tally_button: side.statistics_wanted,
        words.sheet_button: side.sheet_wanted,
    }
    assert tools.keys() == wanted.keys()
    for text, signal in wanted.items():
        with qtbot.waitSignal(signal):
            tools[text].click()

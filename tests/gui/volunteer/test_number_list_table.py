"""The result table: a row for each entry, no card number, and a button where there is a number."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.phone.number_list import Examiner, ListedNumber, ListRow
from jknassist.gui.volunteer.number_list_table import (
    COLUMN,
    COPY,
    SAYS,
    SUGGESTION,
    ResultTable,
    cells,
)
from tests.support.phone_plan import index
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words
NIK = "3201234567890128"


def examined(*written: str) -> list[ListedNumber]:
    examiner = Examiner(index(), small_knowledge().number_words)
    return [examiner.examine(ListRow(7, one, "HP")) for one in written]


@pytest.fixture
def table(qtbot: QtBot) -> ResultTable:
    made = ResultTable(small_context())
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    return made


@pytest.mark.parametrize(("written", "shown"), [("0813-2456-7890", "0813-2456-7890"), (NIK, None)])
def test_a_card_number_is_not_shown(written: str, shown: str | None) -> None:
    (one,) = examined(written)
    row = cells(one, WORDS)
    assert row[:2] == ("7", "HP")
    assert row[2] == (WORDS.list_private if shown is None else shown)
    assert not any(NIK in cell for cell in row)


def test_where_nothing_is_suggested_the_cell_says_so_and_looks_like_no_number(
    table: ResultTable,
) -> None:
    table.show_entries(examined(NIK, "813 2456 7891"))
    none, number = table.item(0, 4), table.item(1, 4)
    assert none is not None
    assert number is not None
    assert (none.text(), none.font().bold()) == (WORDS.list_no_suggestion, False)
    assert number.font().bold()


def test_only_a_row_with_one_number_to_use_has_a_button(table: ResultTable) -> None:
    table.show_entries(examined("0813-2456-7890", "0812-3456-7891/92", NIK, "813 2456 7891"))
    named = [made and made.accessibleName() for made in map(table.copy_button, range(4))]

    assert named == [
        WORDS.list_copy.format(number="0813-2456-7890"),
        None,
        None,
        WORDS.list_copy.format(number="0813-2456-7891"),
    ]


def test_without_a_number_to_copy_the_column_takes_no_room(table: ResultTable) -> None:
    table.show_entries(examined(NIK))
    assert table.isColumnHidden(COPY)
    table.show_entries(examined("0813-2456-7890"))
    assert not table.isColumnHidden(COPY)


def test_only_visible_rows_get_their_button(table: ResultTable, qtbot: QtBot) -> None:
    table.show_entries(examined(*(f"0813-2456-{n:04}" for n in range(200))))
    assert table.copy_button(0) is not None
    assert table.copy_button(199) is None
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.copy_button(199) is not None)


def test_a_button_has_room_for_what_it_says_afterwards(table: ResultTable) -> None:
    table.show_entries(examined("0813-2456-7890"))
    made = table.copy_button(0)
    assert made is not None
    made.setText(WORDS.copied)

    assert made.has_one_line(made.width())
    assert made.height() >= made.sizeHint().height()


def test_the_column_of_the_list_is_named_only_beside_others(table: ResultTable) -> None:
    table.show_entries(examined("0813-2456-7890"))
    both = table.columnWidth(SAYS)
    table.name_columns(named=False)
    assert table.isColumnHidden(COLUMN)
    assert table.columnWidth(SAYS) > both
    table.name_columns(named=True)
    assert not table.isColumnHidden(COLUMN)


def test_numbers_that_may_be_meant_stand_below_each_other(table: ResultTable) -> None:
    between = small_knowledge().number_words.list_or
    both = f"0811-8752-3161 {between} 0818-8752-3161"
    (one,) = examined("081188752316")
    table.show_entries([replace(one, suggestion=both)])
    item = table.item(0, SUGGESTION)
    assert item is not None
    assert item.text().splitlines() == [f"0811-8752-3161 {between}", "0818-8752-3161"]
    assert table.columnWidth(SUGGESTION) < table.fontMetrics().horizontalAdvance(both)


def test_the_buttons_give_way_to_the_sentences(table: ResultTable) -> None:
    table.show_entries(examined("0813-2456-7890"))
    table.resize(340, 300)
    assert table.isColumnHidden(COPY)
    table.resize(1000, 300)
    assert not table.isColumnHidden(COPY)

"""The column chooser: detected columns are ticked, others can be added."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.content.number_files.columns import Column
from jknassist.gui.volunteer.number_list_columns import LONGEST_NAME, ColumnChooser, short
from tests.support.small_context import small_context


@pytest.fixture
def chooser(qtbot: QtBot) -> ColumnChooser:
    made = ColumnChooser(small_context())
    qtbot.addWidget(made)
    return made


def test_a_found_column_is_ticked_and_another_can_be_taken(
    chooser: ColumnChooser, qtbot: QtBot
) -> None:
    name, phone, guardian = (Column(place, text) for place, text in enumerate(("A", "HP", "Wali")))
    chooser.offer([name, phone, guardian], [phone])
    assert list(chooser.taken) == [phone]
    with qtbot.waitSignal(chooser.changed):
        chooser.buttons()[2].click()
    assert list(chooser.taken) == [phone, guardian]
    with qtbot.waitSignal(chooser.changed):
        chooser.buttons()[1].click()
    assert list(chooser.taken) == [guardian]


def test_a_long_heading_is_one_short_line() -> None:
    assert short("Nomor\nHP") == "Nomor HP"
    assert len(short("x" * 100)) == LONGEST_NAME

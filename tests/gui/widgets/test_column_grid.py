"""Widgets in one or two columns: reading order, and moving between both."""

import pytest
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.column_grid import lay_in_columns


@pytest.mark.parametrize(
    ("columns", "down", "places"),
    [
        (1, False, [(0, 0), (1, 0), (2, 0)]),
        (1, True, [(0, 0), (1, 0), (2, 0)]),
        (2, False, [(0, 0), (0, 1), (1, 0)]),
        (2, True, [(0, 0), (1, 0), (0, 1)]),
    ],
)
def test_widgets_stand_in_the_order_of_reading(
    qtbot: QtBot, *, columns: int, down: bool, places: list[tuple[int, int]]
) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    grid = QGridLayout(inside)
    widgets = [QLabel(str(number)) for number in range(3)]
    for count in (3 - columns, columns):
        lay_in_columns(grid, widgets, count, down=down)
    assert grid.count() == len(widgets)
    for widget, (row, column) in zip(widgets, places, strict=True):
        found = grid.itemAtPosition(row, column)
        assert found is not None
        assert found.widget() is widget
    assert [grid.columnStretch(column) for column in range(2)] == [1, columns - 1]

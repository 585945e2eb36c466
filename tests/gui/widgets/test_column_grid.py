"""Widgets in one or two columns: reading order, and moving between both."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.column_grid import (
    GridCell,
    lay_in_columns,
    lay_in_full_rows,
    put_in_grid,
)
from tests.support.event_log import EventLog

WIDGETS = 3


@pytest.fixture
def inside(qtbot: QtBot) -> QWidget:
    """Return the widget of a grid, which has to live as long as the grid."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def labels() -> list[QLabel]:
    return [QLabel(str(number)) for number in range(WIDGETS)]


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
    inside: QWidget, *, columns: int, down: bool, places: list[tuple[int, int]]
) -> None:
    grid, widgets = QGridLayout(inside), labels()
    for count in (WIDGETS - columns, columns):
        lay_in_columns(grid, widgets, count, down=down)
    assert grid.count() == len(widgets)
    for widget, (row, column) in zip(widgets, places, strict=True):
        found = grid.itemAtPosition(row, column)
        assert found is not None
        assert found.widget() is widget
    assert [grid.columnStretch(column) for column in range(2)] == [1, columns - 1]


@pytest.mark.parametrize(("columns", "spans"), [(1, [1, 1, 1]), (2, [1, 1, 2])])
def test_the_last_one_of_an_incomplete_row_takes_the_rest_of_it(
    inside: QWidget, columns: int, spans: list[int]
) -> None:
    grid, widgets = QGridLayout(inside), labels()
    for count in (WIDGETS - columns, columns):
        lay_in_full_rows(grid, widgets, count)
    assert grid.count() == len(widgets)
    row = len(widgets) // columns - (columns == 1)
    found = (grid.itemAtPosition(row, column) for column in range(2))
    assert [item.widget() for item in found if item is not None] == widgets[-1:] * spans[-1]


def test_what_is_moved_in_a_shown_grid_is_not_shown_again_later(
    inside: QWidget, qtbot: QtBot
) -> None:
    grid, widgets = QGridLayout(inside), labels()
    lay_in_columns(grid, widgets, 1)
    inside.show()
    qtbot.waitExposed(inside)
    QApplication.processEvents()
    watch = EventLog([QEvent.Type.Show])
    for widget in widgets:
        widget.installEventFilter(watch)
    lay_in_columns(grid, widgets, 2)
    watch.seen.clear()
    QApplication.processEvents()
    assert watch.seen == []


def test_what_was_hidden_stays_hidden_when_it_is_moved(inside: QWidget) -> None:
    grid, (first, hidden, late) = QGridLayout(inside), labels()
    put_in_grid(grid, first, GridCell(0, 0))
    put_in_grid(grid, hidden, GridCell(1, 0))
    hidden.hide()
    inside.show()
    for widget, column in ((first, 0), (hidden, 1), (late, 2)):
        put_in_grid(grid, widget, GridCell(0, column, rows=2))
    assert [one.isVisible() for one in (first, hidden, late)] == [True, False, True]
    QApplication.processEvents()
    assert [one.isVisible() for one in (first, hidden, late)] == [True, False, True]

"""Widgets of a kind in one or two columns of a grid, moved when the width changes."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

MOST_COLUMNS = 2


FILLING = Qt.AlignmentFlag(0)
"""No alignment: a widget takes its whole cell."""


class GridCell(NamedTuple):
    """A place in a grid, and how many rows and columns it takes."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


def put_in_grid(
    grid: QGridLayout, widget: QWidget, cell: GridCell, align: Qt.AlignmentFlag = FILLING
) -> None:
    """Put a widget into a cell of a grid; in one that is shown, show it at once.

    Qt would show it in a later turn of the event loop, even one that was only moved: the page would
    be laid out and painted a second time.
    """
    grid.addWidget(widget, *cell, align)
    parent = widget.parentWidget()
    explicit = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    if parent is not None and parent.isVisible() and not (explicit and widget.isHidden()):
        widget.show()


def lay_in_columns(
    grid: QGridLayout,
    widgets: Sequence[QWidget],
    columns: int,
    *,
    down: bool = False,
    align: Qt.AlignmentFlag = FILLING,
) -> None:
    """Put widgets into columns of equal width, row by row, or with `down` column by column."""
    rows = -(-len(widgets) // columns)
    for index, widget in enumerate(widgets):
        across, along = divmod(index, rows) if down else (index % columns, index // columns)
        put_in_grid(grid, widget, GridCell(along, across), align)
    for column in range(MOST_COLUMNS):
        grid.setColumnStretch(column, 1 if column < columns else 0)


def lay_in_full_rows(grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
    """Put widgets into columns row by row; the last one of an incomplete row takes the rest."""
    lay_in_columns(grid, widgets, columns)
    row, taken = divmod(len(widgets), columns)
    if taken:
        last = GridCell(row, taken - 1, columns=columns - taken + 1)
        put_in_grid(grid, widgets[-1], last)

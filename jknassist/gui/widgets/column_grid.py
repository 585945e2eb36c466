"""Widgets of a kind in one or two columns of a grid, moved when the width changes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

MOST_COLUMNS = 2


FILLING = Qt.AlignmentFlag(0)
"""No alignment: a widget takes its whole cell."""


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
        grid.addWidget(widget, along, across, align)
    for column in range(MOST_COLUMNS):
        grid.setColumnStretch(column, 1 if column < columns else 0)


def lay_in_full_rows(grid: QGridLayout, widgets: Sequence[QWidget], columns: int) -> None:
    """Put widgets into columns row by row; the last one of an incomplete row takes the rest."""
    lay_in_columns(grid, widgets, columns)
    row, taken = divmod(len(widgets), columns)
    if taken:
        grid.addWidget(widgets[-1], row, taken - 1, 1, columns - taken + 1)

"""Rows of charts and tables on paper: a name, a bar and its count; or a name and figures."""

from PySide6.QtCore import Qt

from jknassist.core.export.print_document import CountRow, Role, TableRow
from jknassist.gui.printing.cursor import Cursor, height_of, natural_width, wrapped
from jknassist.gui.printing.draw_items import BoxPiece, ShareBarPiece, TextPiece

ROW_ABOVE = 2.0
"""Space in points above a row of a chart or table."""

NAME_SHARE, FIGURE_SHARE = 0.5, 0.13
"""Shares of the width of a page: for a name, and for each column of figures of a table."""

COUNT_FROM = "00000"
"""A count as wide as any that is expected: the bars of all rows end before it."""

THICK = 0.8
"""Height of a bar, as a share of the height of its count."""

FRAME, HATCHING = 1.1, 4.0
"""Thickness of the frame of a bar, and distance of its hatching, in points."""

BETWEEN = 6.0
"""Space in points between a name, its bar and its count."""


def add_row(cursor: Cursor, row: CountRow | TableRow) -> None:
    """Lay out a row below the last one."""
    if isinstance(row, CountRow):
        _add_count_row(cursor, row)
    else:
        _add_table_row(cursor, row)


def _add_count_row(cursor: Cursor, row: CountRow) -> None:
    """Lay out a bar with its count, the name left of it; on a roll above it."""
    kind = cursor.font_style_of(Role.ITEM)
    above, gap = ROW_ABOVE, cursor.points(BETWEEN)
    wide = cursor.length is not None
    name_width = NAME_SHARE * cursor.width if wide else cursor.width
    name = wrapped(cursor, row.name, kind, name_width - gap)
    count = wrapped(cursor, row.count, cursor.font_style_of(Role.HEADING), cursor.width)
    begin = name_width if wide else 0.0
    if not wide:
        top = cursor.reserve(above, height_of(name) + height_of(count))
        cursor.put(TextPiece(layout=name, left=0, top=top))
        top, height = top + height_of(name), height_of(count)
    else:
        height = max(height_of(name), height_of(count))
        top = cursor.reserve(above, height)
        cursor.put(TextPiece(layout=name, left=0, top=top + (height - height_of(name)) / 2))
    figures = wrapped(cursor, COUNT_FROM, cursor.font_style_of(Role.HEADING), cursor.width)
    end = cursor.width - max(natural_width(figures), natural_width(count)) - gap
    thick = THICK * height_of(count)
    cursor.put(
        ShareBarPiece(
            left=begin,
            top=top + (height - thick) / 2,
            width=max(thick / 2, row.share * (end - begin)),
            height=thick,
            filled=row.filled / row.share if row.share else 0.0,
            line=cursor.points(FRAME),
            hatching=cursor.points(HATCHING) if row.hatched else 0.0,
        ),
        TextPiece(
            layout=count,
            left=cursor.width - natural_width(count),
            top=top + (height - height_of(count)) / 2,
        ),
    )


def _add_table_row(cursor: Cursor, row: TableRow) -> None:
    """Lay out a row of a table; below its head is a line."""
    kind = cursor.font_style_of(Role.DETAIL)
    column = FIGURE_SHARE * cursor.width
    left = cursor.width - len(row.cells) * column
    name = wrapped(cursor, row.name, kind, left)
    right = Qt.AlignmentFlag.AlignRight
    cells = [wrapped(cursor, cell, kind, column, right) for cell in row.cells]
    height = max(map(height_of, (name, *cells)))
    line = round(cursor.points(FRAME)) if row.is_head else 0
    top = cursor.reserve(ROW_ABOVE, height + line)
    for text, at in ((name, 0.0), *((cell, left + n * column) for n, cell in enumerate(cells))):
        cursor.put(TextPiece(layout=text, left=at, top=top + height - height_of(text)))
    if line:
        lower = round(top + height)
        cursor.put(BoxPiece(left=0, top=lower, width=cursor.width, height=line, line=line))

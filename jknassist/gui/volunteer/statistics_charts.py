"""Bars of the statistics: drawn so that they are told apart by shape, not by colour alone.

What helped is filled, all are an outline around it, what was left is hatched.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext

THICK, ROUND, FRAME = 28, 5, 3
"""Pixels at scale 1: height of a bar, radius of its corners; and thickness of its frame."""

COLUMNS_HEIGHT, COLUMN = 96, 40
"""Pixels at scale 1: height of the tallest column, and width of a column."""

SHORTEST = 4
"""Pixels that a bar is long at the least, so that a single visit is seen."""


class Share(NamedTuple):
    """Lengths of a bar as shares, from 0 to 1, of the longest one; `filled` is part of `all_`."""

    all_: float
    filled: float = 0.0


class CountBar(QWidget):
    """A bar for all with the part that is filled, or a hatched one for what was left."""

    def __init__(self, share: Share, context: UiContext, *, hatched: bool = False) -> None:
        super().__init__()
        self._share, self._hatched = share, hatched
        self._icons, self._scale = context.icons, context.theme.scale
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        thick = round(THICK * self._scale)
        return QSize(4 * thick, thick)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette, half, radius = self._icons.palette, FRAME / 2, ROUND * self._scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        length = max(SHORTEST, self.width() * self._share.all_)
        whole = QRectF(0, 0, length, self.height()).adjusted(half, half, -half, -half)
        shape = QPainterPath()
        shape.addRoundedRect(whole, radius, radius)
        if self._hatched:
            painter.fillPath(shape, QColor(palette.card))
            painter.fillPath(shape, QBrush(QColor(palette.quiet), Qt.BrushStyle.BDiagPattern))
        else:
            painter.fillPath(shape, QColor(palette.tint))
            part = QPainterPath()
            part.addRect(QRectF(0, 0, self.width() * self._share.filled, self.height()))
            painter.fillPath(shape.intersected(part), QColor(palette.accent))
        frame = palette.quiet if self._hatched else palette.tint_lip
        painter.strokePath(shape, QPen(QColor(frame), FRAME))
        painter.end()


class ChartColumn(NamedTuple):
    """A column of a chart: its count, and the two lines below it."""

    number: int
    upper: str
    lower: str


class ColumnChart(QWidget):
    """A column for each day or week with its count above it."""

    def __init__(self, columns: Sequence[ChartColumn], context: UiContext) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._active, self._icons = context.active_theme, context.icons
        self._format_count = context.format_count
        told = (f"{one.lower} {one.upper}: {self._format_count(one.number)}" for one in columns)
        self.setAccessibleName(", ".join(told))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = len(self._columns) * round((COLUMN + 8) * self._active.now.scale)
        return QSize(width, round(COLUMNS_HEIGHT * self._active.now.scale) + 4 * self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def _line(self) -> int:
        return round(1.2 * self._active.now.px("small"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((one.number for one in self._columns), default=1)
        pitch = self.width() / max(len(self._columns), 1)
        for index, column in enumerate(self._columns):
            self._paint(painter, column, QRectF(index * pitch, 0, pitch, self.height()), most)
        painter.end()

    def _paint(self, painter: QPainter, column: ChartColumn, place: QRectF, most: int) -> None:
        palette, line = self._icons.palette, self._line()
        room = place.height() - 4 * line
        height = max(SHORTEST, room * column.number / most)
        width = min(COLUMN * self._active.now.scale, 0.8 * place.width())
        top = place.top() + 1.5 * line + room - height
        bar = QRectF(place.center().x() - width / 2, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawRoundedRect(bar, ROUND, ROUND)
        for text, at, bold, colour in (
            (self._format_count(column.number), bar.top() - 1.4 * line, True, palette.ink),
            (column.upper, bar.bottom() + 0.2 * line, False, palette.quiet),
            (column.lower, bar.bottom() + 1.2 * line, True, palette.ink),
        ):
            font = QFont(self.font())
            font.setPixelSize(self._active.now.px("small"))
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            where = QRectF(place.left(), at, place.width(), 1.2 * line)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)

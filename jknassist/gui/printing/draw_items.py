"""Draw items of a page: text, QR codes, boxes and barcodes at positions in printer pixels."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout

from jknassist.content import loader
from jknassist.gui.printing import barcode
from jknassist.gui.qt import qr_painter
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT

BLACK, WHITE = "#000000", "#FFFFFF"


@cache
def paper_pictures() -> SvgIcons:
    """Return the pictures as they are printed: lines black, fills white."""
    black = dict.fromkeys(("ink", "quiet", "edge", "accent", "warn", "good"), BLACK)
    white = dict.fromkeys(("card", "plate", "note", "mark"), WHITE)
    return SvgIcons(loader.picture, LIGHT._replace(**black, **white))


@dataclass(frozen=True, kw_only=True)
class TextPiece:
    """A wrapped paragraph with the position of its upper left corner."""

    layout: QTextLayout
    left: float
    top: float

    def draw(self, painter: QPainter) -> None:
        """Draw the paragraph in black."""
        painter.setPen(Qt.GlobalColor.black)
        self.layout.draw(painter, QPointF(self.left, self.top))


@dataclass(frozen=True, kw_only=True)
class CodePiece:
    """A QR code with quiet zone and the position of its upper left corner."""

    payload: str
    corner: tuple[int, int]
    module: int

    def draw(self, painter: QPainter) -> None:
        """Draw the code in black on white."""
        qr_painter.draw(painter, self.payload, self.corner, self.module)


@dataclass(frozen=True, kw_only=True)
class BoxPiece:
    """A black frame, `line` pixels thick; with height 0 it is a line across the paper.

    With a `dash` the lines are dashed, each dash and each gap so many pixels long.
    """

    left: int
    top: int
    width: int
    height: int
    line: int
    dash: int = 0

    def draw(self, painter: QPainter) -> None:
        """Draw the four sides as filled bars, so that no side is thinner than another."""
        whole = QRect(self.left, self.top, self.width, self.height)
        inner = whole.adjusted(self.line, self.line, -self.line, -self.line)
        for bar in (
            QRect(whole.left(), whole.top(), self.width, self.line),
            QRect(whole.left(), inner.bottom() + 1, self.width, self.line),
            QRect(whole.left(), whole.top(), self.line, self.height),
            QRect(inner.right() + 1, whole.top(), self.line, self.height),
        ):
            for part in self._dashes(bar.intersected(whole)):
                painter.fillRect(part, Qt.GlobalColor.black)

    def _dashes(self, bar: QRect) -> Iterator[QRect]:
        if not self.dash:
            yield bar
            return
        lying = bar.width() > bar.height()
        for start in range(0, max(bar.width(), bar.height()), 2 * self.dash):
            at = QPoint(start, 0) if lying else QPoint(0, start)
            size = QSize(self.dash, bar.height()) if lying else QSize(bar.width(), self.dash)
            yield QRect(bar.topLeft() + at, size).intersected(bar)


@dataclass(frozen=True, kw_only=True)
class BarsPiece:
    """A barcode; `unit` is the width of one Code 39 unit in pixels."""

    text: str
    left: float
    top: float
    unit: float
    height: float

    def draw(self, painter: QPainter) -> None:
        """Draw the bars in black."""
        for start, width in barcode.bars(self.text):
            left = self.left + start * self.unit
            bar = QRectF(left, self.top, width * self.unit, self.height)
            painter.fillRect(bar, Qt.GlobalColor.black)


@dataclass(frozen=True, kw_only=True)
class PicturePiece:
    """A square picture of the content in black and white, `side` pixels wide."""

    name: str
    left: float
    top: float
    side: int

    def draw(self, painter: QPainter) -> None:
        """Draw the picture; a printer of one colour gets it without any grey."""
        painter.drawPixmap(
            QPointF(self.left, self.top), paper_pictures().draw(self.name, self.side)
        )


@dataclass(frozen=True, kw_only=True)
class ShareBarPiece:
    """A bar of a chart: a frame, from its left a share that is `filled`, or lines across it.

    `line` is the thickness of the frame, `hatching` the distance of the lines, 0 for none.
    """

    left: float
    top: float
    width: float
    height: float
    filled: float
    line: float
    hatching: float = 0.0

    def draw(self, painter: QPainter) -> None:
        """Draw the bar in black and white, without any grey."""
        bar = QRectF(self.left, self.top, self.width, self.height)
        half = self.line / 2
        painter.save()
        painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
        painter.fillRect(
            QRectF(bar.topLeft(), QSizeF(self.width * self.filled, self.height)),
            Qt.GlobalColor.black,
        )
        painter.setPen(QPen(Qt.GlobalColor.black, self.line))
        for start in self._hatches():
            lower = QPointF(self.left + start, self.top + self.height)
            painter.drawLine(lower, lower + QPointF(self.height, -self.height))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(half, half, -half, -half))
        painter.restore()

    def _hatches(self) -> Iterator[float]:
        """Yield where the lines across the bar begin at its lower edge."""
        if self.hatching:
            for number in range(int((self.width + self.height) / self.hatching) + 1):
                yield number * self.hatching - self.height


Piece = TextPiece | CodePiece | BoxPiece | BarsPiece | PicturePiece | ShareBarPiece

"""Draws one digit of a number in its box: plain, marked, missing, or hidden by the app."""

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from jknassist.core.phone.mask import HIDDEN
from jknassist.gui.style.theme import Theme

HATCH = 0.3
"""Distance of the hatch lines of a hidden digit, as a factor of the digit size."""

STAR = 0.2
"""Length of an arm of its star, as a factor of the digit size."""

ARMS = 3

MORE = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a box for all digits that have none."""

DOTS, DOT = 3, 0.12
"""Dots in it, and the diameter of each as a share of the width of the box."""


@dataclass(frozen=True)
class Box:
    """One position of a number: its digit (empty for a missing one, * for a hidden one).

    Of a number that is too long the last one stands for all that follow.
    """

    digit: str
    marked: bool = False


def paint_box(painter: QPainter, rect: QRectF, box: Box, theme: Theme, font: QFont) -> None:
    """Draw a box with its digit; the pixel size of the font is the digit size."""
    if box.digit == HIDDEN:
        paint_hidden(painter, rect, theme, font.pixelSize())
        return
    palette = theme.palette
    marked = box.marked and bool(box.digit)
    line = theme.px("ring" if marked else "line")
    inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    corner = theme.px("round_small")
    missing = not box.digit
    fill, edge = palette.card, palette.edge
    if marked:
        fill, edge = palette.mark, palette.on_mark_edge
    elif missing:
        fill = palette.paper
    pen = QPen(QColor(edge), line)
    if missing:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(inner, corner, corner)
    ink = QColor(palette.on_mark if marked else palette.ink)
    if box.digit == MORE:
        _paint_dots(painter, rect, ink)
        return
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, box.digit)


def paint_hidden(painter: QPainter, rect: QRectF, theme: Theme, digit: float) -> None:
    """Draw a hatched box with a star, for a digit that the app does not show."""
    line = theme.px("line")
    inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)
    shape = QPainterPath()
    corner = theme.px("round_small")
    shape.addRoundedRect(inner, corner, corner)
    painter.save()
    painter.fillPath(shape, QColor(theme.palette.paper))
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    _paint_hatch(painter, inner, QColor(theme.palette.hatch), HATCH * digit)
    painter.restore()
    painter.strokePath(shape, QPen(QColor(theme.palette.edge), line))
    _paint_star(painter, inner.center(), QColor(theme.palette.quiet), STAR * digit)


def _paint_dots(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    side = max(3.0, DOT * rect.width())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for dot in range(DOTS):
        middle = rect.center() + QPointF((dot - 1) * 2 * side, 0)
        painter.drawEllipse(middle, side / 2, side / 2)


def _paint_hatch(painter: QPainter, rect: QRectF, colour: QColor, apart: float) -> None:
    painter.setPen(QPen(colour, apart / 2))
    left = rect.left() - rect.height()
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.top()))
        left += apart


def _paint_star(painter: QPainter, middle: QPointF, colour: QColor, length: float) -> None:
    pen = QPen(colour, max(2.0, length / 3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for arm in range(ARMS):
        turn = pi / 2 + arm * pi / ARMS
        tip = QPointF(length * cos(turn), length * sin(turn))
        painter.drawLine(middle - tip, middle + tip)

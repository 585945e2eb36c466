"""The two signs of the voice, drawn in one colour: a loudspeaker, and the square that stops it."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

HORN = ((0.06, 0.36), (0.24, 0.36), (0.5, 0.14), (0.5, 0.86), (0.24, 0.64), (0.06, 0.64))
"""Corners of the loudspeaker, as shares of the side of its square."""

WAVES = (0.2, 0.38)
"""Radii of the sound waves, likewise."""

OPENING = 45
"""Degrees that a wave reaches up and down."""

LINE = 0.09
SQUARE = 0.6
CORNER = 0.12


def paint_loudspeaker(painter: QPainter, square: QRectF, colour: str) -> None:
    """Paint a loudspeaker with two waves into a square."""
    side, corner = square.width(), square.topLeft()
    pen = QPen(QColor(colour), LINE * side)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([corner + QPointF(x * side, y * side) for x, y in HORN]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = corner + QPointF(HORN[2][0] * side, side / 2)
    for share in WAVES:
        radius = share * side
        around = QRectF(-radius, -radius, 2 * radius, 2 * radius).translated(middle)
        painter.drawArc(around, -OPENING * 16, 2 * OPENING * 16)


def paint_stop(painter: QPainter, square: QRectF, colour: str) -> None:
    """Paint the sign that stops it into a square."""
    side = SQUARE * square.width()
    inside = QRectF(0, 0, side, side)
    inside.moveCenter(square.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corner = math.ceil(CORNER * side)
    painter.drawRoundedRect(inside, corner, corner)

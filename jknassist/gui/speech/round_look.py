"""The round look of a loudspeaker: a circle on a lip, with the sign of what a press does."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton

from jknassist.gui.style.palette import Palette
from jknassist.gui.style.signs import Sign, sign
from jknassist.gui.style.theme import Theme

SIGN = 0.5
"""Side of the sign as a share of the diameter."""

RING = 3
"""Pixels from the circle to the frame of the focus."""


class RoundLook(NamedTuple):
    """What a round button is painted with; while it sounds its fill is that of the voice."""

    button: QPushButton
    palette: Palette
    theme: Theme

    def paint(
        self, painter: QPainter, circle: QRectF, fill: str, *, sounding: bool, ring: bool = True
    ) -> None:
        """Paint lip, circle, sign and, with `ring`, the ring of the focus around them."""
        palette, lip = self.palette, self.theme.px("lip")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.button.isDown():
            circle = circle.translated(0, lip)
        else:
            painter.setBrush(QColor(palette.mark_lip))
            painter.drawEllipse(circle.translated(0, lip))
        filled = palette.mark if sounding else fill
        painter.setBrush(QColor(filled))
        painter.drawEllipse(circle)
        side = round(SIGN * circle.width())
        colour = palette.on_mark if filled == palette.mark else palette.ink
        name = Sign.STOP if sounding else Sign.LOUDSPEAKER
        corner = circle.center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(corner, sign(name, side, colour, self.button.devicePixelRatioF()))
        if ring and self.button.hasFocus():
            line = self.theme.px("ring")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), line))
            out = RING + line / 2
            painter.drawEllipse(circle.adjusted(-out, -out, out, out + lip))

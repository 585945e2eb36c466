"""Badge with a tick: marks what is chosen by its shape, not by colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign, sign

SIDE = 38
"""Diameter in pixels at scale 1."""

TICK = 0.62
"""Side of the tick in it, as a share of the diameter."""

RING = 14
"""The diameter divided by the thickness of the ring."""


class TickBadge(QWidget):
    """A round badge over a picture; lets every press through."""

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = context.icons
        side = round(SIDE * context.theme.scale)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette, side = self._icons.palette, self.width()
        ring = max(2, side // RING)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.mark))
        painter.setPen(QPen(QColor(palette.on_mark), ring))
        half = ring / 2
        painter.drawEllipse(QRectF(self.rect()).adjusted(half, half, -half, -half))
        tick = round(side * TICK)
        drawn = sign(Sign.CHECK, tick, palette.on_mark, self.devicePixelRatioF())
        painter.drawPixmap(QPointF((side - tick) / 2, (side - tick) / 2), drawn)
        painter.end()

"""Ring that shows how much of a time is left, with the seconds in it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext

SIDE = 240
"""Diameter in pixels at scale 1."""

THICK = 0.1
"""Thickness of the ring as a share of the diameter."""

TOP, TURN = 90, 360
DEGREE = 16
"""Qt counts angles in sixteenths, from the right, against the clock."""


class TimeRing(QWidget):
    """Painted once for each second; the words beside it say the same to a screen reader.

    Unless `counted`, the middle is left free for words. `side` is in pixels at scale 1.
    """

    def __init__(
        self, whole: int, context: UiContext, *, counted: bool = True, side: int = SIDE
    ) -> None:
        super().__init__()
        self._counted, self._side = counted, side
        self._whole, self._left = max(whole, 1), whole
        self._active, self._icons = context.active_theme, context.icons
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._left = seconds
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = round(self._side * self._active.now.scale)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette, side = self._icons.palette, self.width()
        thick = THICK * side
        outer = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        inner = outer.adjusted(thick, thick, -thick, -thick)
        span = round(TURN * DEGREE * self._left / self._whole)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.edge), 2))
        painter.setBrush(QColor(palette.shade))
        painter.drawEllipse(outer)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        painter.drawPie(outer, TOP * DEGREE, -span)
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(inner)
        if self._counted:
            self._paint_seconds(painter, inner)
        painter.end()

    def _paint_seconds(self, painter: QPainter, inside: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(inside.height() / 2))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._icons.palette.ink))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, str(self._left))

"""The box of a digit that the app does not show: hatched, with a star."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.theme import Theme

HATCH = 0.3
"""Distance of the hatch lines, as a factor of the digit size; half of it is filled."""

STAR = 0.2
"""Length of an arm of the star, as a factor of the digit size."""

ARMS = 3
WIDE, TALL = 1.25, 1.5
"""Size on its own, in a legend or on a key, as factors of the digit size."""


class HiddenDigit(QWidget):
    """A hatched box; the row or button around it says in words what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, share: float = 1.0) -> None:
        super().__init__(parent)
        self._theme = theme
        self._digit = share * theme.px("digit")
        self.setObjectName("hidden_digit")
        self.setAccessibleName("*")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * self._digit), round(TALL * self._digit))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        line = self._theme.px("line")
        rect = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        shape = QPainterPath()
        corner = self._theme.px("round_small")
        shape.addRoundedRect(rect, corner, corner)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, QColor(palette.paper))
        painter.setClipPath(shape)
        self._hatch(painter, rect)
        painter.setClipping(False)
        painter.strokePath(shape, QPen(QColor(palette.edge), line))
        self._star(painter, rect.center())
        painter.end()

    def _hatch(self, painter: QPainter, rect: QRectF) -> None:
        apart = HATCH * self._digit
        painter.setPen(QPen(QColor(self._theme.palette.hatch), apart / 2))
        left = rect.left() - rect.height()
        while left < rect.right():
            painter.drawLine(
                QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.top())
            )
            left += apart

    def _star(self, painter: QPainter, middle: QPointF) -> None:
        arm = STAR * self._digit
        pen = QPen(QColor(self._theme.palette.quiet), max(2.0, arm / 3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for arm in range(ARMS):
            turn = pi / 2 + arm * pi / ARMS
            tip = QPointF(arm * cos(turn), arm * sin(turn))
            painter.drawLine(middle - tip, middle + tip)

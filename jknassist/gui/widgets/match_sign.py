"""A tick or a cross under a digit: whether it agrees with the digit in the other row."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.active_theme import ActiveTheme

TICK = ((-1.0, 0.1), (-0.3, 0.8), (1.0, -0.7))
CROSS = ((-0.8, -0.8), (0.8, 0.8)), ((-0.8, 0.8), (0.8, -0.8))
"""Corners of the signs around their middle, in arms."""

ARM = 0.25
"""Arm of a sign, as a factor of the digit size."""

WIDE, TALL = 2.7, 2.25
"""Least width and height around a sign with its thick lines, in arms."""


class MatchSign(QWidget):
    """A sign drawn with lines, independent of fonts; None draws nothing."""

    def __init__(self, active: ActiveTheme, parent: QWidget, *, agrees: bool | None) -> None:
        super().__init__(parent)
        self._active = active
        self.agrees = agrees

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.agrees is None:
            return
        palette = self._active.now.palette
        arm = min(ARM * self._active.now.px("box"), self.width() / WIDE, self.height() / TALL)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(palette.good if self.agrees else palette.warn), max(2.0, arm / 3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for corners in (TICK,) if self.agrees else CROSS:
            painter.drawPolyline([middle + QPointF(arm * x, arm * y) for x, y in corners])
        painter.end()

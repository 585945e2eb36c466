"""The frame around what is spoken: thick and with a second line, so that colour is not needed."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.palette import Palette

AROUND = 6
"""Pixels between what is framed and the frame."""

THICK = 4
ROUND = 8


class Marker(QWidget):
    """Lies over the window, lets every press through, and frames one widget."""

    def __init__(self, window: QWidget, palette: Palette) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._palette = palette
        self.hide()

    def put_around(self, widget: QWidget, palette: Palette) -> None:
        """Frame a widget of the same window, as far as it can be seen."""
        self._palette = palette
        around = self.parentWidget()
        if around is None or not widget.isVisible():
            self.hide()
            return
        seen = widget.visibleRegion().boundingRect()
        corner = widget.mapTo(around, QPoint(0, 0))
        framed = seen.translated(corner).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        self.setGeometry(framed.intersected(around.rect()))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = THICK // 2
        inside = QRect(self.rect()).adjusted(half, half, -half, -half)
        for colour, width, style in (
            (self._palette.accent, THICK, Qt.PenStyle.SolidLine),
            (self._palette.mark, half, Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(QColor(colour), width, style))
            painter.drawRoundedRect(inside, ROUND, ROUND)
        painter.end()

"""The frame around what is spoken: thick and with a second line, so that colour is not needed."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.palette import Palette

BAND, LINE = 6, 3
"""Pixels of the band around what is framed, and of the line around the band."""

AROUND = BAND + LINE
ROUND = 18


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
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = AROUND - BAND / 2
        for colour, width, inset in (
            (self._palette.ink, LINE, LINE / 2),
            (self._palette.mark, BAND, inner),
        ):
            painter.setPen(QPen(QColor(colour), width))
            framed = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(framed, ROUND - inset, ROUND - inset)
        painter.end()

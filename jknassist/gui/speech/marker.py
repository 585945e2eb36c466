"""The frame around what is spoken: thick and with a second line, so that colour is not needed."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.palette import Palette
from jknassist.gui.widgets.wrapping_label import WrappingLabel

BAND, LINE = 6, 3
"""Pixels of the band around what is framed, and of the line around the band."""

AROUND = BAND + LINE
ROUND = 18

CLOSE = 3
"""Pixels from the letters of a sentence to its frame, which lies between other sentences."""


class Marker(QWidget):
    """Lies over the window, lets every press through, and frames one widget.

    Of a label with several sentences the one that is heard has a frame of its own, line by line.
    """

    def __init__(self, window: QWidget, palette: Palette) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._palette = palette
        self._sentence = QPainterPath()
        self.hide()

    @property
    def sentence(self) -> QRectF:
        """Where the frame of one sentence of several lies in the window; empty if there is none."""
        return self._sentence.boundingRect().translated(QPointF(self.pos()))

    def put_around(self, widget: QWidget, palette: Palette, text: str = "") -> None:
        """Frame a widget of the same window as far as it can be seen, and in it one sentence."""
        self._palette = palette
        around = self.parentWidget()
        if around is None or not widget.isVisible():
            self.hide()
            return
        seen = widget.visibleRegion().boundingRect()
        corner = widget.mapTo(around, QPoint(0, 0))
        framed = seen.translated(corner).adjusted(-AROUND, -AROUND, AROUND, AROUND)
        self.setGeometry(framed.intersected(around.rect()))
        self._sentence = _outline(widget, text).translated(QPointF(corner - self.pos()))
        self.update()
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
        for colour, width in ((self._palette.ink, LINE + 2), (self._palette.mark, LINE)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(self._sentence)
        painter.end()


def _outline(widget: QWidget, sentence: str) -> QPainterPath:
    """Return the outline of one sentence of several; nothing where it is all that a label says."""
    path = QPainterPath()
    if isinstance(widget, WrappingLabel) and sentence.strip() != widget.text().strip():
        for line in widget.lines_of(sentence):
            path.addRect(line.adjusted(-CLOSE, -1, CLOSE, 1))
    return path.simplified()

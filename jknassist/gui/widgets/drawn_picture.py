"""Widgets for the drawings and signs of the program; they are neither pressed nor read out.

The text beside them says the same, so they are hidden from screen readers.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.drawings import Drawing, Sign, drawing, sign
from jknassist.gui.style.palette import Palette


class DrawnPicture(QWidget):
    """A drawing as large as its place allows, centred at the bottom of it."""

    def __init__(self, name: Drawing, palette: Palette) -> None:
        super().__init__()
        self._name, self._palette = name, palette
        self._drawn = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = drawing(self._name, self.size(), self._palette, self.devicePixelRatioF())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._drawn.deviceIndependentSize().toSize()
        left, top = (self.width() - size.width()) // 2, self.height() - size.height()
        painter = QPainter(self)
        painter.drawPixmap(QRect(left, top, size.width(), size.height()), self._drawn)
        painter.end()


class DrawnSign(QWidget):
    """A sign before a label: as tall as a line of its words, and in their colour."""

    def __init__(self, name: Sign, label: QLabel) -> None:
        super().__init__()
        self._name, self._label = name, label
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self._label.ensurePolished()
        side = self._label.fontMetrics().height()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._label.palette().color(self._label.foregroundRole()).name()
        painter = QPainter(self)
        drawn = sign(self._name, self.width(), colour, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, drawn)
        painter.end()

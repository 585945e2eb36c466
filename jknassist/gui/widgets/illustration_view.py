"""Widget for an illustration; it is neither pressed nor read out.

The text beside it says the same, so it is hidden from screen readers.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.illustrations import Illustration, illustration
from jknassist.gui.style.palette import Palette


class IllustrationView(QWidget):
    """An illustration as large as its place allows, centred at the bottom of it."""

    def __init__(self, name: Illustration, palette: Palette) -> None:
        super().__init__()
        self._name, self._palette = name, palette
        self._drawn = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = illustration(self._name, self.size(), self._palette, self.devicePixelRatioF())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._drawn.deviceIndependentSize().toSize()
        left, top = (self.width() - size.width()) // 2, self.height() - size.height()
        painter = QPainter(self)
        painter.drawPixmap(QRect(left, top, size.width(), size.height()), self._drawn)
        painter.end()

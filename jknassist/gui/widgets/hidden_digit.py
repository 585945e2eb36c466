"""The box of a digit that the app does not show, on its own: in a legend or on a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.digit_box import paint_hidden

WIDE, TALL = 1.0, 1.2
"""Size as factors of the digit size."""


class HiddenDigit(QWidget):
    """A hatched box; the row or button around it says in words what it means."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, share: float = 1.0) -> None:
        super().__init__(parent)
        self._theme = theme
        self._digit = share * theme.px("box")
        self.setObjectName("hidden_digit")
        self.setAccessibleName("*")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * self._digit), round(TALL * self._digit))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hidden(painter, QRectF(self.rect()), self._theme, self._digit)
        painter.end()

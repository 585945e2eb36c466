"""The box of a digit that the app does not show, on its own: in a legend or on a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.widgets.digit_box import paint_hidden

WIDE, TALL = 1.0, 1.2
"""Size as factors of the digit size."""


class HiddenDigit(QWidget):
    """A hatched box; the row or button around it says in words what it means."""

    def __init__(
        self, active: ActiveTheme, parent: QWidget | None = None, share: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._active = active
        self._share = self._fitting = share
        self.setObjectName("hidden_digit")
        self.setAccessibleName("*")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def fit_height(self, height: int) -> None:
        """Become as large as a height in pixels has room for, at most as large as by itself."""
        room = height / (TALL * self._active.now.px("box"))
        self._fitting = min(self._share, room)
        self.setFixedSize(self.sizeHint())

    @property
    def _digit(self) -> float:
        return self._fitting * self._active.now.px("box")

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * self._digit), round(TALL * self._digit))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hidden(painter, QRectF(self.rect()), self._active.now, self._digit)
        painter.end()

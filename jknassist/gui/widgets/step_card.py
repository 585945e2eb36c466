"""One step to do: its number and its picture on a plate, and the words beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import text_label

EDGE = 8
"""Pixels of the card around the plate, at scale 1."""

ROUND = 12
"""Radius of the corners of the plate, at scale 1."""

BADGE = 0.62
"""Size of the digit in the badge, as a share of the badge."""


class StepPicture(QWidget):
    """The plate with number and picture; the number beside the picture, or over its corner."""

    def __init__(self, number: int, picture: str, context: UiContext) -> None:
        super().__init__()
        self._number, self._picture = number, picture
        self._context = context
        self._side, self._beside = 0, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def beside(self) -> bool:
        """Whether the number stands left of the picture."""
        return self._beside

    def arrange(self, side: int, *, beside: bool) -> None:
        """Set the side of the picture in pixels; `beside` puts the number left of it."""
        if (side, beside) != (self._side, self._beside):
            self._side, self._beside = side, beside
            self.updateGeometry()
            self.update()

    @property
    def badge(self) -> int:
        """The diameter of the badge with the number, in pixels."""
        return self._context.theme.px("tick")

    @override
    def sizeHint(self) -> QSize:
        gap = self._context.theme.px("gap") // 2
        picture = self._side if self._context.icons.draw(self._picture, 1).width() else 0
        if self._beside:
            across = self.badge + (picture + gap if picture else 0) + 2 * gap
            return QSize(across, max(picture, self.badge) + gap)
        return QSize(max(picture, self.badge) + gap, max(picture + gap, self.badge))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint(painter)
        painter.end()

    def _picture_top(self, gap: int) -> int:
        """Return the top of the picture: in the middle, or below a badge over its corner."""
        middle, lowest = (self.height() - self._side) // 2, self.height() - self._side - gap
        return middle if self._beside else max(middle, min(self.badge, lowest))

    def _paint(self, painter: QPainter) -> None:
        icons, theme = self._context.icons, self._context.theme
        palette, radius = icons.palette, ROUND * theme.scale
        painter.setBrush(QColor(palette.plate))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        gap, badge = theme.px("gap") // 2, self.badge
        picture = icons.draw(self._picture, self._side, self.devicePixelRatioF())
        left = self.width() - self._side - gap if self._beside else (self.width() - self._side) // 2
        painter.drawPixmap(left, self._picture_top(gap), picture)
        round_badge = QRect(0, 0, badge, badge)
        if self._beside:
            round_badge.moveTo(gap, (self.height() - badge) // 2)
        painter.setBrush(QColor(palette.ink))
        painter.drawEllipse(round_badge)
        font = self.font()
        font.setPixelSize(round(BADGE * badge))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(palette.paper))
        painter.drawText(round_badge, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepCard(QFrame):
    """A step of an ending or a guide; nothing to press."""

    def __init__(self, number: int, text: str, picture: str, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("action")
        self._context = context
        self.picture = StepPicture(number, picture, context)
        self.label = text_label(text)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.picture)
        self._row.addWidget(self.label, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def arrange(self, side: int, *, beside: bool, tight: bool) -> None:
        """Set the side of the picture in pixels, where the number stands, and how close all is."""
        theme = self._context.theme
        edge = round((EDGE / 2 if tight else EDGE) * theme.scale)
        self._row.setContentsMargins(edge, edge, 2 * edge, edge)
        self._row.setSpacing(theme.px("gap") // 2 if tight else round(0.7 * theme.px("gap")))
        self.picture.arrange(side, beside=beside)
        self.label.use_whole_width(whole=tight)

    def grow(self, side: int) -> None:
        """Set the side of the picture in pixels where there is room for more."""
        self.picture.arrange(side, beside=self.picture.beside)

"""One reading of a number as a card: what it is, the whole number, and how many digits it has."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from jknassist.core.phone.parse import grouped
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.painted_button import PaintedButton

NUMBER = 1.4
"""Letters of the number, as a factor of those of an answer; at least as large as the title."""

WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value
UNENDING = 1 << 14
TICK = ((-1.0, 0.1), (-0.3, 0.8), (1.0, -0.7))
"""Corners of a tick around its middle, in arms."""


@dataclass(frozen=True)
class Reading:
    """What a card shows; `marked` is a half-open range of 0-based positions in the number."""

    said: str
    title: str
    number: str = ""
    hint: str = ""
    marked: tuple[int, int] | None = None


class ReadingCard(PaintedButton):
    """A choice between readings: chosen by a press, Space or its digit; Enter leaves it alone.

    It draws its words itself; `text` is all of them in one sentence.
    """

    def __init__(self, reading: Reading, key: str, context: UiContext) -> None:
        super().__init__(reading.said.replace("&", "&&"))
        self.reading = reading
        self.key = key
        self._active = context.active_theme
        self.setObjectName("reading")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAccessibleName(reading.said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _font(self, pixels: float, *, bold: bool = True) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, round(pixels)))
        font.setBold(bold)
        return font

    def _margins(self) -> tuple[int, int]:
        """Return the margins before the words (with the key in it) and above."""
        theme = self._active.now
        return max(theme.px("gap"), theme.px("tick")) + theme.px("gap_small"), theme.px("gap") // 2

    def _sides(self) -> int:
        """Return the margins before and after the words; the tick has as much room as above it."""
        before, upright = self._margins()
        return before + max(before, self._active.now.px("tick") + 2 * upright)

    def _inner(self, width: int) -> int:
        return max(1, width - self._sides())

    def tick(self) -> QRectF:
        """Return the place of the tick of a chosen card: in the corner, off both edges."""
        size, upright = self._active.now.px("tick"), self._margins()[1]
        face = self.height() - self._active.now.px("lip")
        return QRectF(
            self.width() - upright - size, max(0.0, min(upright, (face - size) / 2)), size, size
        )

    def _number_font(self, width: int) -> QFont:
        """Return the font of the number: as large as the card is wide enough for."""
        size = self._active.now.px("answer")
        font = self._font(NUMBER * size)
        needed = QFontMetricsF(font).horizontalAdvance(grouped(self.reading.number))
        fitting = font.pixelSize() * min(1.0, self._inner(width) / max(needed, 1.0))
        return self._font(int(fitting))

    def _parts(self, width: int) -> list[tuple[str, QFont, bool]]:
        """Return the lines of text with their fonts, and whether each is the number."""
        theme, reading = self._active.now, self.reading
        parts = [(reading.title, self._font(theme.px("answer")), False)]
        if reading.number:
            parts.append((grouped(reading.number), self._number_font(width), True))
        if reading.hint:
            parts.append((reading.hint, self._font(theme.px("small"), bold=False), False))
        return parts

    def _heights(self, width: int) -> list[float]:
        room = QRectF(0, 0, self._inner(width), UNENDING)
        return [
            QFontMetricsF(font).boundingRect(room, WRAPPED, text).height()
            for text, font, _ in self._parts(width)
        ]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        words = sum(self._heights(width)) + 2 * self._margins()[1] + self._active.now.px("lip")
        return max(round(words), self._active.now.px("target"))

    @override
    def sizeHint(self) -> QSize:
        widest = max(
            QFontMetricsF(font).horizontalAdvance(text) for text, font, _ in self._parts(UNENDING)
        )
        width = round(widest) + 1 + self._sides()
        return QSize(width, self.heightForWidth(self.width() if self.isVisible() else width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._active.now.px("target"), self._active.now.px("target"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin_painting(event)
        self._paint_words(painter)
        self._paint_key(painter)
        painter.end()

    def _ink(self) -> QColor:
        palette = self._active.now.palette
        return QColor(palette.on_accent if self.isChecked() else palette.ink)

    def _paint_words(self, painter: QPainter) -> None:
        side, _ = self._margins()
        heights = self._heights(self.width())
        free = self.height() - self._active.now.px("lip") - sum(heights)
        top = free / 2 + (self._active.now.px("lip") if self.isDown() else 0)
        for (text, font, is_number), height in zip(self._parts(self.width()), heights, strict=True):
            place = QRectF(side, top, self._inner(self.width()), height)
            painter.setFont(font)
            painter.setPen(self._ink())
            painter.drawText(place, WRAPPED, text)
            if is_number and self.reading.marked is not None:
                self._underline(painter, place, self.reading.marked)
            top += height

    def _underline(self, painter: QPainter, place: QRectF, marked: tuple[int, int]) -> None:
        """Underline the marked digits of the number, which is written in groups."""
        text = grouped(self.reading.number)
        digits = [index for index, sign in enumerate(text) if sign.isdigit()]
        start, stop = digits[marked[0]], digits[min(marked[1], len(digits)) - 1] + 1
        metrics, line = painter.fontMetrics(), self._active.now.px("ring")
        left = place.left() + metrics.horizontalAdvance(text[:start])
        right = place.left() + metrics.horizontalAdvance(text[:stop])
        foot = place.bottom() - line
        painter.setPen(QPen(QColor(self._active.now.palette.mark), line + 1))
        painter.drawLine(QPointF(left, foot), QPointF(right, foot))

    def _paint_key(self, painter: QPainter) -> None:
        """Draw the digit that chooses the card, or a tick once it is chosen."""
        side, upright = self._margins()
        size = self._active.now.px("tick")
        if self.isChecked():
            middle = self.tick().center()
            painter.setPen(QPen(QColor(self._active.now.palette.on_mark_edge), 2))
            painter.setBrush(QColor(self._active.now.palette.mark))
            painter.drawEllipse(middle, size / 2, size / 2)
            pen = QPen(QColor(self._active.now.palette.on_mark), max(2.0, size / 10))
            painter.setPen(pen)
            arm = size / 4
            painter.drawPolyline([middle + QPointF(arm * x, arm * y) for x, y in TICK])
        elif self.key:
            painter.setFont(self._font(self._active.now.px("small")))
            painter.setPen(self._ink())
            place = QRectF(0, upright, side, 1.3 * self._active.now.px("small"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.key)

"""Field for a short number in groups: each character has a box of its own."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.keyboard import LetterField

WIDE, TALL = 1.8, 2.2
"""Width and height of a box, as factors of the digit size."""

DASH = 0.7
"""Width of the dash between two groups, as a factor of the width of a box."""

LETTER = 0.75
"""Largest letter in a narrow box, as a factor of the width of the box."""

SEPARATOR = "-"


class BoxedField(LetterField):
    """Draws its text in boxes; `count` of them are always there, in groups of `group`.

    Surplus characters get boxes too, drawn as a fault. For screen readers and the keyboard it is an
    ordinary line edit.
    """

    def __init__(self, count: int, group: int, longest: int, context: UiContext) -> None:
        super().__init__(longest, paste=context.can_copy)
        self._count, self._group, self._context = count, group, context
        self._fault = False
        self.setObjectName("boxed_field")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fault(self, *, fault: bool) -> None:
        """Draw the boxes with the lines of a fault, or without."""
        self._fault = fault
        self.update()

    @property
    def _digit(self) -> int:
        """The size of a letter, which the style sheet gives to the field."""
        self.ensurePolished()
        return max(1, self.font().pixelSize())

    @property
    def letters(self) -> str:
        """The text without its separators."""
        return self.text().replace(SEPARATOR, "")

    def boxes(self) -> list[QRectF]:
        """Return the place of each box, from the left."""
        many = max(self._count, len(self.letters))
        gap = self._context.theme.px("gap_small") / 2
        line = self._context.theme.px("ring") / 2
        dashes = ceil(many / self._group) - 1
        spare = self.width() - 2 * line - gap * (many + dashes - 1)
        wide = min(WIDE * self._digit, spare / (many + DASH * dashes))
        found, left = [], line
        for at in range(many):
            if at and at % self._group == 0:
                left += DASH * wide + gap
            found.append(QRectF(left, line, wide, self.height() - 2 * line))
            left += wide + gap
        return found

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(self._count * WIDE * self._digit), round(TALL * self._digit))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._count * self._digit / 2), round(TALL * self._digit))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.boxes()
        self._set_font(painter, boxes[0].width())
        for at, box in enumerate(boxes):
            if at and at % self._group == 0:
                self._draw_dash(painter, boxes[at - 1], box)
            self._draw_box(painter, at, box)
        painter.end()

    def _set_font(self, painter: QPainter, wide: float) -> None:
        font = self.font()
        font.setPixelSize(max(1, round(min(self._digit, LETTER * wide))))
        font.setBold(True)
        painter.setFont(font)

    def _draw_dash(self, painter: QPainter, before: QRectF, after: QRectF) -> None:
        line = self._context.theme.px("ring")
        painter.setPen(QPen(QColor(self._context.icons.palette.ink), line))
        middle = before.center().y()
        apart = (after.left() - before.right()) / 4
        start, end = before.right() + apart, after.left() - apart
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))

    def _draw_box(self, painter: QPainter, at: int, box: QRectF) -> None:
        palette, letters = self._context.icons.palette, self.letters
        filled = at < len(letters)
        painter.setBrush(QColor(self._fill(at, filled=filled)))
        painter.setPen(self._pen(at, filled=filled))
        corner = self._context.theme.px("round_small")
        painter.drawRoundedRect(box, corner, corner)
        painter.setPen(QColor(palette.ink))
        if filled:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters[at])
        elif self._is_current(at):
            middle = box.center()
            reach = QPointF(0, box.height() / 4)
            painter.drawLine(middle - reach, middle + reach)

    def _fill(self, at: int, *, filled: bool) -> str:
        palette = self._context.icons.palette
        if self._is_selected(at):
            return palette.chosen
        return palette.card if filled else palette.paper

    def _pen(self, at: int, *, filled: bool) -> QPen:
        palette, theme = self._context.icons.palette, self._context.theme
        if (self._fault and filled) or at >= self._count:
            return QPen(QColor(palette.warn), theme.px("ring"))
        if self._is_current(at) or self._is_selected(at):
            return QPen(QColor(palette.focus), theme.px("ring"))
        pen = QPen(QColor(palette.edge), theme.px("line"))
        if not filled:
            pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _is_current(self, at: int) -> bool:
        return self.hasFocus() and self._index(self.cursorPosition()) == at

    def _is_selected(self, at: int) -> bool:
        if not self.hasSelectedText():
            return False
        start = self._index(self.selectionStart())
        return start <= at < self._index(self.selectionEnd())

    def _index(self, position: int) -> int:
        """Return the box in front of which a position in the text lies."""
        return len(self.text()[:position].replace(SEPARATOR, ""))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the cursor in the pressed box, or after the last letter."""
        boxes, letters = self.boxes(), self.letters
        at = sum(box.right() < event.position().x() for box in boxes)
        position = 0
        for _ in range(min(at, len(letters))):
            position += 1
            while self.text()[position : position + 1] == SEPARATOR:
                position += 1
        self.setCursorPosition(position)
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing by dragging: the boxes are not where the text would be."""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selectAll()

"""Input field for a phone number: accepts any text and changes none of it.

A text of digits alone is drawn in boxes, in the groups of a written number, with one box more that
holds the caret. Anything else (a name, a link) is drawn as the line of text that it is.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent

from jknassist.core.phone.mask import HIDDEN
from jknassist.core.typing_compat import override
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.widgets.digit_box import Box, paint_box
from jknassist.gui.widgets.digit_boxes import TALL, BoxRow
from jknassist.gui.widgets.typed_field import NO_SUGGESTIONS, TypedField

LONGEST = 120
"""Maximum length in characters; longer than any number with a name around it."""

MOST_BOXES = 16
"""Longer texts are drawn as text; a number of 13 digits may be written with 62 or 0062."""

SEPARATORS = frozenset(" -.()/\u00a0\u2010\u2011\u2013\u2014")
"""Characters between the digits of a number, for which there is no box."""

ROOM_FOR = "0" * 14
"""A mobile number has at most 13 digits; the caret takes one box more."""

CARET = 0.5
"""Height of the caret, as a share of its box."""


class NumberField(TypedField):
    """A field with a hint for digits; a second entry blocks pasting."""

    takes_signs = True

    def __init__(self, active: ActiveTheme, *, paste: bool) -> None:
        super().__init__(LONGEST, paste=paste)
        self._active = active
        self._laid_out = False
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | NO_SUGGESTIONS)
        self.selectionChanged.connect(self.update)
        self.cursorPositionChanged.connect(self._redraw)

    def boxed(self) -> tuple[int, ...] | None:
        """Return the positions of the characters that have a box; None where it is a text."""
        text = self.text()
        shown = [place for place, sign in enumerate(text) if sign not in SEPARATORS]
        plus = bool(shown) and text[shown[0]] == "+"
        rest = (text[place] for place in shown[plus:])
        all_digits = all(sign.isdigit() or sign == HIDDEN for sign in rest)
        return tuple(shown) if all_digits and len(shown) <= MOST_BOXES else None

    def _redraw(self, _before: int, _now: int) -> None:
        self.update()

    def _row(self, places: tuple[int, ...]) -> BoxRow:
        number = "".join(self.text()[place] for place in places)
        return self._row_in(f"{number} ", self.width())

    def _row_in(self, number: str, width: int) -> BoxRow:
        return BoxRow(self._active.now, number, width, room_for=ROOM_FOR)

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        digit = self._row_in(ROOM_FOR, self.width()).digit if self._laid_out else 0
        tall = round(TALL * (digit or self._active.now.px("box")))
        return QSize(size.width(), max(self.minimumHeight(), tall))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out = True
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        places = self.boxed()
        if places is None:
            super().paintEvent(event)
            return
        row = self._row(places)
        font = QFont(self.font())
        font.setPixelSize(row.digit)
        font.setBold(True)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = range(self.selectionStart(), self.selectionStart() + self.selectionLength())
        for index, place in enumerate(places):
            rect = row.rect(index, self.height())
            paint_box(
                painter, rect, Box(self.text()[place], place in chosen), self._active.now, font
            )
        self._paint_caret(painter, row, places)
        painter.end()

    def _paint_caret(self, painter: QPainter, row: BoxRow, places: tuple[int, ...]) -> None:
        """Draw the caret: in a box of its own behind the digits, or before one of them."""
        at = sum(place < self.cursorPosition() for place in places)
        rect = row.rect(at, self.height())
        palette, focus = self._active.now.palette, self.hasFocus()
        if at == len(places) and (focus or not places):
            line = self._active.now.px("ring" if focus else "line")
            painter.setPen(QPen(QColor(palette.focus if focus else palette.edge), line))
            painter.setBrush(QColor(palette.card))
            corner = self._active.now.px("round_small")
            painter.drawRoundedRect(
                rect.adjusted(line / 2, line / 2, -line / 2, -line / 2), corner, corner
            )
        if focus and not self.hasSelectedText():
            self._paint_bar(painter, rect, inside=at == len(places))

    def _paint_bar(self, painter: QPainter, rect: QRectF, *, inside: bool) -> None:
        x = rect.center().x() if inside else rect.left() - self._active.now.px("line")
        half = CARET * rect.height() / 2 if inside else rect.height() / 2
        painter.setPen(QPen(QColor(self._active.now.palette.accent), self._active.now.px("ring")))
        middle = rect.center().y()
        painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))

    def _place_at(self, point: QPoint, places: tuple[int, ...]) -> int:
        """Return the cursor position for a click: before the digit clicked on, or at the end."""
        row = self._row(places)
        for index, place in enumerate(places):
            if point.x() < row.rect(index, self.height()).center().x():
                return place
        return len(self.text())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        places = self.boxed()
        if places is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setCursorPosition(self._place_at(event.position().toPoint(), places))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.boxed() is None:
            super().mouseMoveEvent(event)

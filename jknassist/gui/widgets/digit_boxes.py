"""Phone number as a row of digit boxes; marked digits are highlighted by frame and fill."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.phone.mask import HIDDEN
from jknassist.core.typing_compat import override
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.digit_box import MORE, Box, paint_box
from jknassist.gui.widgets.match_sign import MatchSign

DRAWN_AT_MOST = 18
"""Maximum number of boxes; of anything longer, which is no phone number, the last says so."""

MOST_DIGITS = 14
"""A row of more boxes can be as narrow as one of so many: no phone number is longer."""

WIDE, NARROW, TALL = 1.2, 0.3, 1.5
"""Normal box width, least box width, and box height, as factors of the digit size."""

FILLED = 0.82
"""Digit size in a narrow box, as a share of its width."""

BRACKET = 0.25
"""Height of the bracket below marked digits, as a factor of the caption's letters."""

SIGN_TALL = 0.6
"""Height of the signs between two rows, as a factor of the digit size."""


def group_starts(number: str) -> tuple[int, ...]:
    """Return where the groups of a written number begin: 0812-3456-7890, +62 812-3456-7890."""
    if number.startswith("+62"):
        return 3, 6, 10
    return (2, 5, 9) if number.startswith("62") else (4, 8)


class BoxRow:
    """Geometry of a row of boxes: groups stand apart, and all are narrower in a narrow row.

    The boxes are as wide as the whole of `room_for` has room for, so that they stay as they are
    while a number is typed.
    """

    def __init__(
        self, theme: Theme, number: str, width: int, share: float = 1, *, room_for: str = ""
    ) -> None:
        digit, count = round(share * theme.px("box")), len(number)
        self._gap = max(2, theme.px("gap_small") // 2)
        self._between = 2 * theme.px("gap_small")
        self._starts = {start for start in group_starts(number) if start < count}
        spare = self._spare(count, len(self._starts))
        least = round(NARROW * theme.px("box"))
        if count > MOST_DIGITS:
            narrow = MOST_DIGITS * least + self._spare(MOST_DIGITS, len(self._starts))
            least = max(1, (narrow - spare) // count)
        most = max(count, len(room_for), 1)
        room = width - max(spare, self._spare(most, len(group_starts(number))))
        fitting = max(least, room // most)
        self.count = count
        self.box = min(round(WIDE * digit), fitting)
        self.digit = min(digit, round(self.box * FILLED))
        self.width = count * self.box + spare
        self.least_width = count * least + spare

    def _spare(self, count: int, groups: int) -> int:
        """Return the pixels between so many boxes in so many groups and one."""
        return max(0, count - 1) * self._gap + groups * self._between

    def rect(self, index: int, height: int) -> QRectF:
        """Return the place of a box in a row of a height in pixels."""
        groups = sum(start <= index for start in self._starts)
        left = index * (self.box + self._gap) + groups * self._between
        return QRectF(left, 0, self.box, height)


class DigitBoxes(QWidget):
    """A row of boxes; its accessible name is a sentence with the same information."""

    tall = TALL

    def __init__(self, active: ActiveTheme) -> None:
        super().__init__()
        self._active = active
        self._boxes: tuple[Box, ...] = ()
        self._caption = ""
        self._share = 1.0
        # Maximum, not Fixed: a narrow row is less tall than the hint, which knows no width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes that are drawn."""
        return self._boxes

    @property
    def digits(self) -> str:
        """The digits that are drawn."""
        return "".join(box.digit for box in self._boxes)

    def show_boxes(self, boxes: Sequence[Box], sentence: str, caption: str = "") -> None:
        """Replace the boxes; nothing is kept of the old ones.

        `caption` stands below the marked ones, under a bracket.
        """
        self._boxes = drawn(boxes)
        marked = any(box.marked and box.digit for box in self._boxes)
        self._caption = caption if marked else ""
        self.setAccessibleName(sentence)
        self.setVisible(bool(boxes))
        self.updateGeometry()
        self.update()

    def row(self, width: int) -> BoxRow:
        """Return the geometry of the row in a width in pixels."""
        number = "".join(box.digit or " " for box in self._boxes)
        return BoxRow(self._active.now, number, width, self._share)

    def resize_to(self, share: float) -> None:
        """Set the digit size, as a factor of the usual one."""
        if share != self._share:
            self._share = share
            self.updateGeometry()

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, pixels))
        font.setBold(True)
        return font

    def _caption_height(self) -> int:
        return round((1.2 + BRACKET) * self._active.now.px("answer")) if self._caption else 0

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self.tall * self.row(width).digit) + self._caption_height()

    @override
    def sizeHint(self) -> QSize:
        row = self.row(1 << 14)
        return QSize(row.width, round(self.tall * row.digit) + self._caption_height())

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.row(1 << 14).least_width
        return QSize(width, self.heightForWidth(max(width, self.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._boxes:
            return
        row = self.row(self.width())
        height = self.height() - self._caption_height()
        font = self._font(row.digit)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, box in enumerate(self._boxes):
            paint_box(painter, row.rect(index, height), box, self._active.now, font)
        if self._caption:
            self._paint_caption(painter, row, height)
        painter.end()

    def _paint_caption(self, painter: QPainter, row: BoxRow, height: int) -> None:
        """Draw a bracket below the marked digits and the caption in its middle."""
        places = [row.rect(i, height) for i, box in enumerate(self._boxes) if box.marked]
        left, right = places[0].left(), places[-1].right()
        letters, line = self._active.now.px("answer"), self._active.now.px("ring")
        top, foot = height + line, height + line + BRACKET * letters
        painter.setPen(QPen(QColor(self._active.now.palette.ink), line))
        half = line / 2
        corners = ((left + half, top), (left + half, foot), (right - half, foot))
        painter.drawPolyline([QPointF(x, y) for x, y in (*corners, (right - half, top))])
        painter.setFont(self._font(letters))
        width = painter.fontMetrics().horizontalAdvance(self._caption) + 2
        start = min(max(0.0, (left + right - width) / 2), float(self.width() - width))
        place = QRectF(start, foot, width, self.height() - foot)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._caption)


class MatchSigns(DigitBoxes):
    """Between two rows of boxes: a tick where they agree, a cross where not, else nothing."""

    tall = SIGN_TALL

    def __init__(self, active: ActiveTheme) -> None:
        super().__init__(active)
        self._signs: list[MatchSign] = []

    @override
    def show_boxes(self, boxes: Sequence[Box], sentence: str, caption: str = "") -> None:
        for sign in self._signs:
            sign.hide()
            sign.deleteLater()
        super().show_boxes(boxes, sentence)
        self._signs = [self._sign(box) for box in self.boxes]
        self._lay_out()

    def _sign(self, box: Box) -> MatchSign:
        unknown = box.digit == HIDDEN or (box.digit == MORE and not box.marked)
        agrees = None if unknown else not box.marked
        sign = MatchSign(self._active, self, agrees=agrees)
        sign.show()
        return sign

    def _lay_out(self) -> None:
        row = self.row(self.width())
        for index, sign in enumerate(self._signs):
            sign.setGeometry(row.rect(index, self.height()).toRect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the signs draw themselves."""


def drawn(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return the boxes that are drawn: the last of too many stands for all that follow."""
    if len(boxes) <= DRAWN_AT_MOST:
        return tuple(boxes)
    kept, rest = boxes[: DRAWN_AT_MOST - 1], boxes[DRAWN_AT_MOST - 1 :]
    more = MORE if any(box.digit for box in rest) else ""
    return (*kept, Box(more, any(box.marked for box in rest)))


def boxes_of(number: str, marked: Sequence[tuple[int, int]] = ()) -> tuple[Box, ...]:
    """Return the boxes of a number; `marked` are half-open ranges of 0-based positions."""
    return tuple(
        Box(digit, any(start <= index < stop for start, stop in marked))
        for index, digit in enumerate(number)
    )

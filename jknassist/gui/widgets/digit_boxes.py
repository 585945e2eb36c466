"""Phone number as a row of digit boxes; marked digits are highlighted by frame and fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jknassist.core.phone.mask import HIDDEN
from jknassist.core.typing_compat import override
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.hidden_digit import HiddenDigit
from jknassist.gui.widgets.match_sign import MatchSign

GROUP = 4
"""Digits before a wider gap, as people write 0812-3456-7890."""

DRAWN_AT_MOST = 18
"""Maximum number of boxes; anything longer is no phone number and is not drawn."""

WIDE, NARROW, TALL = 1.25, 0.7, 1.8
"""Normal box width, least box width, and box height, as factors of the digit size."""

SIGN_TALL = 0.7
"""Height of the signs between two rows, as a factor of the digit size."""


@dataclass(frozen=True)
class Box:
    """One position of a number: its digit (empty for a missing one, * for a hidden one)."""

    digit: str
    marked: bool = False


class DigitBoxes(QWidget):
    """A row of boxes; its accessible name is a sentence with the same information."""

    tall = TALL

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._gap = theme.px("gap_small")
        self._boxes: list[QWidget] = []
        self.digits = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_boxes(self, boxes: Sequence[Box], sentence: str) -> None:
        """Replace the boxes; the old ones are deleted at once, not only hidden."""
        for box in self._boxes:
            if isinstance(box, QLabel):
                box.setText("")
            box.hide()
            box.deleteLater()
        self._boxes = [self._box(box) for box in boxes[:DRAWN_AT_MOST]]
        self.digits = "".join(box.digit for box in boxes[:DRAWN_AT_MOST])
        self.setAccessibleName(sentence)
        self.setVisible(bool(boxes))
        self.updateGeometry()
        self.lay_out()

    def _box(self, box: Box) -> QWidget:
        if box.digit == HIDDEN:
            hidden = HiddenDigit(self._theme, self)
            hidden.show()
            return hidden
        label = QLabel(box.digit, self)
        label.setObjectName("digit")
        label.setProperty("marked", box.marked and bool(box.digit))
        label.setProperty("missing", not box.digit)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(box.digit or "-")
        label.show()
        return label

    def digit_size(self) -> int:
        """Return the font size of a digit in pixels."""
        return self._theme.px("digit") if self._boxes else 0

    def size_with(self, width: float) -> QSize:
        """Return the size of the row in pixels for a box width in digit sizes."""
        digit, count = self.digit_size(), len(self._boxes)
        gaps = (count - 1) * (self._gap // 2) + 2 * self._gap
        return QSize(round(count * width * digit) + gaps, round(self.tall * digit))

    def lay_out(self) -> None:
        """Position the boxes side by side, narrower where the row is narrow."""
        if not self._boxes:
            return
        spare = self.size_with(0).width()
        widest = round(WIDE * self.digit_size())
        width = min(widest, (self.width() - spare) // len(self._boxes))
        left = 0
        for index, box in enumerate(self._boxes):
            if index in (GROUP, 2 * GROUP):
                left += self._gap
            box.setGeometry(left, 0, width, self.height())
            left += width + self._gap // 2

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def sizeHint(self) -> QSize:
        return self.size_with(WIDE)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.size_with(NARROW)


class MatchSigns(DigitBoxes):
    """Between two rows of boxes: a tick where they agree, a cross where not, else nothing."""

    tall = SIGN_TALL

    @override
    def _box(self, box: Box) -> QWidget:
        agrees = None if box.digit == HIDDEN else not box.marked
        sign = MatchSign(self._theme, self, agrees=agrees)
        sign.show()
        return sign


def boxes_of(number: str, marked: Sequence[tuple[int, int]] = ()) -> tuple[Box, ...]:
    """Return the boxes of a number; `marked` are half-open ranges of 0-based positions."""
    return tuple(
        Box(digit, any(start <= index < stop for start, stop in marked))
        for index, digit in enumerate(number)
    )

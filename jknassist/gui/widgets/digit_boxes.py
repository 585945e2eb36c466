"""A phone number in boxes, one a digit, with the places that matter marked by frame and fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.style.theme import Theme

GROUP = 4
"""Digits before a wider gap, as people write 0812-3456-7890."""

DRAWN_AT_MOST = 18
"""Boxes in a row; what is longer is no phone number and is not drawn."""

WIDE, NARROW, TALL = 1.25, 0.7, 1.8
"""Width of a box where there is room, where there is none, and its height, in digit sizes."""


@dataclass(frozen=True)
class Box:
    """One place of a number: its digit (empty for a place that is missing) and its mark."""

    digit: str
    marked: bool = False


class DigitBoxes(QWidget):
    """A row of boxes; its accessible name is the sentence that says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.px("gap_small")
        self._labels: list[QLabel] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_boxes(self, boxes: Sequence[Box], sentence: str) -> None:
        """Draw a number anew; the old boxes are gone at once, not only hidden."""
        for label in self._labels:
            label.setText("")
            label.hide()
            label.deleteLater()
        self._labels = [self._box(box) for box in boxes[:DRAWN_AT_MOST]]
        self.setAccessibleName(sentence)
        self.setVisible(bool(boxes))
        self.updateGeometry()
        self.lay_out()

    def _box(self, box: Box) -> QLabel:
        label = QLabel(box.digit, self)
        label.setObjectName("digit")
        label.setProperty("marked", box.marked and bool(box.digit))
        label.setProperty("missing", not box.digit)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(box.digit or "-")
        label.show()
        return label

    def digit_size(self) -> int:
        """Return the size of a digit in pixels, as the style sheet sets it now."""
        if not self._labels:
            return 0
        self._labels[0].ensurePolished()
        return self._labels[0].fontInfo().pixelSize()

    def size_with(self, width: float) -> QSize:
        """Return the size of the row with boxes of a width, in digit sizes."""
        digit, count = self.digit_size(), len(self._labels)
        gaps = (count - 1) * (self._gap // 2) + 2 * self._gap
        return QSize(round(count * width * digit) + gaps, round(TALL * digit))

    def lay_out(self) -> None:
        """Put the boxes side by side, narrower where the row is narrow."""
        if not self._labels:
            return
        spare = self.size_with(0).width()
        widest = round(WIDE * self.digit_size())
        width = min(widest, (self.width() - spare) // len(self._labels))
        left = 0
        for place, label in enumerate(self._labels):
            if place in (GROUP, 2 * GROUP):
                left += self._gap
            label.setGeometry(left, 0, width, self.height())
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


def boxes_of(number: str, marked: Sequence[tuple[int, int]] = ()) -> tuple[Box, ...]:
    """Return the boxes of a number with half-open ranges of 0-based places marked."""
    return tuple(
        Box(digit, any(start <= place < stop for start, stop in marked))
        for place, digit in enumerate(number)
    )

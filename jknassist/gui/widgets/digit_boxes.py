"""Phone number as a row of digit boxes, with marked positions shown by frame and fill."""

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
"""Maximum number of boxes; anything longer is no phone number and is not drawn."""

WIDE, NARROW, TALL = 1.25, 0.7, 1.8
"""Normal box width, least box width, and box height, as factors of the digit size."""


@dataclass(frozen=True)
class Box:
    """One position of a number: its digit (empty for a missing one) and its mark."""

    digit: str
    marked: bool = False


class DigitBoxes(QWidget):
    """A row of boxes; its accessible name is a sentence with the same information."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._gap = theme.px("gap_small")
        self._labels: list[QLabel] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_boxes(self, boxes: Sequence[Box], sentence: str) -> None:
        """Replace the boxes; the old ones are deleted at once, not only hidden."""
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
        """Return the font size of a digit in pixels, as set by the style sheet."""
        if not self._labels:
            return 0
        self._labels[0].ensurePolished()
        return self._labels[0].fontInfo().pixelSize()

    def size_with(self, width: float) -> QSize:
        """Return the size of the row in pixels for a box width in digit sizes."""
        digit, count = self.digit_size(), len(self._labels)
        gaps = (count - 1) * (self._gap // 2) + 2 * self._gap
        return QSize(round(count * width * digit) + gaps, round(TALL * digit))

    def lay_out(self) -> None:
        """Position the boxes side by side, narrower where the row is narrow."""
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
    """Return the boxes of a number; `marked` are half-open ranges of 0-based positions."""
    return tuple(
        Box(digit, any(start <= place < stop for start, stop in marked))
        for place, digit in enumerate(number)
    )

"""A phone number in boxes, one a digit, with the places that matter marked by frame and fill."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from jknassist.gui.theme import Look

GROUP = 4
"""Digits before a wider gap, as people write 0812-3456-7890."""

DRAWN_AT_MOST = 18
"""Boxes in a row; what is longer is no phone number and is not drawn."""


@dataclass(frozen=True)
class Box:
    """One place of a number: its digit (empty for a place that is missing) and its mark."""

    digit: str
    marked: bool = False


class DigitBoxes(QWidget):
    """A row of boxes; its accessible name is the sentence that says the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px("gap_small") // 2)

    def show_boxes(self, boxes: Sequence[Box], sentence: str) -> None:
        """Draw a number anew; the old boxes are gone at once, not only hidden."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel):
                widget.setText("")
                widget.deleteLater()
        for place, box in enumerate(boxes[:DRAWN_AT_MOST]):
            if place and place % GROUP == 0 and place <= 2 * GROUP:
                self._row.addSpacing(self._look.px("gap_small"))
            self._row.addWidget(self._box(box))
        self._row.addStretch()
        self.setAccessibleName(sentence)
        self.setVisible(bool(boxes))

    def _box(self, box: Box) -> QLabel:
        label = QLabel(box.digit)
        label.setObjectName("digit")
        label.setProperty("marked", box.marked and bool(box.digit))
        label.setProperty("missing", not box.digit)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = round(1.25 * self._look.px("digit"))
        label.setFixedSize(side, round(1.45 * side))
        return label


def boxes_of(number: str, marked: Sequence[tuple[int, int]] = ()) -> tuple[Box, ...]:
    """Return the boxes of a number with half-open ranges of 0-based places marked."""
    return tuple(
        Box(digit, any(start <= place < stop for start, stop in marked))
        for place, digit in enumerate(number)
    )

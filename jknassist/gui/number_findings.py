"""What the number doctor found, as sentences and as two rows of boxes, for the number page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.phone.diagnosis import Comparison, Diagnosis, Kind
from jknassist.core.phone.telling import say, say_comparison
from jknassist.gui.digit_boxes import Box, DigitBoxes
from jknassist.gui.parts import Parts, frame, text_label

# Findings that more typing cannot mend; only these are told while the visitor still types.
FINAL = frozenset(
    {Kind.TOO_LONG, Kind.LETTER_FOR_DIGIT, Kind.TWO_NUMBERS, Kind.IDENTITY_NUMBER, Kind.LETTERS}
)


def sentences(found: Diagnosis, parts: Parts, *, only_final: bool = False) -> tuple[str, ...]:
    """Return what was found as sentences for the visitor."""
    return tuple(
        say(finding, parts.knowledge.number_words)
        for finding in found.findings
        if not only_final or finding.kind in FINAL
    )


class ComparisonView(QWidget):
    """Two numbers one above the other, the differing place framed, and the sentence about it."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._labels = (text_label("", "label"), text_label("", "label"))
        self._rows = (DigitBoxes(parts.look), DigitBoxes(parts.look))
        self._says = text_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(parts.look.px("gap_small"))
        for label, row in zip(self._labels, self._rows, strict=True):
            column.addWidget(label)
            column.addWidget(row)
        column.addWidget(frame("note", self._says, look=parts.look))
        self.hide()

    def show_comparison(self, comparison: Comparison) -> None:
        """Draw both numbers and say how they differ."""
        words = self._parts.words
        says = "\n".join(say_comparison(comparison, self._parts.knowledge.number_words))
        both = (
            (words.number_first_row, tuple(cell.typed for cell in comparison.cells)),
            (words.number_second_row, tuple(cell.sim for cell in comparison.cells)),
        )
        marks = tuple(cell.mark is not None for cell in comparison.cells)
        for label, row, (sentence, digits) in zip(self._labels, self._rows, both, strict=True):
            label.setText(sentence.format(count=len("".join(digits))))
            boxes = tuple(Box(digit, mark) for digit, mark in zip(digits, marks, strict=True))
            row.show_boxes(boxes, f"{label.text()} {says}")
        self._says.setText(says)
        self.show()

    @property
    def sentence(self) -> str:
        """How the two numbers that are shown differ."""
        return self._says.text()

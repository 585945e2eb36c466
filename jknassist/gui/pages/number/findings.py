"""Shows the diagnosis of a phone number as sentences and as two rows of digit boxes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.phone.messages import describe, describe_comparison
from jknassist.core.phone.result import Comparison, Diagnosis, Kind
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.digit_boxes import Box, DigitBoxes
from jknassist.gui.widgets.factories import frame, text_label

# Issues that more typing cannot fix; only these are shown while the visitor still types.
FINAL = frozenset(
    {Kind.TOO_LONG, Kind.LETTER_FOR_DIGIT, Kind.TWO_NUMBERS, Kind.IDENTITY_NUMBER, Kind.LETTERS}
)


def sentences(found: Diagnosis, context: UiContext, *, only_final: bool = False) -> tuple[str, ...]:
    """Return the messages of a diagnosis; `only_final` limits them to `FINAL` issues."""
    return tuple(
        describe(finding, context.knowledge.number_words)
        for finding in found.findings
        if not only_final or finding.kind in FINAL
    )


class ComparisonView(QWidget):
    """Two numbers one above the other, differences framed, and an explaining sentence."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._parts = context
        self._labels = (text_label("", "label"), text_label("", "label"))
        self._rows = (DigitBoxes(context.theme), DigitBoxes(context.theme))
        self._says = text_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        for label, row in zip(self._labels, self._rows, strict=True):
            column.addWidget(label)
            column.addWidget(row)
        column.addWidget(frame("note", self._says, theme=context.theme))
        self.hide()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show both numbers and the sentence on how they differ."""
        words = self._parts.words
        says = "\n".join(describe_comparison(comparison, self._parts.knowledge.number_words))
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
        """The sentence on how the two shown numbers differ."""
        return self._says.text()

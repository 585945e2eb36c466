"""Shows the diagnosis of a phone number as sentences and as two rows of digit boxes."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.phone.finding_text import describe, describe_comparison
from jknassist.core.phone.mask import HIDDEN
from jknassist.core.phone.result import Comparison, Diagnosis, Kind
from jknassist.gui.context import UiContext
from jknassist.gui.pages.number.typed import HiddenLegend, judged_share
from jknassist.gui.widgets.digit_box import Box
from jknassist.gui.widgets.digit_boxes import DigitBoxes, MatchSigns
from jknassist.gui.widgets.factories import frame, text_label
from jknassist.gui.widgets.paged_area import DENSE, WHOLE
from jknassist.gui.widgets.picture import SvgPicture

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


READABLE = 0.6
"""Least width of a row beside its label, as a share of the width that it takes by itself."""


PICTURES = ("layar_tulisan", "kartu_hidup")
"""Where a number with hidden digits and a whole one are seen: in the app, on the SIM card."""

PICTURE = 48
"""Side of such a picture in pixels at scale 1."""


class ComparisonView(QWidget):
    """Two numbers one above the other, differences framed, and an explaining sentence.

    Between the rows a sign marks each position that could be compared.
    """

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._labels = (text_label("", "label"), text_label("", "label"))
        self._pictures = tuple(SvgPicture(name, 0, context.icons) for name in PICTURES)
        for picture in self._pictures:
            picture.hide()
        self._rows = (DigitBoxes(context.active_theme), DigitBoxes(context.active_theme))
        self._signs = MatchSigns(context.active_theme)
        self._legend = HiddenLegend(context)
        self._message = text_label("")
        self._message.use_whole_width(whole=True)
        self._masked = False
        self.heading = ""
        both = QWidget()
        both.setProperty(WHOLE, True)  # noqa: FBT003  Qt names no argument
        self._grid = QGridLayout(both)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px("gap"))
        self._grid.setVerticalSpacing(context.theme.px("gap_small"))
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        self._arrange(beside=False, pictured=False)
        column.addWidget(both)
        column.addWidget(self._legend)
        self._note = frame("note", self._message, theme=context.theme)
        column.addWidget(self._note)
        self.hide()

    def fit_to(self, width: int, density: int) -> None:
        """Put pictures and labels beside the rows where all fit into a width, else labels above.

        On a tight page two whole numbers do without the signs: frames and words say the same.
        """
        for row in (*self._rows, self._signs):
            row.resize_to(judged_share(density))
        self._signs.setHidden(density >= DENSE and self._legend.isHidden())
        gap = self._grid.horizontalSpacing()
        labels = max(label.sizeHint().width() for label in self._labels)
        needed = labels + gap + round(READABLE * self._rows[0].sizeHint().width())
        beside = needed <= width
        side = round(PICTURE * self._context.theme.scale)
        pictured = self._masked and beside and needed + side + gap <= width
        for picture in self._pictures:
            picture.resize_to(side if pictured else 0)
        self._arrange(beside=beside, pictured=pictured)

    def _arrange(self, *, beside: bool, pictured: bool) -> None:
        first, second = (0, 2) if beside else (1, 4)
        shown = (*self._pictures, *self._labels, *self._rows, self._signs)
        for widget in shown:
            self._grid.removeWidget(widget)
        labels = ((0, 0), (2, 0)) if beside else ((0, 1), (3, 1))
        for label, (row, column) in zip(self._labels, labels, strict=True):
            label.use_whole_width(whole=not beside)
            free = beside and not pictured
            self._grid.addWidget(label, row, 0 if free else column + 1, 1, 2 if free else 1)
        for picture, row in zip(self._pictures, (first, second), strict=True):
            self._grid.addWidget(picture, row, 0)
        for boxes, row in zip(self._rows, (first, second), strict=True):
            self._grid.addWidget(boxes, row, 2)
        self._grid.addWidget(self._signs, first + 1, 2)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show both numbers and the sentence on how they differ."""
        words = self._context.words
        said = describe_comparison(comparison, self._context.knowledge.number_words)
        if comparison.hidden:
            self._legend.say(said[-1])
            said = said[:-1]
        else:
            self._legend.hide()
        if comparison.visible is None and comparison.edits:
            short = self._context.knowledge.number_words.short_compared
            self.heading = short.format(count=len(comparison.differing))
        else:
            self.heading, said = said[0], said[1:]
        explanation = "\n".join(said)
        self._masked = masked = comparison.visible is not None
        rows = (
            (words.number_app_row, words.number_phone_row)
            if masked
            else (words.number_first_row, words.number_second_row)
        )
        both = tuple(
            zip(
                rows,
                (
                    tuple(cell.typed for cell in comparison.cells),
                    tuple(cell.sim for cell in comparison.cells),
                ),
                strict=True,
            )
        )
        marks = tuple(cell.mark is not None for cell in comparison.cells)
        for label, row, (sentence, digits) in zip(self._labels, self._rows, both, strict=True):
            label.setText(sentence.format(count=len("".join(digits))))
            boxes = tuple(Box(digit, mark) for digit, mark in zip(digits, marks, strict=True))
            row.show_boxes(boxes, f"{label.text()} {self.heading} {explanation}".strip())
        signs = [
            Box(HIDDEN if HIDDEN in {cell.typed, cell.sim} else "", mark)
            for cell, mark in zip(comparison.cells, marks, strict=True)
        ]
        self._signs.show_boxes(signs, f"{self.heading} {explanation}".strip())
        for label in self._labels:
            label.setVisible(bool(signs))
        self._message.setText(explanation)
        self._note.setVisible(bool(explanation))
        self.show()

    @property
    def sentence(self) -> str:
        """The sentence on how the two shown numbers differ, and what could not be compared."""
        said = (self.heading, self._message.text(), self._legend.sentence)
        return "\n".join(filter(None, said))

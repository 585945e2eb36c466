"""Questions whose answers stand beside something else where there is room, else below it."""

from typing import ClassVar

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.flow.model import Step
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.widgets.answer_list import BELOW_A_LIST, BESIDE_A_LIST, AnswerList, CardSizes
from jknassist.gui.widgets.column_grid import GridCell, put_in_grid

HALF = 32
"""Width in letters of plain text that each half needs."""

LINES_OF_HEAD, LINES_OF_CARD = 3, 3
"""Lines of plain text that the question and each answer take at least."""


class TwoColumnPage(ChoicePage):
    """Has a side on the left and the answers on the right, or one below the other."""

    sizes: ClassVar[tuple[CardSizes, CardSizes]] = (BELOW_A_LIST, BESIDE_A_LIST)
    """Sizes of the cards below the side, and beside it."""

    beside: ClassVar[tuple[GridCell, GridCell, GridCell]] = (
        GridCell(0, 0, columns=2),
        GridCell(1, 0),
        GridCell(1, 1),
    )
    """Cells of question, side and answers where they stand beside each other."""

    def __init__(self, step: Step, context: UiContext) -> None:
        self.halves: bool | None = None
        super().__init__(step, context)
        self.area.unfold = self.stack

    @override
    def make_cards(self) -> AnswerList:
        """Return the answers; their sizes follow the arrangement."""
        return AnswerList(self.step.answers, self.context, self.sizes[0])

    @override
    def lay_out(self, above: QWidget | None) -> None:
        """Put question, side and answers into a grid, of which the cells change."""
        self._asked, self._other = QWidget(), above or QWidget()
        around = QVBoxLayout(self._asked)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(self.top)
        self._grid = QGridLayout()
        self.column.addLayout(self._grid, 1)
        self.arrange(halves=False)

    def arrange(self, *, halves: bool) -> None:
        """Set the cells of question, side and answers."""
        if halves == self.halves:
            return
        self.halves = halves
        cells = self.beside if halves else (GridCell(0, 0), GridCell(1, 0), GridCell(2, 0))
        for widget, cell in zip((self._asked, self._other, self.cards), cells, strict=True):
            put_in_grid(self._grid, widget, cell)
        for row in range(3):
            self._grid.setRowStretch(row, int(row == cells[2][0]))
        for column in range(2):
            self._grid.setColumnStretch(column, int(halves or not column))
        self.cards.use_sizes(self.sizes[int(halves)])

    def fit_side(self, width: int, density: int) -> None:
        """Adapt the side to a width in pixels and a density."""

    def has_room(self) -> bool:
        """Return whether side and answers have room beside each other."""
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        lines = LINES_OF_HEAD + LINES_OF_CARD * len(self.cards.cards)
        return self.area.width() >= 2 * HALF * letter and self.area.height() >= lines * line

    def stack(self) -> None:
        """Put the side above the answers, where half a page is not enough for either."""
        self._fit_halves(halves=False, density=self.area.density)
        self.cards.fit_to(self.area.width(), self.area.density)

    def _fit_halves(self, *, halves: bool, density: int) -> None:
        self.arrange(halves=halves)
        gap = self.context.theme.px("gap")
        self._grid.setHorizontalSpacing(gap + gap // 2)
        self.fit_side(self.width_of_answers(), density)

    @override
    def height_above_answers(self) -> int:
        """Return the height of the question, and of the side where that stands above, too."""
        width, gap = self.area.width(), self._grid.verticalSpacing()
        above = (self._asked,) if self.halves else (self._asked, self._other)
        return sum(height_of(widget, width) + gap for widget in above)

    @override
    def width_of_answers(self) -> int:
        """Return the width of a half or of the page."""
        width = self.area.width()
        return (width - self._grid.horizontalSpacing()) // 2 if self.halves else width

    @override
    def set_density(self, density: int) -> None:
        """Choose between halves and a single column, and adapt both."""
        self._fit_halves(halves=self.has_room(), density=density)
        super().set_density(density)
        self._grid.setVerticalSpacing(self.column.spacing())


def height_of(widget: QWidget, width: int) -> int:
    """Return the height that a widget needs in a width, both in pixels."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()

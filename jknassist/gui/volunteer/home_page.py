"""First page of a laptop: search and tools beside the first question, or above its answers."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from jknassist.core.flow.model import Step
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.two_columns import TwoColumnPage
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.volunteer.search_side import SearchSide
from jknassist.gui.widgets.answer_list import BELOW_A_FIELD, BESIDE_A_SEARCH, CardSizes
from jknassist.gui.widgets.column_grid import GridCell


class HomePage(TwoColumnPage):
    """Emits the place chosen from the search results.

    Where there is room, search, results and tools stand on the left, the answers on the right.
    Otherwise the search stands above the answers, and its results replace them.
    """

    sizes: ClassVar[tuple[CardSizes, CardSizes]] = (BELOW_A_FIELD, BESIDE_A_SEARCH)
    beside: ClassVar[tuple[GridCell, GridCell, GridCell]] = (
        GridCell(0, 1),
        GridCell(0, 0, rows=2),
        GridCell(1, 1),
    )

    def __init__(self, step: Step, context: UiContext) -> None:
        self._searching = False
        self._room = QWidget()
        super().__init__(step, context)
        self.search_box.searching.connect(self._make_room)

    @property
    def search_box(self) -> SearchBox:
        """The field and its results."""
        return self.side.search_box

    @override
    def above(self) -> QWidget:
        """Return the search with its tools."""
        self.side = SearchSide(self.context)
        self.search_box.chosen.connect(self.place_wanted)
        self.search_box.number_typed.connect(self.number_typed)
        self.search_box.staff_wanted.connect(self.contacts_wanted)
        self.search_box.sheet_typed.connect(self.sheet_typed)
        self.side.list_wanted.connect(self.list_wanted)
        self.side.statistics_wanted.connect(self.statistics_wanted)
        self.side.sheet_wanted.connect(self.sheet_wanted)
        return self.side

    @override
    def lay_out(self, above: QWidget | None) -> None:
        """Put the parts into the grid, and below them what keeps the room of hidden answers."""
        super().lay_out(above)
        self.column.addWidget(self._room, 1)

    @override
    def arrange(self, *, halves: bool) -> None:
        """Set the cells; beside the search the answers are always shown."""
        super().arrange(halves=halves)
        self._show_cards()

    def _make_room(self, searching: bool) -> None:  # noqa: FBT001  a slot gets it so
        """Give the results the room that they need."""
        self._searching = searching
        self._show_cards()
        if self.halves:
            self.area.fit(afresh=True)

    def _show_cards(self) -> None:
        """Hide the answers while results are shown in their place."""
        replaced = self._searching and not self.halves
        self.cards.setHidden(replaced)
        self._room.setVisible(replaced)

    @override
    def fit_side(self, width: int, density: int) -> None:
        """Adapt the search to the width that it has."""
        column, searching = bool(self.halves), self._searching
        self.side.fit(width, density, column=column, searching=searching)

    @override
    def set_density(self, density: int) -> None:
        """Leave out the picture of the question, where the search stands beside it."""
        super().set_density(density)
        if self.halves:
            self.picture.resize_to(0)

    @override
    def write(self, text: str) -> bool:
        """Insert text typed anywhere on the page into the search field."""
        self.search_box.write(text)
        return True

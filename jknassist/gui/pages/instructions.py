"""Questions after something to do on the phone: a checklist, or a wait with a countdown."""

from itertools import product

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, WaitStep
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.pages.two_columns import TwoColumnPage, height_of
from jknassist.gui.style.theme import TextSize
from jknassist.gui.widgets.answer_list import AnswerList, Hints
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.countdown import Countdown
from jknassist.gui.widgets.factories import frame, numbered
from jknassist.gui.widgets.paged_area import DENSITIES, PAGINATED, WHOLE

LETTERS_OF_TWO = 46
"""Width in letters from which a list has two columns."""


class InstructionPage(TwoColumnPage):
    """What to do stands on the left, the answers on the right where there is room."""

    @override
    def make_cards(self) -> AnswerList:
        """Return answer cards that stay together on one screen page where possible."""
        cards = super().make_cards()
        cards.setProperty(WHOLE, "yes")
        return cards

    @override
    def set_density(self, density: int) -> None:
        """Let go of answers that stay together where the first one fits on the first screen."""
        super().set_density(density)
        begins = self.height_above_answers() + self.cards.height_of_first() <= self.area.height()
        self.cards.setProperty(WHOLE, "" if begins else "yes")


class ChecklistPage(InstructionPage):
    """A list of things to check on the phone, then a question about the result.

    If it is divided, the list fills the first screen page and all answers the second, where both
    have room: who has done everything compares the answers with each other.
    """

    @override
    def above(self) -> QWidget | None:
        """Return the checklist."""
        if not isinstance(self.step, ChecklistStep):
            return None
        self.points = Points(self.step.items, self.context)
        return frame("box", self.points, theme=self.context.theme)

    @override
    def fit_side(self, width: int, density: int) -> None:
        """Adapt the number of columns of the list to the width."""
        self.points.fit_to(0 if self.halves else width, tight=density >= PAGINATED)

    @override
    def set_density(self, density: int) -> None:
        """Put the list and the answers on a screen page each, if one is not enough for both."""
        self.cards.setMinimumHeight(0)
        super().set_density(density)
        if density >= PAGINATED and self.area.needed_height() > self.area.height():
            self._part()

    @override
    def stack(self) -> None:
        """Part list and answers also where they stood beside each other."""
        super().stack()
        self._part()

    def _part(self) -> None:
        if self.halves:
            return
        way, whole = self.way, self.cards.property(WHOLE)
        first = self._fill_first()
        second = first and self._fill_second()
        self.cards.setProperty(WHOLE, "yes" if second else whole)
        if not first:
            self.fit_side(self.area.width(), self.area.density)
            self.give_way(self.area.density, way)
        elif not second:
            self.cards.show_hints(way[1])
            self.cards.fit_to(self.area.width(), self.area.density)

    def _fill_first(self) -> bool:
        """Give the list one column if it has room, and the height of a screen page.

        Where the list would leave the heading alone on its screen page, gaps and then the
        explanation give way.
        """
        for below, tight, width in product((0, 1), (False, True), (0, self.area.width())):
            self.explain_below(below)
            self.points.fit_to(width, tight=tight)
            self.area.needed_height()  # brings all sizes up to date
            left = self.area.height() - self.height_above_answers()
            if left >= 0:
                self.points.spread(left, tight=tight)
                return True
        return False

    def _fill_second(self) -> bool:
        """Give the answers the height of a screen page, and the lowest density that fits it."""
        terse = self.context.theme.size is TextSize.A_PLUS_PLUS
        self.cards.show_hints(Hints.NONE if terse else Hints.ALL)
        for density in DENSITIES[1:]:
            self.cards.fit_to(self.area.width(), density)
            self.area.needed_height()
            if height_of(self.cards, self.area.width()) <= self.area.height():
                self.cards.setMinimumHeight(self.area.height())
                return True
        return False


class WaitPage(InstructionPage):
    """A question with an optional countdown, which can always be skipped."""

    @override
    def above(self) -> QWidget | None:
        """Return the countdown."""
        if not isinstance(self.step, WaitStep):
            return None
        self.countdown = Countdown(self.step.minutes, self.context)
        return self.countdown

    @override
    def fit_side(self, width: int, density: int) -> None:
        """Show the rest of the time in a ring, where there is room for one."""
        self.countdown.show_ring(shown=bool(self.halves), width=width)


class Points(QWidget):
    """A numbered list in one or two columns, read column by column."""

    def __init__(self, items: tuple[str, ...], context: UiContext) -> None:
        super().__init__()
        self._gap, self._most = context.theme.px("gap_small"), 3 * context.theme.px("gap")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * context.theme.px("gap"))
        self._points = [QWidget() for _ in items]
        for number, (point, item) in enumerate(zip(self._points, items, strict=True), 1):
            column = QVBoxLayout(point)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(numbered(number, item, context.theme))
            column.addStretch(1)  # beside a taller point, one of one line stays at its number
        self._columns = 0
        self.fit_to(0)

    def fit_to(self, width: int, *, tight: bool = False) -> None:
        """Arrange as many columns as fit into a width in pixels; `tight` halves the gaps."""
        self._grid.setVerticalSpacing(self._gap // 2 if tight else self._gap)
        columns = 2 if width >= LETTERS_OF_TWO * self.fontMetrics().averageCharWidth() else 1
        if columns == self._columns:
            return
        self._columns = columns
        lay_in_columns(self._grid, self._points, columns, down=True)
        # Beside the answers there is height to spare: it stands below the list, not in it.
        self._grid.setRowStretch(len(self._points), 1)

    def spread(self, left: int, *, tight: bool = False) -> None:
        """Share pixels of height that are left among the gaps, as far as that looks like a list."""
        rows = -(-len(self._points) // self._columns)
        least = self._gap // 2 if tight else self._gap
        self._grid.setVerticalSpacing(least + min(left // rows, self._most))


def choice_page(step: ChoiceStep | ChecklistStep | WaitStep, context: UiContext) -> ChoicePage:
    """Return the page of a step that is answered by choosing a card."""
    match step:
        case ChoiceStep():
            return ChoicePage(step, context)
        case ChecklistStep():
            return ChecklistPage(step, context)
        case WaitStep():
            return WaitPage(step, context)

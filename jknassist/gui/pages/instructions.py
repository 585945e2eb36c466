"""Questions after something to do on the phone: a checklist, or a wait with a countdown."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, WaitStep
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.pages.two_columns import TwoColumnPage
from jknassist.gui.widgets.answer_list import AnswerList
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.countdown import Countdown
from jknassist.gui.widgets.factories import frame, numbered
from jknassist.gui.widgets.paged_area import WHOLE

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
    """A list of things to check on the phone, then a question about the result."""

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
        self.points.fit_to(0 if self.halves else width)


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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * context.theme.px("gap"))
        self._grid.setVerticalSpacing(context.theme.px("gap_small"))
        self._points = [QWidget() for _ in items]
        for number, (point, item) in enumerate(zip(self._points, items, strict=True), 1):
            column = QVBoxLayout(point)
            column.setContentsMargins(0, 0, 0, 0)
            column.addLayout(numbered(number, item, context.theme))
            column.addStretch(1)  # beside a taller point, one of one line stays at its number
        self._columns = 0
        self.fit_to(0)

    def fit_to(self, width: int) -> None:
        """Arrange as many columns as fit into a width in pixels."""
        columns = 2 if width >= LETTERS_OF_TWO * self.fontMetrics().averageCharWidth() else 1
        if columns == self._columns:
            return
        self._columns = columns
        lay_in_columns(self._grid, self._points, columns, down=True)
        # Beside the answers there is height to spare: it stands below the list, not in it.
        self._grid.setRowStretch(len(self._points), 1)


def choice_page(step: ChoiceStep | ChecklistStep | WaitStep, context: UiContext) -> ChoicePage:
    """Return the page of a step that is answered by choosing a card."""
    match step:
        case ChoiceStep():
            return ChoicePage(step, context)
        case ChecklistStep():
            return ChecklistPage(step, context)
        case WaitStep():
            return WaitPage(step, context)

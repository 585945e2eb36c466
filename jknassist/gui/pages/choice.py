"""Choice pages: questions with a few answer cards, also below a checklist or a countdown."""

from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, Step, WaitStep
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.widgets.answer_list import BELOW_A_LIST, ROOMY, AnswerList
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.countdown import Countdown
from jknassist.gui.widgets.factories import frame, numbered
from jknassist.gui.widgets.paged_area import WHOLE

LETTERS_OF_TWO = 46
"""Width in letters from which a list has two columns."""


class ChoicePage(QuestionPage):
    """A question with its answer cards."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
        self.column.addLayout(self.top)
        if (above := self.above()) is not None:
            self.column.addWidget(above)
        self.cards = self.make_cards()
        self.cards.chosen.connect(self._choose)
        self.column.addWidget(self.cards, 1)

    def above(self) -> QWidget | None:
        """Return the widget between the question and its answers, or None."""
        return None

    def make_cards(self) -> AnswerList:
        """Return the answer cards of a question with nothing above them."""
        return AnswerList(self.step.answers, self.context, ROOMY)

    @override
    def set_density(self, density: int) -> None:
        """Adapt the cards to a density level."""
        super().set_density(density)
        self.cards.fit_to(self.area.width(), density)

    @override
    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Select the card of an earlier answer."""
        super().restore_answer(given, None)
        self.cards.choose(given.key if given else "")

    @override
    def choose_by_digit(self, digit: str) -> None:
        """Choose the card that has a digit; Enter then goes on, whatever was pressed before."""
        self.cards.choose_by_digit(digit)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self.heading.setFocus()

    def _choose(self, answer_id: str) -> None:
        self.set_answer(Answer(step_id=self.step.id, key=answer_id))


class ChecklistPage(ChoicePage):
    """A list of things to check on the phone, then a question about the result."""

    @override
    def above(self) -> QWidget | None:
        """Return the checklist."""
        if not isinstance(self.step, ChecklistStep):
            return None
        self.points = Points(self.step.items, self.context)
        return frame("box", self.points, theme=self.context.theme)

    @override
    def set_density(self, density: int) -> None:
        """Adapt the number of columns of the list to the width."""
        super().set_density(density)
        self.points.fit_to(self.area.width())

    @override
    def make_cards(self) -> AnswerList:
        """Return flatter answer cards, to leave height for the list."""
        return _cards_below(self.step, self.context)


class WaitPage(ChoicePage):
    """A question with an optional countdown, which can always be skipped."""

    @override
    def above(self) -> QWidget | None:
        """Return the countdown."""
        return (
            Countdown(self.step.minutes, self.context) if isinstance(self.step, WaitStep) else None
        )

    @override
    def make_cards(self) -> AnswerList:
        """Return flatter answer cards, to leave height for the countdown."""
        return _cards_below(self.step, self.context)


def _cards_below(step: Step, context: UiContext) -> AnswerList:
    """Return answer cards that stay together on one screen page where possible."""
    cards = AnswerList(step.answers, context, BELOW_A_LIST)
    cards.setProperty(WHOLE, "yes")
    return cards


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
            row = numbered(number, item, context.theme)
            row.setContentsMargins(0, 0, 0, 0)
            point.setLayout(row)
        self._columns = 0
        self.fit_to(0)

    def fit_to(self, width: int) -> None:
        """Arrange as many columns as fit into a width in pixels."""
        columns = 2 if width >= LETTERS_OF_TWO * self.fontMetrics().averageCharWidth() else 1
        if columns == self._columns:
            return
        self._columns = columns
        lay_in_columns(self._grid, self._points, columns, down=True)


def choice_page(step: ChoiceStep | ChecklistStep | WaitStep, context: UiContext) -> ChoicePage:
    """Return the page of a step that is answered by choosing a card."""
    match step:
        case ChoiceStep():
            return ChoicePage(step, context)
        case ChecklistStep():
            return ChecklistPage(step, context)
        case WaitStep():
            return WaitPage(step, context)

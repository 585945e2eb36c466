"""A question with a few big answers; checklists and waits are such questions with more above."""

from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, Step, WaitStep
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.countdown import Countdown
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.widgets.answer_list import BELOW_A_LIST, ROOMY, AnswerList
from jknassist.gui.widgets.factories import frame, numbered
from jknassist.gui.widgets.paged_area import WHOLE

LETTERS_OF_TWO = 46
"""Letters from which on a list has room for two columns."""


class ChoicePage(QuestionPage):
    """One question and its answers."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
        self.column.addLayout(self.top)
        if (above := self.above()) is not None:
            self.column.addWidget(above)
        self.cards = self.make_cards()
        self.cards.chosen.connect(self._choose)
        self.column.addWidget(self.cards, 1)

    def above(self) -> QWidget | None:
        """Return what stands between the question and its answers, if anything."""
        return None

    def make_cards(self) -> AnswerList:
        """Make the answers of a question that has nothing above it."""
        return AnswerList(self.step.answers, self.context, ROOMY)

    @override
    def set_density(self, tightness: int) -> None:
        """Let the cards follow the room."""
        super().set_density(tightness)
        self.cards.fit_to(self.body.width(), tightness)

    @override
    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Show the card of an answer that was given before."""
        super().restore_answer(given, None)
        self.cards.choose(given.key if given else "")

    def _choose(self, answer_id: str) -> None:
        self.set_answer(Answer(step_id=self.step.id, key=answer_id))


class ChecklistPage(ChoicePage):
    """Things to look at on the phone, then the question what was seen."""

    @override
    def above(self) -> QWidget | None:
        """List what to look at."""
        if not isinstance(self.step, ChecklistStep):
            return None
        self.points = Points(self.step.items, self.context)
        return frame("box", self.points, theme=self.context.theme)

    @override
    def set_density(self, tightness: int) -> None:
        """Let the list follow the width."""
        super().set_density(tightness)
        self.points.fit_to(self.body.width())

    @override
    def make_cards(self) -> AnswerList:
        """Make the answers flatter, to leave room for a list."""
        return _cards_below(self.step, self.context)


class WaitPage(ChoicePage):
    """A question that may need some waiting; the clock can always be skipped."""

    @override
    def above(self) -> QWidget | None:
        """Show the clock."""
        return (
            Countdown(self.step.minutes, self.context) if isinstance(self.step, WaitStep) else None
        )

    @override
    def make_cards(self) -> AnswerList:
        """Make the answers flatter, to leave room for the clock."""
        return _cards_below(self.step, self.context)


def _cards_below(step: Step, context: UiContext) -> AnswerList:
    """Make answers that stay together: on a leaf of their own rather than on two."""
    cards = AnswerList(step.answers, context, BELOW_A_LIST)
    cards.setProperty(WHOLE, "yes")
    return cards


class Points(QWidget):
    """A numbered list in two columns, read down the first one and then the second, or in one."""

    def __init__(self, items: tuple[str, ...], context: UiContext) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * context.theme.px("gap"))
        self._grid.setVerticalSpacing(context.theme.px("gap_small"))
        self._points = [QWidget() for _ in items]
        for place, (point, item) in enumerate(zip(self._points, items, strict=True), 1):
            row = numbered(place, item, context.theme)
            row.setContentsMargins(0, 0, 0, 0)
            point.setLayout(row)
        self._columns = 0
        self.fit_to(0)

    def fit_to(self, width: int) -> None:
        """Use as many columns as a width in pixels has room for."""
        columns = 2 if width >= LETTERS_OF_TWO * self.fontMetrics().averageCharWidth() else 1
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._points) // columns)
        for place, point in enumerate(self._points):
            self._grid.addWidget(point, place % rows, place // rows)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def choice_page(step: ChoiceStep | ChecklistStep | WaitStep, context: UiContext) -> ChoicePage:
    """Make the page of a step that is answered by choosing a card."""
    match step:
        case ChoiceStep():
            return ChoicePage(step, context)
        case ChecklistStep():
            return ChecklistPage(step, context)
        case WaitStep():
            return WaitPage(step, context)

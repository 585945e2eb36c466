"""A question with a few big answers; checklists and waits are such questions with more above."""

from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.knowledge import ChecklistStep, ChoiceStep, Step, WaitStep
from jknassist.core.overriding import override
from jknassist.core.session import Given
from jknassist.gui.answer_cards import BELOW_A_LIST, ROOMY, AnswerCards
from jknassist.gui.body import WHOLE
from jknassist.gui.pages.base import StepPage
from jknassist.gui.pages.countdown import Countdown
from jknassist.gui.parts import Parts, frame, numbered

LETTERS_OF_TWO = 46
"""Letters from which on a list has room for two columns."""


class ChoicePage(StepPage):
    """One question and its answers."""

    def __init__(self, step: Step, parts: Parts) -> None:
        super().__init__(step, parts)
        self.column.addLayout(self.top)
        if (above := self.above()) is not None:
            self.column.addWidget(above)
        self.cards = self.make_cards()
        self.cards.chosen.connect(self._choose)
        self.column.addWidget(self.cards, 1)

    def above(self) -> QWidget | None:
        """Return what stands between the question and its answers, if anything."""
        return None

    def make_cards(self) -> AnswerCards:
        """Make the answers of a question that has nothing above it."""
        return AnswerCards(self.step.answers, self.parts, ROOMY)

    @override
    def tighten(self, tightness: int) -> None:
        """Let the cards follow the room."""
        super().tighten(tightness)
        self.cards.fit_to(self.body.width(), tightness)

    @override
    def recall(self, given: Given | None) -> None:
        """Show the card of an answer that was given before."""
        super().recall(given)
        self.cards.choose(given.key if given else "")

    def _choose(self, answer_id: str) -> None:
        self.decide(Given(step_id=self.step.id, key=answer_id))


class ChecklistPage(ChoicePage):
    """Things to look at on the phone, then the question what was seen."""

    @override
    def above(self) -> QWidget | None:
        """List what to look at."""
        if not isinstance(self.step, ChecklistStep):
            return None
        self.points = Points(self.step.items, self.parts)
        return frame("box", self.points, look=self.parts.look)

    @override
    def tighten(self, tightness: int) -> None:
        """Let the list follow the width."""
        super().tighten(tightness)
        self.points.fit_to(self.body.width())

    @override
    def make_cards(self) -> AnswerCards:
        """Make the answers flatter, to leave room for a list."""
        return _cards_below(self.step, self.parts)


class WaitPage(ChoicePage):
    """A question that may need some waiting; the clock can always be skipped."""

    @override
    def above(self) -> QWidget | None:
        """Show the clock."""
        return Countdown(self.step.minutes, self.parts) if isinstance(self.step, WaitStep) else None

    @override
    def make_cards(self) -> AnswerCards:
        """Make the answers flatter, to leave room for the clock."""
        return _cards_below(self.step, self.parts)


def _cards_below(step: Step, parts: Parts) -> AnswerCards:
    """Make answers that stay together: on a leaf of their own rather than on two."""
    cards = AnswerCards(step.answers, parts, BELOW_A_LIST)
    cards.setProperty(WHOLE, "yes")
    return cards


class Points(QWidget):
    """A numbered list in two columns, read down the first one and then the second, or in one."""

    def __init__(self, items: tuple[str, ...], parts: Parts) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * parts.look.px("gap"))
        self._grid.setVerticalSpacing(parts.look.px("gap_small"))
        self._points = [QWidget() for _ in items]
        for place, (point, item) in enumerate(zip(self._points, items, strict=True), 1):
            row = numbered(place, item, parts.look)
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


def choice_page(step: ChoiceStep | ChecklistStep | WaitStep, parts: Parts) -> ChoicePage:
    """Make the page of a step that is answered by choosing a card."""
    match step:
        case ChoiceStep():
            return ChoicePage(step, parts)
        case ChecklistStep():
            return ChecklistPage(step, parts)
        case WaitStep():
            return WaitPage(step, parts)

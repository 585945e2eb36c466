"""Choice page: a question with a few answer cards."""

from itertools import product

from PySide6.QtWidgets import QApplication, QWidget

from jknassist.core.flow.model import Step
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.style.theme import TextSize
from jknassist.gui.widgets.answer_list import ROOMY, AnswerList, Hints
from jknassist.gui.widgets.paged_area import PAGINATED

Way = tuple[int, Hints]

WAYS: tuple[Way, ...] = tuple(product(range(3), Hints))
"""What gives way where a question does not fit on one screen page, a little more each time: how
many sentences of the explanation stand below the answers, and which answers have their hints.
"""


class ChoicePage(QuestionPage):
    """A question with its answer cards."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
        self.way = WAYS[0]
        above = self.above()
        self.cards = self.make_cards()
        self.cards.chosen.connect(self._choose)
        self.lay_out(above)

    def lay_out(self, above: QWidget | None) -> None:
        """Put the question, what stands above the answers, and the answers into the column."""
        self.column.addLayout(self.top)
        if above is not None:
            self.column.addWidget(above)
        self.column.addWidget(self.cards, 1)

    def above(self) -> QWidget | None:
        """Return the widget between the question and its answers, or None."""
        return None

    def make_cards(self) -> AnswerList:
        """Return the answer cards of a question with nothing above them."""
        return AnswerList(self.step.answers, self.context, ROOMY)

    @override
    def set_density(self, density: int) -> None:
        """Adapt the cards to a density level.

        Of several screen pages the first has an answer, and there are as few as can be.
        """
        super().set_density(density)
        if density < PAGINATED:
            self.give_way(density, WAYS[0])
            return
        # Hints are twice as large, too, for those who need such letters to read at all.
        terse = self.context.theme.size is TextSize.A_PLUS_PLUS
        ways = [way for way in WAYS if way[1] is Hints.NONE or not terse]
        whole = [way for way in ways if self._fits(density, way)]
        self.give_way(density, whole[0] if whole else self._best_divided(density, ways))

    def _fits(self, density: int, way: Way) -> bool:
        """Return whether the question fits on one screen page."""
        self.give_way(density, way)
        return self.area.needed_height() <= self.area.height()

    def _best_divided(self, density: int, ways: list[Way]) -> Way:
        """Return the way with the fewest screen pages; of equals what gives way least."""
        counted: dict[Way, int] = {}
        for way in ways:
            if self._begins(density, way):
                counted[way] = len(self.area.division())
        return min(counted, key=counted.__getitem__) if counted else ways[0]

    def _begins(self, density: int, way: Way) -> bool:
        """Return whether the first answer fits on the first screen page."""
        self.give_way(density, way)
        self.area.needed_height()  # brings all sizes up to date
        return self.height_above_answers() + self.cards.height_of_first() <= self.area.height()

    def give_way(self, density: int, way: Way) -> None:
        """Let explanation and hints give way, and fit the answers to what is left."""
        self.way = way
        below, hints = way
        self.cards.show_hints(hints)
        self.explain_below(below)
        self.cards.fit_to(self.width_of_answers(), density)

    def height_above_answers(self) -> int:
        """Return the height of all that stands above the answers, in pixels."""
        return self.top.heightForWidth(self.area.width()) + self.column.spacing()

    def width_of_answers(self) -> int:
        """Return the width that the answers have, in pixels."""
        return self.area.width()

    @override
    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Select the card of an earlier answer."""
        super().restore_answer(given, None)
        self.cards.choose(given.key if given else "")

    @override
    def choose_by_digit(self, digit: str) -> None:
        """Choose the card that has a digit; Enter then goes on, whatever was pressed before.

        One on another screen page is only shown: nobody goes on with an answer they have not seen,
        and on a checklist the digit may be meant for the point that has this number.
        """
        card = self.cards.card_with_digit(digit)
        if card is not None and self.area.shows(card):
            card.press()
        elif card is not None:
            self.area.show_widget(card)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self.heading.setFocus()

    def _choose(self, answer_id: str) -> None:
        self.set_answer(Answer(step_id=self.step.id, key=answer_id))

"""Choice page: a question with a few answer cards."""

from PySide6.QtWidgets import QApplication, QWidget

from jknassist.core.flow.model import Step
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.widgets.answer_list import ROOMY, AnswerList


class ChoicePage(QuestionPage):
    """A question with its answer cards."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
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
        """Adapt the cards to a density level."""
        super().set_density(density)
        self.cards.fit_to(self.width_of_answers(), density)

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
        """Choose the card that has a digit; Enter then goes on, whatever was pressed before."""
        self.cards.choose_by_digit(digit)
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self.heading.setFocus()

    def _choose(self, answer_id: str) -> None:
        self.set_answer(Answer(step_id=self.step.id, key=answer_id))

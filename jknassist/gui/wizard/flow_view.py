"""View of one visit: the wizard and the navigation bar, connected to the flow controller.

The only module in which user input moves the flow controller.
"""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.graph import first_number_step
from jknassist.core.flow.model import NumberStep, Outcome, Step, WaitStep
from jknassist.core.flow.session import Answer, UnknownAnswerError
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front
from jknassist.gui.pages.page import Page, QuestionPage
from jknassist.gui.qt.tab_order import put_last
from jknassist.gui.widgets.progress import Steps
from jknassist.gui.wizard.navigation_bar import NavigationBar
from jknassist.gui.wizard.page_factory import make_page
from jknassist.gui.wizard.wizard import HelpWizard

if TYPE_CHECKING:
    # Not needed by the first question: imported when a sheet number is typed.
    from jknassist.core.flow.way import Way

ROOM_TO_SHOW = 1000
"""Width in pixels at scale 1 from which the button for the large display has room."""


class FlowView(QWidget):
    """View of one visit; the next visit gets a new view with a new controller."""

    place_shown = Signal()
    visit_ended = Signal()
    solved = Signal()
    copy_wanted = Signal(str, object)
    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()
    more_wanted = Signal()
    print_wanted = Signal()
    show_wanted = Signal()
    sheet_wanted = Signal()
    sheet_typed = Signal(str)
    list_wanted = Signal()
    statistics_wanted = Signal()
    contacts_wanted = Signal()
    finder_wanted = Signal()

    def __init__(
        self, flow: FlowController, context: UiContext, front: Front, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.flow = flow
        self._context = context
        self._front = front
        self.wizard = HelpWizard(context.knowledge, self._make_page)
        self.navigation = NavigationBar(context, front)
        self._lay_out(2 * context.theme.px("gap"))
        navigation = self.navigation
        navigation.back_wanted.connect(self.go_back)
        navigation.fraud_warning_wanted.connect(self.show_fraud_warning)
        navigation.next_wanted.connect(self.go_on)
        navigation.solved.connect(self._say_solved)
        navigation.copy_wanted.connect(partial(self.copy_wanted.emit, "", navigation.copy_all))
        navigation.print_wanted.connect(self.print_wanted)
        navigation.show_wanted.connect(self.show_wanted)
        navigation.finder_wanted.connect(self.finder_wanted)
        navigation.sheet_wanted.connect(self.sheet_wanted)
        self.wizard.enter_pressed.connect(self.go_on)
        self._show()

    def _lay_out(self, side: int) -> None:
        """Align page and buttons with the top bar: QWizard adds a margin of its own."""
        column, below = QVBoxLayout(self), QWidget(self)
        below.setObjectName("navigation")
        beside, row = QHBoxLayout(), QHBoxLayout(below)
        outer = max(0, side - row.contentsMargins().left())
        beside.setContentsMargins(outer, 0, outer, 0)
        beside.addWidget(self.wizard)
        gap = column.spacing()
        row.setContentsMargins(side, gap // 2, side, gap)
        row.addWidget(self.navigation)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(beside, 1)
        column.addWidget(below)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.wizard.page_now

    def activate(self) -> None:
        """Set the focus where reading the page begins."""
        put_last(self.page, self.navigation.buttons)
        self.page.activate(self.navigation.progress.said(self._steps()))

    def go_on(self) -> None:
        """Go to the next screen page, to the next place or cause, or end the visit."""
        if not self.page.may_leave():
            return
        if self.flow.outcome is None:
            if self.flow.next():
                self._show()
        elif not self.flow.asks_if_solved:
            self.visit_ended.emit()
        else:
            self.flow.answer_helped(helped=False)
            if self.flow.try_next_cause():
                self._show()
            else:
                self.contacts_wanted.emit()

    def _say_solved(self) -> None:
        self.flow.answer_helped(helped=True)
        self.solved.emit()

    def show_fraud_warning(self) -> None:
        """Go to the fraud warning; "Kembali" returns from it."""
        if self.flow.show_fraud_warning():
            self._show()

    def go_back(self) -> None:
        """Go to the previous screen page, or to the previous place."""
        if not self.page.area.turn(-1) and self.flow.back():
            self._show()

    def jump_to(self, place_id: str) -> None:
        """Go to a place found by the search; the answers on the way there are assumed."""
        self.flow.jump(place_id)
        self._show()

    def check_number(self, text: str) -> None:
        """Go to the number page with a number that was typed elsewhere."""
        self.jump_to(first_number_step(self._context.knowledge))
        if isinstance(self.page, QuestionPage):
            self.page.fill_in(text)

    def resume(self, way: "Way") -> None:
        """Continue the way of a sheet at the first question that is asked again."""
        self.flow.resume(way)
        self._show()

    def return_to(self, step_id: str) -> None:
        """Return to an answered question; afterwards only new questions are asked."""
        self.flow.return_to(step_id)
        self._show()

    def follow(self, answers: Iterable[Answer]) -> None:
        """Apply answers in order, as far as they fit the content."""
        for answer in answers:
            if self.flow.place.id != answer.step_id:
                break
            try:
                self.flow.answer(answer)
            except UnknownAnswerError:
                break
            self.flow.next()
        self._show()

    def restart(self) -> None:
        """Clear all answers and show the first question."""
        self.flow.restart()
        self._show()

    def answer(self, answer: Answer) -> None:
        """Store an answer; the page changes only at "Lanjut"."""
        self.flow.answer(answer)

    def _make_page(self, place: Step | Outcome) -> Page:
        page = make_page(place, self.flow, self._context, self._front)
        page.copy_wanted.connect(self.copy_wanted)
        page.guide_wanted.connect(self.guide_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.sources_wanted.connect(self.sources_wanted)
        page.more_wanted.connect(self.more_wanted)
        page.area.turned.connect(self._name_next)
        if isinstance(page, QuestionPage):
            page.answered.connect(self.answer)
            page.went_on.connect(self.go_on)
            page.place_wanted.connect(self.jump_to)
            page.number_typed.connect(self.check_number)
            page.list_wanted.connect(self.list_wanted)
            page.sheet_typed.connect(self.sheet_typed)
            page.sheet_wanted.connect(self.sheet_wanted)
            page.statistics_wanted.connect(self.statistics_wanted)
            page.contacts_wanted.connect(self.contacts_wanted)
        return page

    def _show(self) -> None:
        """Show the current place of the controller.

        The bar comes first, since what it leaves is the height that the page is laid out for.
        """
        place = self.flow.place
        page = self.wizard.page_for(place)
        if isinstance(page, QuestionPage) and not isinstance(place, Outcome):
            self._restore(page, place)
        self.wizard.hide_page()
        self._arrange_bar(place)
        self.wizard.show_page(place.id)
        self._name_next()
        self.activate()
        self.place_shown.emit()
        # Qt has queued the paint before them, and would paint the page once more after them.
        for queued in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
            QCoreApplication.sendPostedEvents(None, queued.value)

    def _arrange_bar(self, place: Step | Outcome) -> None:
        wide = self.width() >= ROOM_TO_SHOW * self._context.theme.scale
        first, outcome = self.flow.position == 0, isinstance(place, Outcome)
        with self.navigation.changes():
            self.navigation.arrange(first=first, outcome=outcome, wide=wide)
            self.navigation.offer_sheet(offered=isinstance(place, WaitStep))
            self.navigation.show_progress(None if outcome else self._steps(), bar=not first)
            self.navigation.set_end(self._end(), asked=self.flow.asks_if_solved)
            self.navigation.name_next(self._context.words.next)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _steps(self) -> Steps:
        return Steps(self.flow.position + 1, self.flow.questions_left)

    def _restore(self, page: QuestionPage, step: Step) -> None:
        """Restore the earlier answer of a page, and that of the step it compares with."""
        earlier = step.compare_with if isinstance(step, NumberStep) else ""
        page.restore_answer(self.flow.answer_at(step.id), self.flow.answer_at(earlier))

    def _name_next(self) -> None:
        text = "" if self.page.area.more else self._end()
        self.navigation.name_next(text or self._context.words.next)

    def _end(self) -> str:
        """Return the label of the button for "next" below the end of an outcome, else ""."""
        words, flow = self._context.words, self.flow
        if flow.outcome is None:
            return ""
        if not flow.asks_if_solved:
            return words.start_again
        return words.solved_no_more if flow.next_cause is None else words.solved_no

"""The wizard of one visitor: a page for each place, made when first needed, and the way between.

The answers stand in a `Session`; what page comes next is looked up by replaying them.
"""

from datetime import datetime
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWizard, QWizardPage

from jknassist.core.knowledge import ChoiceStep, NumberStep, Outcome, Step
from jknassist.core.overriding import override
from jknassist.core.session import (
    Given,
    Session,
    give,
    given_at,
    next_place,
    trail,
)
from jknassist.gui.pages.base import StepPage, ending_of
from jknassist.gui.pages.choice import choice_page
from jknassist.gui.pages.first import FirstPage
from jknassist.gui.parts import Parts, button
from jknassist.gui.soon import soon
from jknassist.gui.tabbing import put_last

if TYPE_CHECKING:
    from jknassist.gui.pages.ending import EndingPage
    from jknassist.gui.pages.number import NumberPage

Button = QWizard.WizardButton
Option = QWizard.WizardOption

TAKE_ALONG = (Button.CustomButton1, Button.CustomButton2)
BACK = Button.HelpButton
"""Our way back: the wizard's own would leave a page of which only a leaf is to be turned.

Of the buttons of a wizard this one is free, and it does nothing by itself.
"""
SHOW = Button.CustomButton3
ROOM_TO_SHOW = 1000
"""Pixels at scale 1 from which on that button has room; F4 does the same everywhere."""


class HelpWizard(QWizard):
    """Leads one visitor; for the next one a new object is made, so that nothing remains.

    `session` holds what was answered before, when the visitor changes the language.
    """

    copy_wanted = Signal(str, object)
    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()
    print_wanted = Signal()
    visit_ended = Signal()
    list_wanted = Signal()
    tally_wanted = Signal()
    show_wanted = Signal()

    def __init__(self, parts: Parts, session: Session) -> None:
        super().__init__()
        self.parts = parts
        self.session = session
        self._places = tuple(parts.knowledge.places.values())
        self._ids = {place.id: number for number, place in enumerate(self._places)}
        self._returning = False
        self._shown = -1
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(Option.IndependentPages)
        self.setOption(Option.NoBackButtonOnStartPage)
        self.setOption(Option.NoCancelButton)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(parts.knowledge.name)
        self._add_buttons()
        self._open(parts.knowledge.start)
        self.setStartId(self._ids[parts.knowledge.start])
        self.currentIdChanged.connect(self._arrive)
        self.restart()

    def _add_buttons(self) -> None:
        words = self.parts.words
        self.copy_all = button(words.copy_all, "secondary")
        for which, made in (
            (BACK, button(words.back, "back")),
            (Button.NextButton, button(words.next, "primary")),
            (Button.FinishButton, button(words.finish, "primary")),
            (Button.CustomButton1, self.copy_all),
            (Button.CustomButton2, self._print_button()),
            (SHOW, button(words.show_member, "secondary")),
        ):
            self.setButton(which, made)
        self.customButtonClicked.connect(self._take_along)
        self.helpRequested.connect(self.step_back)

    @property
    def page_now(self) -> QWizardPage:
        """The page that is shown."""
        return self.page(self._shown)

    def greet(self) -> None:
        """Put the focus where reading the page begins."""
        page = self.page_now
        if isinstance(page, StepPage):
            page.greet(self._count())
        elif (ending := ending_of(page)) is not None:
            ending.greet(self._count())

    def outcome(self) -> Outcome | None:
        """Return the outcome that is shown, or None on a question."""
        place = self._place(self._shown)
        return place if isinstance(place, Outcome) else None

    def revisit(self, step_id: str) -> None:
        """Go back to a question of the way; after it only what became new is asked."""
        self._returning = False
        while self._shown != self._ids[step_id] and self._shown != self.startId():
            self.back()
        self._returning = True

    def leap(self, place_id: str) -> None:
        """Go from the first page to a place found by words; the answers on the way are assumed."""
        self._returning = False
        self.session = Session()
        from jknassist.core.search import answers_to

        for given in answers_to(self.parts.knowledge, place_id):
            self.take(given)
        first = self.page_now
        if isinstance(first, StepPage):
            self._prepare(first)
        while self._shown != self._ids[place_id]:
            before = self._shown
            self.next()
            if self._shown == before:
                return

    def take(self, given: Given) -> None:
        """Keep an answer and have the page ready that it leads to."""
        self.session = give(self.parts.knowledge, self.session, given)
        self._open_after(given.step_id)

    def _open_after(self, step_id: str) -> None:
        """Have the page ready that the answer of a step leads to."""
        follows = next_place(self.parts.knowledge, self.session, step_id)
        if follows is not None:
            self._open(follows)

    def follows(self, page_id: int) -> int:
        """Return the id of the page after a page; -1 after an outcome.

        An open question gives the page of its first answer: the wizard then offers "Lanjut", and
        the page itself says what is missing when it is pressed.
        """
        place = self._place(page_id)
        if place is None or isinstance(place, Outcome):
            return -1
        follows = next_place(self.parts.knowledge, self.session, place.id)
        return self._ids[follows or place.answers[0].goes_to]

    def _place(self, page_id: int) -> Step | Outcome | None:
        return self._places[page_id] if 0 <= page_id < len(self._places) else None

    def _open(self, place_id: str) -> None:
        """Make the page of a place; an ending is made anew, for it tells the way that led there."""
        place = self.parts.knowledge.places[place_id]
        page_id = self._ids[place_id]
        known = self.page(page_id)
        if known is not None and isinstance(place, Outcome):
            # QWizard moves the keyboard when it lets a page go, also one that is not shown.
            held = QApplication.focusWidget()
            self.removePage(page_id)
            known.deleteLater()
            if held is not None:
                held.setFocus()
        if known is None or isinstance(place, Outcome):
            self.setPage(page_id, self._make(place))

    def _make(self, place: Step | Outcome) -> QWizardPage:
        match place:
            case Outcome():
                return self._ending(place)
            case NumberStep():
                # These pages are loaded when there is one: the first question is a choice.
                from jknassist.gui.pages.number import NumberPage

                page: StepPage = NumberPage(place, self.parts)
            case ChoiceStep() if place.id == self.parts.knowledge.start and not self.parts.kiosk:
                page = self._first(place)
            case _:
                page = choice_page(place, self.parts)
        page.answered.connect(self.take)
        page.guide_wanted.connect(self.guide_wanted)
        page.went_on.connect(self.go_on)
        return page

    def _first(self, step: ChoiceStep) -> FirstPage:
        page = FirstPage(step, self.parts)
        page.place_wanted.connect(self.leap)
        page.list_wanted.connect(self.list_wanted)
        page.tally_wanted.connect(self.tally_wanted)
        return page

    def _ending(self, outcome: Outcome) -> "EndingPage":
        from jknassist.core.summary import summarise
        from jknassist.gui.pages.ending import EndingPage

        now = datetime.now().astimezone()
        summary = summarise(self.parts.knowledge, outcome, self.session, now)
        page = EndingPage(outcome.picture, summary, self.parts)
        page.copy_wanted.connect(self.copy_wanted)
        page.guide_wanted.connect(self.guide_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.sources_wanted.connect(self.sources_wanted)
        page.body.turned.connect(self._name_finish)
        return page

    def _arrive(self, page_id: int) -> None:
        """Make the page that came up ready, or go on over it on the way back to the ending."""
        before, self._shown = self._shown, page_id
        page = self.page(page_id)
        ending = ending_of(page) is not None
        self._lay_buttons(ending=ending)
        if isinstance(page, StepPage):
            self._prepare(page)
            if self._returning and self._went_on(before, page):
                soon(self, self.next)
                return
        self._returning = False
        self.greet()

    def _went_on(self, before: int, page: StepPage) -> bool:
        """Tell whether a page that is answered already was come to by going forward."""
        forward = self.follows(before) == self._shown
        return forward and given_at(self.session, page.step.id) is not None

    def _prepare(self, page: StepPage) -> None:
        if isinstance(page.step, NumberStep):
            number = cast("NumberPage", page)
            number.compare_to(given_at(self.session, number.compares_with()))
        given = given_at(self.session, page.step.id)
        page.recall(given)
        if given is not None and self.page(self.follows(self._shown)) is None:
            # The answer was given in another wizard: the page it leads to is not made yet.
            self._open_after(given.step_id)

    def _count(self) -> int:
        """Return the how-manieth place of the present way is shown."""
        way = [place.id for place in trail(self.parts.knowledge, self.session)]
        shown = self._place(self._shown)
        return way.index(shown.id) + 1 if shown and shown.id in way else len(way)

    def _print_button(self) -> QPushButton:
        words = self.parts.words
        return button(words.print_paper if self.parts.kiosk else words.print, "secondary")

    def _lay_buttons(self, *, ending: bool) -> None:
        """Offer copy, save and print on an ending only; a kiosk prints and shows codes instead."""
        wide = self.width() >= ROOM_TO_SHOW * self.parts.look.scale
        offered = TAKE_ALONG[1:] if self.parts.kiosk else ((SHOW,) * wide + TAKE_ALONG)
        along = offered if ending else ()
        ways = [BACK, *along, Button.NextButton, Button.FinishButton]
        self.setButtonLayout([BACK, Button.Stretch, *ways[1:]])
        if (page := self.page(self._shown)) is not None:
            put_last(page, [self.button(way) for way in ways])
        for which in (SHOW, *TAKE_ALONG):
            self.button(which).setVisible(which in along)
        self.button(BACK).setVisible(self._shown != self.startId())

    def go_on(self) -> None:
        """Go to the page that follows."""
        self.next()

    def step_back(self) -> None:
        """Turn one leaf back, or go to the page before where there is none."""
        page = self.page_now
        turning = page if isinstance(page, StepPage) else ending_of(page)
        if turning is None or not turning.body.turn(-1):
            self.back()

    def _name_finish(self) -> None:
        """Let the last button of an ending say what it does: turn the leaf, or finish."""
        ending = ending_of(self.page_now)
        more = ending is not None and ending.body.more
        words = self.parts.words
        finish = self.button(Button.FinishButton)
        finish.setText(words.next if more else words.finish)
        finish.setAccessibleName(finish.text())

    def _take_along(self, which: int) -> None:
        match Button(which):
            case Button.CustomButton1:
                self.copy_wanted.emit("", self.copy_all)
            case Button.CustomButton2:
                self.print_wanted.emit()
            case _:
                self.show_wanted.emit()

    @override
    def nextId(self) -> int:
        return self.follows(self.currentId())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # While pages are turned all of it is hidden for a moment. Qt would lead the keyboard to the
        # bar meanwhile, and a screen reader would name what it meets there.
        page = self.currentPage()
        return page is not None and page.isVisible() and super().focusNextPrevChild(next)

    @override
    def done(self, result: int) -> None:
        if result:
            self.visit_ended.emit()

    @override
    def reject(self) -> None:
        pass

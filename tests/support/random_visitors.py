"""Random visitors of a kiosk, and the invariants that must hold after each."""

import random
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from jknassist.core.flow.model import Knowledge, Outcome, links
from jknassist.gui.kiosk.covers import InactivityPrompt
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.visit import Visit
from jknassist.gui.kiosk.window import KioskWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.widgets.answer_card import AnswerCard

One = TypeVar("One", bound=QWidget)

LONGEST = 14
"""Maximum number of pages that a visitor sees before leaving in the middle of a visit."""


FIRST = 0.6


class RandomVisitor:
    """A visitor who answers at random, types an invented number, and leaves in a random way."""

    def __init__(self, window: KioskWindow, dice: random.Random) -> None:
        self.window = window
        self.dice = dice
        self.number = "08" + "".join(dice.choice("0123456789") for _ in range(10))
        self.typed = False

    def visit(self) -> None:
        """Start a visit, answer some questions, and leave."""
        tap(self.window.page, QPoint(600, 5))
        visit = self.window.visit
        assert visit is not None
        for _ in range(self.dice.randrange(2, LONGEST)):
            page = visit.main_window.view.page
            if isinstance(page, OutcomePage):
                break
            assert isinstance(page, QuestionPage)
            self._answer(visit, page)
            QApplication.processEvents()
        self._leave(visit)

    def _answer(self, visit: Visit, page: QuestionPage) -> None:
        if isinstance(page, NumberPage) and page.entry.isVisible() and self.dice.random() < 0.8:
            QTest.keyClicks(page.entry, self._written())
            self.typed = True
        elif isinstance(page, NumberPage) and (offers := shown(page.offers, QAbstractButton)):
            tap(self.dice.choice(offers))
        elif cards := shown(page, AnswerCard):
            # The first answers lead to the number pages, which are what we are here for.
            tap(cards[0] if self.dice.random() < FIRST else self.dice.choice(cards))
        next_button = visit.main_window.view.navigation.next
        if next_button.isVisible():
            tap(next_button)

    def _written(self) -> str:
        """Return the number as this person types it, sometimes with a digit twice."""
        place = self.dice.randrange(4, len(self.number))
        slip = self.dice.random() < 0.3
        return self.number[:place] + (self.number[place] if slip else "") + self.number[place:]

    def _leave(self, visit: Visit) -> None:
        match self.dice.randrange(3):
            case 0:
                visit.main_window.start_over()
            case 1:
                self.window._ask_if_present()
                cover = self.window.cover
                assert isinstance(cover, InactivityPrompt)
                for _ in range(self.window.config.timeouts.asks):
                    cover.tick()
            case _:
                self.window.reset()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Monkey:
    """Monkey test: taps and presses keys at random, much faster than a person."""

    KEYS = (
        *(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10)),
        Qt.Key.Key_Return,
        Qt.Key.Key_Space,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Escape,
        Qt.Key.Key_F1,
        Qt.Key.Key_Z,
    )
    MODIFIERS = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
    )

    def __init__(self, window: KioskWindow, dice: random.Random) -> None:
        self.window = window
        self.dice = dice

    def act(self) -> None:
        """Perform one random action."""
        if self.dice.random() < 0.7:
            size = self.window.size()
            at = QPoint(self.dice.randrange(size.width()), self.dice.randrange(size.height()))
            under = self.window.childAt(at) or self.window
            tap(under, under.mapFrom(self.window, at))
        else:
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, self.dice.choice(self.KEYS), self.dice.choice(self.MODIFIERS))


def tap(widget: QWidget, at: QPoint | None = None) -> None:
    """Tap a widget, in its centre by default."""
    where = at or widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def shown(parent: QWidget, kind: type[One]) -> list[One]:
    """Return the visible, enabled children of a class."""
    return [one for one in parent.findChildren(kind) if one.isVisible() and one.isEnabled()]


def broken_invariants(window: KioskWindow) -> Iterator[str]:
    """Yield the invariants of the kiosk that are broken; none after any sequence of input."""
    tops = {type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()}
    if tops != {"KioskWindow"}:
        yield f"windows: {tops}"
    if QApplication.activePopupWidget() or QApplication.activeModalWidget():
        yield "a menu or a dialog"
    if not isinstance(window.page, StartPage | Visit) and window.cover is not None:
        yield "a cover without a visit"
    visit = window.visit
    if visit is not None:
        yield from _broken_flow(visit, visit.context.knowledge)


def _broken_flow(visit: Visit, knowledge: Knowledge) -> Iterator[str]:
    flow = visit.main_window.flow
    places = knowledge.places
    for given in flow.session.answers:
        place = places[given.step_id]
        if isinstance(place, Outcome) or given.key not in links(place):
            yield f"an answer that the flow does not have: {given.step_id}={given.key}"
    page = visit.main_window.view.page
    if isinstance(page, QuestionPage) and page.step.id != flow.place.id:
        yield f"{page.step.id} is shown, but the controller is at {flow.place.id}"

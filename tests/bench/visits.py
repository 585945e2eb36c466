"""People at a laptop who answer at random until they come to an ending, as fast as Qt can."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from jknassist.content import resources
from jknassist.content.loader import knowledge_of, picture, shipped_plan
from jknassist.core.flow.model import Knowledge
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.window import make_window
from jknassist.gui.widgets.answer_card import AnswerCard
from tests.support.deferred_deletion import delete_deferred

One = TypeVar("One", bound=QWidget)

WIDTH, HEIGHT = 1366, 768
MOST_ACTS = 60
"""Acts after which somebody gives up; the longest way is seven questions."""

SLIPS = 0.4
"""Share of the numbers that are typed with a digit twice."""


class LostError(Exception):
    """Somebody could not go on: every page must have something to press."""


def content(knowledge: Knowledge | None = None) -> LoadedContent:
    """Return the shipped content, or another one with the shipped plan, looks and pictures."""
    return LoadedContent(
        knowledge=knowledge or knowledge_of(None),
        plan=shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=picture,
    )


def opened(shipped: LoadedContent) -> MainWindow:
    """Return the window of a laptop, painted once."""
    window = make_window(shipped, Theme())
    window.resize(WIDTH, HEIGHT)
    window.show()
    QTest.qWaitForWindowExposed(window)
    settle(window)
    return window


def catch_up() -> None:
    """Let Qt do all that it has put off."""
    QApplication.processEvents()
    delete_deferred()
    QApplication.processEvents()


def settle(window: QWidget) -> None:
    """Let the window do all that it has put off, and paint the whole of itself."""
    catch_up()
    window.repaint()


def visible(parent: QWidget, kind: type[One]) -> list[One]:
    """Return the children of a kind that can be seen and used."""
    return [one for one in parent.findChildren(kind) if one.isVisible() and one.isEnabled()]


def tap(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@dataclass
class Walker:
    """One visitor after the other in front of the same window."""

    window: MainWindow
    chance: random.Random

    @property
    def page(self) -> QuestionPage | OutcomePage:
        """The page that is shown."""
        page = self.window.view.page
        assert isinstance(page, QuestionPage | OutcomePage)
        return page

    @property
    def at_outcome(self) -> bool:
        """Whether there is nothing more to answer."""
        return isinstance(self.page, OutcomePage)

    def answer(self) -> None:
        """Do on the page what gives it an answer: take a card, an offer, or type a number."""
        page = self.page
        if isinstance(page, OutcomePage) or page.given is not None:
            return  # what is offered now is to type again
        if isinstance(page, NumberPage) and not page.offers.offered():
            for key in self.number():
                self.type(key)
        elif isinstance(page, NumberPage):
            tap(self.chance.choice(visible(page.offers, QAbstractButton)))
        elif cards := visible(page, AnswerCard):
            tap(self.chance.choice(cards))

    def type(self, key: str) -> None:
        """Press one key in the field of a number page."""
        page = self.page
        if isinstance(page, NumberPage):
            QTest.keyClicks(page.entry, key)

    def paste(self, text: str) -> None:
        """Put a text into the field of a number page in place of what is there."""
        page = self.page
        if isinstance(page, NumberPage):
            page.entry.setText(text)

    def number(self) -> str:
        """Return what this visitor types on a number page that is still empty, else nothing."""
        page = self.page
        if not isinstance(page, NumberPage) or page.entry.text():
            return ""
        number = "0813" + "".join(self.chance.choices("0123456789", k=8))
        place = self.chance.randrange(4, len(number))
        twice = number[place] if self.chance.random() < SLIPS else ""
        return number[:place] + twice + number[place:]

    def go_on(self) -> None:
        """Press Lanjut, where it is offered."""
        button = self.window.view.navigation.next
        if button.isVisible():
            tap(button)

    def acts(self) -> Iterator[None]:
        """Yield until an ending is shown; whoever asks answers and goes on. Raise LostError."""
        for _ in range(MOST_ACTS):
            if self.at_outcome:
                return
            yield
        raise LostError(self.page.accessibleName())

    def walk(self) -> None:
        """Answer until an ending is shown; raise LostError."""
        for _ in self.acts():
            self.answer()
            catch_up()
            self.go_on()
            catch_up()

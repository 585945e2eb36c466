"""A laptop on small content with search words."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.content import loader, resources
from jknassist.core.flow.model import Knowledge, SameWord, Sayings, SearchWords
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import Theme, theme_for
from jknassist.gui.volunteer.home_page import HomePage
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.volunteer.window import make_window
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

Start = Callable[..., Visitor]
OnLaptop = Callable[..., MainWindow]

TITLE_BAR = 20

SEARCH = SearchWords(
    same_words=(SameWord(word="habis", variants=("abis",)),),
    places=(Sayings(goes_to="pulsa_habis", sayings=("pulsa habis",)),),
)
KNOWLEDGE = replace(small_knowledge(), search=SEARCH)


def shipped(statistics: StatisticsStore | None = None) -> LoadedContent:
    return LoadedContent(
        knowledge=KNOWLEDGE,
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
        statistics=statistics,
    )


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    # qtbot itself holds them weakly, and the last repaint comes after the end of a test.
    held: list[MainWindow] = []

    def started(statistics: StatisticsStore | None = None) -> Visitor:
        window = make_window(shipped(statistics), Theme())
        held.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return Visitor(window, qtbot)

    return started


@pytest.fixture
def on_laptop(qtbot: QtBot) -> OnLaptop:
    """Return a function that shows content in a window as it is on a laptop of 1366x768."""
    held: list[MainWindow] = []

    def shown(knowledge: Knowledge, width: int = 1366) -> MainWindow:
        loaded = replace(shipped(), knowledge=knowledge, plan=loader.shipped_plan())
        screen = Screen(width=width, height=768)
        window = make_window(loaded, theme_for(screen, kiosk=False))
        held.append(window)
        qtbot.addWidget(window)
        window.resize(width, 768 - TITLE_BAR)
        window.show()
        qtbot.waitExposed(window)
        return window

    return shown


def finder(visitor: Visitor) -> SearchBox:
    page = visitor.window.view.page
    assert isinstance(page, HomePage)
    return page.search_box


def keys(visitor: Visitor, sequence: str) -> None:
    """Press keys as a person does: on whatever has the focus in the window in front."""
    visitor.window.activateWindow()
    QTest.qWaitForWindowActive(visitor.window)
    QTest.keySequence(QApplication.focusWidget() or visitor.window, sequence)


def wait_to_see(visitor: Visitor, text: str) -> None:
    """Wait for a text; widgets that were just made come on the screen a moment later."""
    visitor._qtbot.waitUntil(lambda: visitor.sees(text), timeout=1000)

"""The buttons below a page: which are there, what they say, and that each is told."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.volunteer.front import volunteer_front
from jknassist.gui.wizard.navigation_bar import NavigationBar
from tests.support.small_context import small_context


@pytest.fixture
def bar(qtbot: QtBot) -> NavigationBar:
    made = NavigationBar(small_context(), volunteer_front())
    qtbot.addWidget(made)
    made.resize(1300, 60)
    return made


def shown(bar: NavigationBar) -> list[QPushButton]:
    return [made for made in bar.buttons if made.isVisibleTo(bar)]


def test_the_first_page_takes_a_sheet_number_and_a_question_has_no_actions(
    bar: NavigationBar,
) -> None:
    bar.arrange(first=True, outcome=False, wide=True)
    assert shown(bar) == [bar.sheet, bar.next]
    bar.arrange(first=False, outcome=False, wide=True)
    assert shown(bar) == [bar.back, bar.next]


def test_an_outcome_has_what_its_front_offers(bar: NavigationBar, qtbot: QtBot) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    assert shown(bar) == [made for made in bar.buttons if made not in {bar.by_words, bar.sheet}]
    kiosk = NavigationBar(small_context(can_copy=False), kiosk_front("", Paper.ROLL_80))
    qtbot.addWidget(kiosk)
    kiosk.arrange(first=False, outcome=True, wide=True)
    assert shown(kiosk) == [kiosk.back, kiosk.print, kiosk.next]


def test_the_last_button_says_that_it_finishes(bar: NavigationBar) -> None:
    words = small_context().words
    bar.name_next(finishes=True)
    assert bar.next.accessibleName() == words.finish
    bar.name_next(finishes=False)
    assert bar.next.accessibleName() == words.next


def test_each_button_is_told(bar: NavigationBar, qtbot: QtBot) -> None:
    for made, signal in (
        (bar.back, bar.back_wanted),
        (bar.next, bar.next_wanted),
        (bar.sheet, bar.sheet_wanted),
        (bar.copy_all, bar.copy_wanted),
        (bar.print, bar.print_wanted),
        (bar.show_member, bar.show_wanted),
    ):
        with qtbot.waitSignal(signal):
            made.click()


def test_where_it_is_narrow_the_actions_stand_above(bar: NavigationBar) -> None:
    bar.arrange(first=False, outcome=True, wide=True)
    row = bar._grid.getItemPosition(bar._grid.indexOf(bar._action_box))
    assert row == (1, 1, 1, 1)
    bar._fit(200)
    row = bar._grid.getItemPosition(bar._grid.indexOf(bar._action_box))
    assert row == (0, 0, 1, 3)

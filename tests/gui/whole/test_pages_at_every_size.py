"""Every page of the shipped content on every kiosk, and on a laptop at every text size.

One window serves for all pages of a size; what counts as wrong is in page_composition. Screens of
which each run sees a share of the places are in test_composition.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, NumberStep
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from tests.support.page_composition import compose
from tests.support.page_faults import faults
from tests.support.release_cases import often

SHIPPED = page_tour.shipped_knowledge()

LAPTOP = Screen(width=1366, height=768)
KIOSKS = (
    Screen(width=1366, height=768, inches=18.5),
    Screen(width=1280, height=1024, inches=19),
    Screen(width=1920, height=1080, inches=21.5),
    Screen(width=1080, height=1920, inches=32),
)


def named(screen: Screen) -> str:
    return f"{screen.width}x{screen.height}"


def wrong(found: dict[str, list[str]]) -> list[str]:
    assert len(found) > len(SHIPPED.places), "every page was seen"
    return [f"{page}: {fault}" for page, faults in found.items() for fault in faults]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("screen", often(KIOSKS, KIOSKS[0], KIOSKS[-1]), ids=named)
def test_a_kiosk_shows_every_page_whole_and_no_question_is_divided(screen: Screen) -> None:
    found = compose(theme_for(screen, kiosk=True), screen, kiosk=True)
    assert wrong(found) == []
    asked = [step for step in SHIPPED.steps if isinstance(step, ChoiceStep)]
    assert [step.id for step in asked if f"{step.id}, lembar 2" in found] == []
    numbers = [step.id for step in SHIPPED.steps if isinstance(step, NumberStep)]
    states = [page for page in found if page.split(",")[0].split(" ")[0] in numbers]
    assert len(states) > 2 * len(numbers), "typed, judged and compared ones were seen too"
    assert [page for page in states if "lembar" in page] == []


@pytest.mark.parametrize("screen", [KIOSKS[0], KIOSKS[-1]], ids=named)
@pytest.mark.parametrize("typed", ["0813456", "081345678901", "0813****8901"])
def test_in_the_largest_letters_each_digit_and_all_keys_stay_on_one_screen_page(
    qtbot: QtBot, screen: Screen, typed: str
) -> None:
    theme = replace(theme_for(screen, kiosk=True), letters=TextSize.A_PLUS_PLUS.times)
    window = page_tour.open_window(theme, (screen.width, screen.height), kiosk=True)
    qtbot.addWidget(window)
    for step in SHIPPED.steps:
        if not isinstance(step, NumberStep) or (step.compare_with and "*" in typed):
            continue
        page_tour.stand(window, step.id)
        page = window.view.page
        assert isinstance(page, NumberPage)
        page.entry.setText(typed)
        shown = (page.entry, *page.keypad.findChildren(QPushButton))
        assert [each.accessibleName() for each in shown if not page.area.shows(each)] == []


@pytest.mark.parametrize("screen", [KIOSKS[0], KIOSKS[-1]], ids=named)
@pytest.mark.parametrize("size", [TextSize.A, TextSize.A_PLUS_PLUS])
def test_nothing_is_cut_of_a_number_that_is_far_too_long(
    qtbot: QtBot, screen: Screen, size: TextSize
) -> None:
    theme = replace(theme_for(screen, kiosk=True), letters=size.times)
    window = page_tour.open_window(theme, (screen.width, screen.height), kiosk=True)
    qtbot.addWidget(window)
    found = []
    steps = [step for step in SHIPPED.steps if isinstance(step, NumberStep)]
    for step, typed in product(steps, ("0813456789012345678", "0813****890123456789012")):
        page_tour.stand(window, step.id)
        page = window.view.page
        assert isinstance(page, NumberPage)
        page.entry.setText(typed)
        found += wrong_parts(window)
        window.view.go_on()
        found += wrong_parts(window)
    assert found == []


def wrong_parts(window: MainWindow) -> list[str]:
    area, found = window.view.page.area, []
    area.begin()
    for _ in area.screen_pages:
        QApplication.processEvents()
        found += [f"{window.flow.place.id}: {fault}" for fault in faults(window)]
        area.turn(1)
    if len(area.screen_pages) == 1 and area.inside.height() > area.height():
        found.append(f"{window.flow.place.id}: taller than its place")
    return found


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", often(TextSize, TextSize.A))
def test_a_laptop_shows_every_page_whole_at_each_text_size(size: TextSize) -> None:
    theme = replace(theme_for(LAPTOP, kiosk=False), letters=size.times)
    found = compose(theme, LAPTOP, kiosk=False)
    assert wrong(found) == []
    if size is TextSize.A:
        endings = {outcome.id for outcome in SHIPPED.outcomes}
        # With the question if it helped and when to stop, many take a second screen page.
        assert not {f"{ending}, lembar 3" for ending in endings} & set(found)


QUESTIONS = [step.id for step in SHIPPED.steps if not isinstance(step, ChecklistStep | NumberStep)]
"""Those that begin with their answers: a checklist begins with what has to be looked at."""


def without_an_answer(screen: Screen, questions: Sequence[str], *, kiosk: bool) -> list[str]:
    """Return the questions whose first screen page shows no whole answer in the largest letters."""
    theme = replace(theme_for(screen, kiosk=kiosk), letters=TextSize.A_PLUS_PLUS.times)
    window = page_tour.open_window(theme, (screen.width, screen.height), kiosk=kiosk)
    found = []
    for question in questions:
        page_tour.stand(window, question)
        page = window.view.page
        assert isinstance(page, ChoicePage)
        first = page.cards.cards[0]
        bottom = first.mapTo(page.area.inside, QPoint(0, first.height())).y()
        if bottom > page.area.screen_pages[0].bottom:
            found.append(question)
    window.close()
    window.deleteLater()
    return found


@pytest.mark.usefixtures("qtbot")
def test_the_largest_letters_leave_an_answer_on_the_first_screen_of_long_questions() -> None:
    longest = ["mulai", "kartu_hidup", "tunggu_kode", "masa_aktif"]
    assert without_an_answer(KIOSKS[0], longest, kiosk=True) == []


@pytest.mark.release
@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("screen", KIOSKS, ids=named)
def test_the_largest_letters_leave_an_answer_on_every_first_screen(screen: Screen) -> None:
    assert without_an_answer(screen, QUESTIONS, kiosk=True) == []

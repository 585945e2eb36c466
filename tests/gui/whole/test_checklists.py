"""Checklists and waits of the shipped content on a kiosk: everything in its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.content.loader import knowledge_of
from jknassist.core.flow.model import DONT_KNOW, ChecklistStep
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.pages.instructions import ChecklistPage, WaitPage
from jknassist.gui.speech.answer_speech_button import AnswerSpeechButton
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from jknassist.gui.widgets.answer_card import AnswerCard

UPRIGHT = Screen(width=1080, height=1920, inches=18.5)
LANDSCAPE = Screen(width=1366, height=768, inches=18.5)
SMALL = Screen(width=1366, height=768)
PHONE = "periksa_hp"
CHECKLISTS = [one for one in knowledge_of(None).steps if isinstance(one, ChecklistStep)]


@dataclass(frozen=True)
class Kiosks:
    """Opens windows of a kiosk; `at` shows a place in one."""

    opened: list[MainWindow]

    def at(self, screen: Screen, place: str, letters: TextSize = TextSize.A) -> MainWindow:
        size = (screen.width, screen.height)
        theme = replace(theme_for(screen, kiosk=True), letters=letters.times)
        window = page_tour.open_window(theme, size, kiosk=True)
        self.opened.append(window)
        page_tour.stand(window, place)
        return window


@pytest.fixture
def kiosks(qtbot: QtBot) -> Iterator[Kiosks]:
    made = Kiosks([])
    yield made
    for window in made.opened:
        window.close()
        qtbot.addWidget(window)


def at(widget: QWidget, inside: QWidget) -> int:
    return widget.mapTo(inside, QPoint(0, 0)).y()


def place_of(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def hinted(page: ChecklistPage) -> dict[str, bool]:
    def hint(card: AnswerCard) -> bool:
        return any(label.isVisible() for label in card.findChildren(QLabel, "hint"))

    return {card.answer_id: hint(card) for card in page.cards.cards}


@pytest.mark.parametrize("size", [TextSize.A, TextSize.A_PLUS])
@pytest.mark.parametrize("place", [one.id for one in CHECKLISTS])
def test_the_first_screen_of_a_checklist_has_more_than_its_heading(
    kiosks: Kiosks, place: str, size: TextSize
) -> None:
    window = kiosks.at(SMALL, place, size)
    page = window.view.page
    points = page.findChildren(QLabel, "list_number")
    assert points
    assert page.area.shows(points[0])


def test_in_larger_letters_the_first_screen_has_the_whole_list(kiosks: Kiosks) -> None:
    page = kiosks.at(SMALL, PHONE, TextSize.A_PLUS).view.page
    points = page.findChildren(QLabel, "list_number")
    assert all(page.area.shows(one) for one in points)
    cards = page.findChildren(AnswerCard)
    assert not any(page.area.shows(one) for one in cards)
    assert len(page.area.screen_pages) == 3


@pytest.mark.parametrize("ears", [False, True], ids=["silent", "reading aloud"])
def test_an_upright_kiosk_has_the_hints_of_a_checklist_on_one_screen(
    kiosks: Kiosks, qtbot: QtBot, *, ears: bool
) -> None:
    window = kiosks.at(UPRIGHT, PHONE)
    page = window.view.page
    assert isinstance(page, ChecklistPage)
    if ears:
        page.cards.add_side_buttons(
            lambda card: AnswerSpeechButton(card.accessibleName(), window.context)
        )
        page.area.fit(afresh=True)
    qtbot.wait(20)
    assert len(page.area.screen_pages) == 1
    seen = hinted(page)
    unknown = seen.pop(DONT_KNOW)
    assert set(seen.values()) == {True}
    assert unknown is not ears, "the first to give way"


def test_a_checklist_that_is_divided_has_the_list_first_and_then_all_answers(
    kiosks: Kiosks, qtbot: QtBot
) -> None:
    page = kiosks.at(LANDSCAPE, PHONE).view.page
    assert isinstance(page, ChecklistPage)
    qtbot.wait(20)
    assert len(page.area.screen_pages) == 2
    assert set(hinted(page).values()) == {True}
    tops = [at(card, page.area.inside) for card in page.cards.cards]
    bottoms = [top + card.height() for top, card in zip(tops, page.cards.cards, strict=True)]
    first, second = page.area.screen_pages
    assert all(second.top <= top for top in tops)
    assert all(bottom <= second.bottom for bottom in bottoms)
    for screen_page in (first, second):
        assert screen_page.bottom - screen_page.top > 0.9 * page.area.height(), "no dead space"


def test_what_is_missing_is_said_where_the_answers_are(kiosks: Kiosks, qtbot: QtBot) -> None:
    window = kiosks.at(LANDSCAPE, PHONE)
    page, words = window.view.page, window.context.words
    assert isinstance(page, ChecklistPage)
    qtbot.wait(20)
    assert page.area.turn(1)
    assert not page.may_leave()
    assert page.area.current == 1
    qtbot.wait(20)
    assert page.area.current == 1
    assert page.frame.line.text() == words.choose_first
    page.cards.cards[0].click()
    assert page.frame.line.text() != words.choose_first
    assert page.may_leave()


@pytest.mark.parametrize("screen", [LANDSCAPE, UPRIGHT], ids=["landscape", "upright"])
def test_no_answer_moves_when_the_countdown_begins_and_ends(
    kiosks: Kiosks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    page = kiosks.at(screen, "tunggu_kode").view.page
    assert isinstance(page, WaitPage)

    def places() -> list[int]:
        qtbot.wait(30)
        return [at(card, page) for card in page.cards.cards]

    before = places()
    page.countdown.begin()
    assert not page.countdown._start.isVisible()
    assert places() == before
    monkeypatch.setattr(page.countdown, "_remaining", lambda: 0)
    page.countdown.update_remaining()
    assert not page.countdown.is_running
    assert places() == before


BESIDE = ("mulai", "kartu_hidup", "tunggu_kode")


@pytest.mark.parametrize(
    ("screen", "place"),
    [*((LANDSCAPE, place) for place in BESIDE), *((UPRIGHT, place) for place in BESIDE)],
    ids=lambda value: value if isinstance(value, str) else str(value.width),
)
def test_what_is_missing_hides_no_first_sentence_and_moves_nothing(
    kiosks: Kiosks, qtbot: QtBot, screen: Screen, place: str
) -> None:
    page = kiosks.at(screen, place).view.page
    assert isinstance(page, ChoicePage)
    qtbot.wait(20)
    seen = (page.heading, *page.cards.cards)
    before = [at(widget, page) for widget in seen]
    assert not page.may_leave()
    qtbot.wait(30)
    assert page.fault.isVisible()
    assert page.explanation[0].isVisible()
    assert not place_of(page.explanation[0], page).intersects(place_of(page.fault, page))
    assert [at(widget, page) for widget in seen] == before
    page.cards.cards[-1].click()
    qtbot.wait(30)
    assert not page.fault.isVisible()
    assert all(label.isVisible() for label in page.explanation)
    assert [at(widget, page) for widget in seen] == before


def test_these_are_pages_of_the_shipped_content() -> None:
    steps = {step.id for step in knowledge_of(None).steps}
    assert {PHONE, *BESIDE} <= steps


def test_a_digit_shows_an_answer_of_another_screen_page_before_it_chooses_it(qtbot: QtBot) -> None:
    theme = theme_for(Screen(width=800, height=480), kiosk=False)
    window = page_tour.open_window(theme, (800, 480))
    qtbot.addWidget(window)
    page_tour.stand(window, PHONE)
    page = window.view.page
    assert isinstance(page, ChecklistPage)
    first = page.cards.cards[0]
    assert first.digit == "1"
    assert not page.area.shows(first), "the points stand before the answers, and have numbers, too"
    page.choose_by_digit("1")
    assert page.area.shows(first)
    assert not first.isChecked()
    page.choose_by_digit("1")
    assert first.isChecked()

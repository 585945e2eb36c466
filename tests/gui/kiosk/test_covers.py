"""The inactivity prompt and the privacy screen over a visit."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.config import Timeouts
from jknassist.gui.kiosk.covers import InactivityPrompt, PrivacyScreen
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.widgets.time_ring import SIDE
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station
from tests.support.memory_search import holds


def test_ja_goes_on_as_often_as_one_likes(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_tahu")
    for _ in range(25):
        hall.window._ask_if_present()
        cover = hall.window.cover
        assert isinstance(cover, InactivityPrompt)
        assert cover.yes.hasFocus()
        QTest.mouseClick(cover.yes, Qt.MouseButton.LeftButton)
        assert hall.window.cover is None
        assert visitor.place == "periksa"
        assert visitor.window.view.page.isVisible()


def test_a_touch_beside_ja_and_a_key_go_on_too(hall: Hall) -> None:
    hall.begin()
    for by_key in (False, True):
        hall.window._ask_if_present()
        assert hall.window.cover is not None
        if by_key:
            hall.key(Qt.Key.Key_Return)
        else:
            hall.touch(hall.window.cover)
        assert hall.window.cover is None
        assert hall.window.visit is not None


def test_the_question_counts_down_and_says_so(hall: Hall) -> None:
    hall.begin()
    hall.window._ask_if_present()
    cover = hall.window.cover
    assert isinstance(cover, InactivityPrompt)
    for left in range(CALM.asks, 0, -1):
        assert cover.message.text() == cover.context.words.kiosk_still_text.format(seconds=left)
        assert hall.window.cover is cover
        cover.tick()
    assert hall.at_start_page


NUMBER = "081298765432"


def test_a_typed_number_is_veiled_after_a_while(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    timeouts = Timeouts(idle=CALM.idle, outcome=CALM.outcome, privacy=1, asks=30, tap=0, corner=1)
    hall = open_hall(small_station(tmp_path, timeouts))
    hall.touch()
    visitor = Visitor(hall.visit.main_window, qtbot)
    visitor.choose("tidak_masuk")
    visitor.number_page.entry.setText(NUMBER)
    hall.window._page_changed()
    qtbot.waitUntil(lambda: isinstance(hall.window.cover, PrivacyScreen), timeout=5000)
    assert not [text for text in visitor.texts() if holds(text, NUMBER)]
    assert not visitor.number_page.isVisible()


def test_a_touch_lifts_the_veil_and_the_number_is_still_there(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    visitor.type_number(NUMBER)
    hall.window._hide_digits()
    assert isinstance(hall.window.cover, PrivacyScreen)
    hall.touch(hall.window.cover)
    assert hall.window.cover is None
    assert visitor.number_page.entry.text() == NUMBER
    assert visitor.number_page.isVisible()


def test_a_key_that_lifts_the_veil_is_typed_and_so_are_those_that_follow(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    visitor.type_number(NUMBER[:4])
    hall.window._hide_digits()
    for digit in NUMBER[4:]:
        QTest.keyClicks(QApplication.focusWidget() or hall.window, digit)
    assert hall.window.cover is None
    assert visitor.number_page.entry.hasFocus()
    assert visitor.number_page.entry.text() == NUMBER


def test_a_page_without_digits_gets_no_veil(hall: Hall) -> None:
    visitor = hall.begin()
    hall.window._hide_digits()
    assert hall.window.cover is None
    visitor.choose("tidak_masuk")
    hall.window._hide_digits()
    assert hall.window.cover is None


def at_outcome_after_numbers(hall: Hall) -> Visitor:
    """Type two numbers that differ, and go on to what is made of them."""
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    for number in (NUMBER, NUMBER[:-2] + NUMBER[-1] + NUMBER[-2]):
        visitor.type_number(number)
        visitor.go_on()
    while not hall.visit.at_outcome():
        visitor.go_on()
    return visitor


def test_nobody_goes_back_to_a_number_from_an_outcome_that_was_left_alone(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=200)))
    visitor = at_outcome_after_numbers(hall)
    qtbot.waitUntil(lambda: hall.window._left_alone, timeout=5000)
    assert hall.visit.at_outcome(), "people copy numbers by hand from it"
    visitor.go_back()
    hall.wait_for_start_page()


def test_who_goes_back_in_time_finds_the_number(hall: Hall) -> None:
    visitor = at_outcome_after_numbers(hall)
    visitor.go_back()
    assert hall.visit.shows_digits()
    assert not hall.at_start_page


@pytest.mark.parametrize("pixels", [(1366, 768), (1080, 1920)], ids=["landscape", "upright"])
def test_the_question_is_larger_than_a_page_and_leaving_is_far_from_staying(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, pixels: tuple[int, int], qtbot: QtBot
) -> None:
    visitor = hall.begin()
    monkeypatch.setattr(screen, "size", lambda: pixels)
    shown = visitor.window.view.page
    assert isinstance(shown, QuestionPage)
    page = shown.heading.fontMetrics().height()
    hall.window._ask_if_present()
    cover = hall.window.cover
    assert isinstance(cover, InactivityPrompt)
    cover.resize(*pixels)
    qtbot.wait(20)
    assert cover.title.fontMetrics().height() > 1.3 * page
    assert cover.ring.width() > SIDE * cover.context.theme.scale
    yes, leave = (place_of(made, cover) for made in (cover.yes, cover.leave))
    upright = pixels[1] > pixels[0]
    assert (place_of(cover.title, cover).bottom() < place_of(cover.ring, cover).top()) is upright
    assert leave.height() < yes.height()
    assert leave.top() - yes.bottom() >= cover.context.theme.apart
    foot = cover.leave.parentWidget()
    assert place_of(foot, cover).bottom() == cover.rect().bottom()


def place_of(widget: QWidget | None, inside: QWidget) -> QRect:
    assert widget is not None
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())

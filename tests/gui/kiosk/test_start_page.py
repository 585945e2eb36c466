"""The start page of the kiosk: a touch starts a visit, the hidden corner opens the PIN panel."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.languages import LANGUAGES
from jknassist.gui.kiosk.hidden_tap_area import TAPS
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.start_page import drawn_size
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.scaling import CAPITAL, Screen
from jknassist.gui.style.theme import theme_for
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.factories import button
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station


@pytest.mark.parametrize("at", [(600, 5), (1300, 20), (300, 400), (700, 740)])
def test_a_touch_anywhere_begins(hall: Hall, at: tuple[int, int]) -> None:
    hall.touch(at=QPoint(*at))
    assert hall.window.visit is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_begin_too(hall: Hall, key: Qt.Key) -> None:
    QTest.keyClick(hall.start_page.start, key)
    assert hall.window.visit is not None


def test_the_first_page_tells_the_limit(hall: Hall) -> None:
    words = hall.start_page.context.words
    told = words.kiosk_start_limit.format(seconds=CALM.idle // 1000)
    assert told in [
        label.text() for label in hall.start_page.findChildren(QWidget) if hasattr(label, "text")
    ]


def test_a_choice_on_the_first_page_is_forgotten_when_nobody_begins(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=30)))
    hall.press(f"{hall.start_page.context.words.kiosk_text_size} A++")
    qtbot.waitUntil(lambda: hall.start_page.choice.size == 1.0, timeout=5000)


@pytest.mark.parametrize(
    ("size", "screen", "drawn"),
    [
        (1.0, (1366, 768), 1.0),
        (1.5, (1366, 768), 1.5),
        (2.0, (1366, 768), 1.5),
        (2.0, (1080, 1920), 1.0),
    ],
)
def test_the_first_page_follows_a_size_as_far_as_it_fits(
    size: float, screen: tuple[int, int], drawn: float
) -> None:
    assert drawn_size(size, *screen) == drawn


def test_five_touches_of_the_corner_open_the_pin_panel(hall: Hall) -> None:
    for _ in range(TAPS):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    assert isinstance(hall.window.page, PinPanel)


def test_fewer_touches_of_the_corner_begin_a_visit(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, corner=30)))
    for _ in range(TAPS - 1):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    qtbot.waitUntil(lambda: hall.window.visit is not None, timeout=5000)


def test_the_finger_moves_once_a_second_and_nothing_else_does(hall: Hall) -> None:
    page = hall.start_page
    assert [timer.interval() for timer in page.findChildren(QTimer) if timer.isActive()] == [1000]
    before, size = page.start.sign, page.start.size()
    hall.qtbot.waitUntil(lambda: page.start.sign is not before, timeout=3000)
    assert page.start.size() == size
    page.hide()
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive()]


@pytest.mark.parametrize("screen_size", [(1366, 768), (1920, 1080), (1080, 1920)])
def test_the_headline_is_read_from_three_metres(screen_size: tuple[int, int]) -> None:
    """A capital of 20 mm is 0.39 degrees at three metres."""
    width, height = screen_size
    screen = Screen(width=width, height=height)
    headline = theme_for(screen, kiosk=True).px("headline")
    assert headline * CAPITAL / screen.per_mm >= 19.5


def test_the_dark_colours_last_for_the_visit(hall: Hall) -> None:
    words = hall.start_page.context.words
    hall.press(words.shade_name.format(shade=words.shade_dark))
    assert hall.start_page.choice.scheme is ColorScheme.DARK
    hall.begin()
    assert hall.visit.main_window.theme.scheme is ColorScheme.DARK
    hall.window.reset()
    hall.wait_for_start_page()
    assert hall.start_page.choice == hall.window.default_preferences()


def test_languages_and_sizes_show_which_one_is_chosen(hall: Hall) -> None:
    words = hall.start_page.context.words
    hall.press(LANGUAGES["en"])
    hall.press(f"{words.kiosk_text_size} A+")
    assert hall.start_page.choice.language == "en"
    chosen = [key for key in hall.start_page.findChildren(QPushButton) if key.isChecked()]
    names = {key.accessibleName() for key in chosen}
    assert names == {LANGUAGES["en"], f"{words.kiosk_text_size} A+"}


def test_reading_aloud_has_its_place_among_the_preferences(hall: Hall) -> None:
    page = hall.start_page
    switch = button("Bacakan: ya", "setting")
    page.add_voice_switch(switch)
    hall.qtbot.waitUntil(switch.isVisible)
    hall.qtbot.wait(10)
    sizes = [key for key in page.settings.findChildren(QPushButton) if key.text() == "A"]
    at, last = switch.mapTo(page, QPoint(0, 0)), sizes[-1].mapTo(page, QPoint(0, 0))
    assert (at.y(), at.x()) > (last.y(), last.x()), "beside the sizes, or in the next row"
    assert switch.width() >= switch.minimumSizeHint().width()
    assert page.rect().contains(QRect(at, switch.size()))


def test_what_happens_is_shown_in_three_numbered_pictures(hall: Hall) -> None:
    words = hall.start_page.context.words
    shown = [label.text() for label in hall.start_page.findChildren(QLabel) if label.isVisible()]
    for text in (words.kiosk_start_pick, words.kiosk_start_check, words.kiosk_start_take):
        assert text in shown
    assert [number for number in shown if number in {"1", "2", "3"}] == ["1", "2", "3"]


def test_on_a_screen_too_small_for_its_distance_there_is_a_choice_all_the_same(
    open_hall: OpenHall, tmp_path: Path
) -> None:
    station = small_station(tmp_path)
    site = replace(station.site, screen_diagonal="5", screen_distance=1200)
    visitor = open_hall(replace(station, site=site)).begin()
    QTest.qWait(200)
    cards = visitor.window.findChildren(AnswerCard)
    assert [card for card in cards if card.visibleRegion().boundingRect().height() > 40]

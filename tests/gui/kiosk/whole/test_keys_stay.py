"""Neither a key of a kiosk nor its field moves or changes its size while a number is typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton
from tools import page_tour

from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for

SCREENS = [(1366, 768), (1280, 1024), (1920, 1080), (1080, 1920)]
TOO_LONG = "0813456788901"
NUMBERS = (TOO_LONG, "08681234567890123", "6281345678890", "0215550123")
MASKED = "0812****7890"
TURNS = 3
"""Turns of the event loop after which a page has its sizes."""


def settle() -> None:
    for _ in range(TURNS):
        QApplication.processEvents()


def keys_of(page: NumberPage, window: MainWindow) -> dict[str, QRect]:
    """Return the place of each key in the window, and of the field."""
    return {
        made.accessibleName(): QRect(made.mapTo(window, QPoint(0, 0)), made.size())
        for made in (page.entry, *page.keypad.findChildren(QPushButton))
    }


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("letters", list(TextSize))
def test_keys_stay_where_they_are(size: tuple[int, int], letters: TextSize) -> None:
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    window = page_tour.open_window(replace(theme, letters=letters.times), size, kiosk=True)
    window.setUpdatesEnabled(False)  # it is measured, not looked at
    moved = []
    for place, numbers in (("nomor_terdaftar", (*NUMBERS, MASKED)), ("nomor_di_hp", NUMBERS)):
        page_tour.stand(window, place)
        page = window.view.page
        assert isinstance(page, NumberPage)
        for number in numbers:
            page.entry.wipe()
            settle()
            before = keys_of(page, window)
            # Keys of a divided page come to the screen page of the digits with the first one.
            divided = len(page.area.screen_pages) > 1
            for count, digit in enumerate(number, 1):
                page.keypad.digit.emit(digit)
                settle()
                assert len(page.area.screen_pages) == 1
                now = keys_of(page, window)
                if now != before and not (divided and count == 1):
                    moved.append(f"{place}: {number[:count]}")
                before = now
    window.close()
    assert moved == []


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_wrong_is_said_while_it_is_typed(size: tuple[int, int]) -> None:
    theme = theme_for(Screen(width=size[0], height=size[1]), kiosk=True)
    window = page_tour.open_window(theme, size, kiosk=True)
    page_tour.stand(window, "nomor_terdaftar")
    page = window.view.page
    assert isinstance(page, NumberPage)
    for digit in TOO_LONG:
        assert not page.messages.note.isVisible()
        page.keypad.digit.emit(digit)
    assert page.messages.note.isVisible()
    window.close()


@pytest.mark.usefixtures("qtbot")
def test_what_has_no_room_beside_the_keys_is_said_afterwards() -> None:
    theme = theme_for(Screen(width=1080, height=1920), kiosk=True)
    largest = replace(theme, letters=TextSize.A_PLUS_PLUS.times)
    window = page_tour.open_window(largest, (1080, 1920), kiosk=True)
    page_tour.stand(window, "nomor_terdaftar")
    page = window.view.page
    assert isinstance(page, NumberPage)
    for digit in TOO_LONG:
        page.keypad.digit.emit(digit)
    assert not page.messages.note.isVisible()
    heading = page.heading.text()
    page.may_leave()
    assert page.heading.text() != heading
    window.close()

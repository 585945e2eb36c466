"""The PIN panel: digits are counted, never shown, and few attempts are allowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from jknassist.core.pin import LOCKED_SECONDS, MOST_TRIES
from jknassist.gui.kiosk.pin_attempts import PinAttempts
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.staff_panel import StaffPanel
from tests.gui.kiosk.conftest import PIN, Hall
from tests.support.staff import WRONG, pin_panel, set_clock, texts, type_pin


def test_the_right_pin_opens(hall: Hall) -> None:
    type_pin(pin_panel(hall), PIN)
    assert isinstance(hall.window.page, StaffPanel)


def test_a_real_keyboard_opens_too(hall: Hall) -> None:
    at = pin_panel(hall)
    QTest.keyClicks(at, PIN + "7")
    QTest.keyClick(at, Qt.Key.Key_Backspace)
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert isinstance(hall.window.page, StaffPanel)


def test_all_keys_are_equally_wide(hall: Hall) -> None:
    at = pin_panel(hall)
    keys = at.keypad.findChildren(QPushButton)
    assert len(keys) == 11
    (width,) = {key.width() for key in keys}
    assert min(width, *(key.height() for key in keys)) >= at.context.theme.px("target")


def test_the_digits_are_counted_and_never_shown(hall: Hall) -> None:
    at = pin_panel(hall)
    assert at.findChildren(QLineEdit) == []
    for digit in PIN:
        at.type_on(digit)
    assert at.count.text() == at.context.words.staff_door_typed.format(count=len(PIN))
    assert PIN not in texts(hall)
    at.erase_all()
    at.try_pin()
    assert isinstance(hall.window.page, PinPanel), "nothing typed is no try"
    assert PinAttempts(hall.window.config.state).tries.wrong == 0


def test_the_third_wrong_pin_locks_even_for_the_right_one(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1000.0)
    at = pin_panel(hall)
    words = at.context.words
    assert at.message._colour is None
    type_pin(at, WRONG)
    assert at.message.text() == words.staff_door_wrong.format(left=MOST_TRIES - 1)
    assert at.message._colour == QColor(at.context.icons.palette.warn)
    type_pin(at, WRONG)
    type_pin(at, WRONG)
    assert at.message.text() == words.staff_door_wait.format(seconds=LOCKED_SECONDS)
    at.type_on("1")
    for digit in PIN:
        at._typed += digit
    at.try_pin()
    assert isinstance(hall.window.page, PinPanel)
    set_clock(monkeypatch, 1000.0 + LOCKED_SECONDS)
    at._update_lockout()
    at.erase_all()
    type_pin(at, PIN)
    assert isinstance(hall.window.page, StaffPanel)


def test_the_right_pin_makes_the_count_begin_anew(hall: Hall) -> None:
    type_pin(pin_panel(hall), WRONG)
    type_pin(pin_panel(hall), PIN)
    assert PinAttempts(hall.window.config.state).tries.wrong == 0

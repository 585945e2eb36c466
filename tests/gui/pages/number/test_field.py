"""The field of a number: anything can be typed, a second entry cannot be pasted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.number.field import LONGEST, NumberField


@pytest.mark.parametrize("paste", [True, False])
def test_pasting_is_a_choice(qtbot: QtBot, *, paste: bool) -> None:
    field = NumberField(paste=paste)
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("081234567890")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ("081234567890" if paste else "")


def test_typing_erasing_and_wiping_leave_nothing_to_undo(qtbot: QtBot) -> None:
    field = NumberField(paste=True)
    qtbot.addWidget(field)
    for digit in "0812":
        field.type_on(digit)
    field.erase()
    assert field.text() == "081"
    field.wipe()
    field.undo()
    assert field.text() == ""


def test_a_long_text_is_cut(qtbot: QtBot) -> None:
    field = NumberField(paste=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "0" * (LONGEST + 5))
    assert len(field.text()) == LONGEST

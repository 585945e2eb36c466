"""Typed fields keep nothing after wiping, and refuse pasting where forbidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.typed_field import TypedField


def test_it_takes_characters_up_to_its_length_and_erases_the_last(qtbot: QtBot) -> None:
    field = TypedField(3, paste=True)
    qtbot.addWidget(field)
    for character in "ab1x":
        field.type_on(character)
    assert field.text() == "ab1"
    field.erase()
    assert field.text() == "ab"


def test_what_was_wiped_cannot_be_undone(qtbot: QtBot) -> None:
    field = TypedField(9, paste=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "123")
    field.wipe()
    field.undo()
    assert field.text() == ""


@pytest.mark.parametrize(("paste", "text"), [(True, "55"), (False, "")])
def test_pasting_is_allowed_or_not(qtbot: QtBot, *, paste: bool, text: str) -> None:
    field = TypedField(9, paste=paste)
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("55")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert field.text() == text

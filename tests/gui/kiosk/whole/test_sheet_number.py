"""Sheet numbers on a kiosk: on-screen keys, a scanner, and nothing left for the next visitor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.flow.sheet_number import LENGTH, kept
from jknassist.gui.panels.sheet_number import SheetNumberPanel, SheetPanel
from jknassist.gui.widgets.answer_card import AnswerCard
from tests.gui.kiosk.conftest import Hall
from tests.gui.panels.test_sheet_number import NUMBER, open_panel, scan


def test_on_a_kiosk_it_is_typed_with_its_own_keys(hall: Hall) -> None:
    visitor = hall.begin()
    panel = open_panel(visitor)
    assert panel.keyboard is not None
    for letter in kept(NUMBER):
        press_key(panel, letter)
    assert panel.field.text() == NUMBER
    press_key(panel, visitor.window.context.words.key_erase)
    assert len(kept(panel.field.text())) == LENGTH - 1
    press_key(panel, kept(NUMBER)[-1])
    visitor.press(visitor.window.context.words.sheet_open)
    assert isinstance(visitor.window.panel, SheetPanel)


def test_a_scanner_reaches_the_kiosk_only_while_the_field_is_open(hall: Hall) -> None:
    visitor = hall.begin()
    letters = kept(NUMBER)
    QTest.keyClicks(QApplication.focusWidget() or visitor.window, letters)
    assert visitor.place == "mulai"
    panel = open_panel(visitor)
    scan(panel, letters)
    assert isinstance(visitor.window.panel, SheetPanel)


@pytest.mark.parametrize("typed", ["44JY7W3D", "4JYWACDE", "JYWACDE1", "081234567890"])
def test_what_is_scanned_or_typed_outside_a_field_chooses_no_answer(
    hall: Hall, qtbot: QtBot, typed: str
) -> None:
    visitor = hall.begin()
    QTest.keyClicks(QApplication.focusWidget() or visitor.window, typed)
    QTest.keyClick(QApplication.focusWidget() or visitor.window, Qt.Key.Key_Return)
    qtbot.wait(400)
    assert visitor.place == "mulai"
    assert visitor.window.flow.session.answers == ()
    assert not any(card.isChecked() for card in visitor.window.findChildren(AnswerCard))


def test_what_was_typed_goes_with_the_visit(hall: Hall) -> None:
    visitor = hall.begin()
    panel = open_panel(visitor)
    QTest.keyClicks(panel.field, kept(NUMBER)[:4])
    hall.window.reset()
    visitor = hall.begin()
    assert open_panel(visitor).field.text() == ""


def press_key(panel: SheetNumberPanel, name: str) -> None:
    keys = panel.findChildren(QPushButton)
    key = next(made for made in keys if made.accessibleName() == name)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)

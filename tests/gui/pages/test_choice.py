"""Choosing answers by digit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.conftest import Visitor


def test_enter_goes_on_and_digits_choose(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    page = visitor.window.view.page
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"


def test_zero_chooses_dont_know(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    QTest.keyClick(visitor.window.view.page, Qt.Key.Key_0)
    visitor.go_on()
    assert visitor.place == "periksa"

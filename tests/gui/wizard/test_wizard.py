"""The wizard: answers lead on, going back loses nothing, nothing closes it by accident."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from jknassist.gui.wizard.wizard import RULER
from tests.gui.conftest import Visitor


def test_the_first_page_is_the_first_question(visitor: Visitor) -> None:
    assert visitor.place == "mulai"
    assert visitor.sees("Apa yang Anda alami?")
    assert not visitor.window.view.navigation.back.isVisible()


def test_the_unused_line_of_a_wizard_takes_no_room(visitor: Visitor) -> None:
    shown = visitor.window.wizard.findChildren(QWidget)
    assert [one for one in shown if one.isVisible() and one.height() == RULER] == []


def test_escape_does_not_close_a_page(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    QTest.keyClick(visitor.window.wizard, Qt.Key.Key_Escape)
    assert visitor.window.wizard.isVisible()
    assert visitor.place == "periksa"

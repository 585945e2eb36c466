"""Choosing answer cards by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.answer_card import AnswerCard
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus

Key = Qt.Key


def test_arrows_walk_between_the_answers_and_enter_takes_one(
    at_keys: Visitor, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLabel))
    page = at_keys.window.view.page
    cards = page.findChildren(AnswerCard)
    cards[0].setFocus()
    at_keys.key(Key.Key_Down)
    assert isinstance(focus(), AnswerCard)
    assert focus() is not cards[0]
    there = focus()
    at_keys.key(Key.Key_Return)
    assert isinstance(there, AnswerCard)
    assert there.isChecked(), "the first Enter takes the answer"
    assert at_keys.place == "mulai"
    at_keys.key(Key.Key_Return)
    assert at_keys.place != "mulai", "the second goes on"


def test_enter_goes_on_with_the_answer_that_a_digit_chose(at_keys: Visitor) -> None:
    cards = at_keys.window.view.page.findChildren(AnswerCard)
    cards[0].setFocus()
    at_keys.key(Key.Key_2)
    at_keys.key(Key.Key_Return)
    assert at_keys.place == "pulsa_habis"

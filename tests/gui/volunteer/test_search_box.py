"""The search box on the first page of a laptop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.core.flow.graph import situation_of
from jknassist.core.flow.sheet_codec import encode_sheet_number
from jknassist.gui.panels.sheet_number import SheetPanel
from tests.gui.panels.test_sheet_number import TO_PULSA
from tests.gui.volunteer.conftest import KNOWLEDGE, Start, finder
from tests.support.keyboard_walk import focus


def test_typing_a_complaint_and_enter_lead_to_its_ending(start: Start) -> None:
    visitor = start()
    QTest.keyClicks(finder(visitor).field, "pulsanya abis")
    (card,) = finder(visitor).found
    assert card.accessibleDescription() == situation_of(KNOWLEDGE, "pulsa_habis")
    QTest.keyClick(finder(visitor).field, Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"
    assert visitor.outcome_page.summary.tried


def test_results_that_share_the_words_are_told_apart_by_their_situation(start: Start) -> None:
    visitor = start()
    QTest.keyClicks(finder(visitor).field, "kode masuk")
    lines = [card.accessibleDescription() for card in finder(visitor).found]
    assert len(lines) > 1
    assert len({*lines}) == len(lines)


def test_digits_in_the_field_are_text_and_arrows_walk_over_the_places(start: Start) -> None:
    visitor = start()
    field = finder(visitor).field
    QTest.keyClicks(field, "2 pulsa")
    assert field.text() == "2 pulsa"
    assert visitor.window.flow.session.answers == ()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(finder(visitor).found[0], Qt.Key.Key_Escape)
    assert field.text() == ""
    assert finder(visitor).found == ()


def test_what_is_not_found_is_said_and_the_answers_stay(start: Start) -> None:
    visitor = start()
    QTest.keyClicks(finder(visitor).field, "zzzz")
    assert visitor.sees(KNOWLEDGE.words.find_nothing)
    visitor.choose("pulsa")
    assert visitor.place == "pulsa_habis"


@pytest.mark.parametrize("by", ["enter", "press", "arrow"])
def test_a_phone_number_is_offered_to_be_checked(start: Start, by: str) -> None:
    visitor = start()
    visitor.window.activateWindow()
    QTest.qWaitForWindowActive(visitor.window)
    words = KNOWLEDGE.words
    field = finder(visitor).field
    QTest.keyClicks(field, "0812 33 4567 890")
    assert visitor.sees(words.find_number)
    assert not visitor.sees(words.find_none)
    if by == "press":
        visitor.press(words.find_number_check)
    elif by == "arrow":
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    else:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert visitor.place == "nomor"
    assert visitor.number_page.entry.text() == "0812 33 4567 890"


def test_what_is_no_number_is_not_offered(start: Start) -> None:
    visitor = start()
    for typed in ("3174012304560001", "zzzz"):
        finder(visitor).field.setText(typed)
        assert visitor.sees(KNOWLEDGE.words.find_nothing)
        assert not visitor.sees(KNOWLEDGE.words.find_number_check)


@pytest.mark.parametrize("typed", ["pulsa habis", "2 pulsa", "Pulsa"])
def test_what_is_typed_outside_the_field_goes_into_it(
    start: Start, qtbot: QtBot, typed: str
) -> None:
    visitor = start()
    visitor.window.activateWindow()
    QTest.qWaitForWindowActive(visitor.window)
    qtbot.waitUntil(lambda: focus().objectName() == "heading")
    for letter in typed:
        QTest.keyClicks(focus(), letter)
    assert finder(visitor).field.text() == typed
    assert focus() is finder(visitor).field
    assert finder(visitor).found
    assert visitor.window.flow.session.answers == ()


def test_a_scanner_needs_no_click_on_the_first_page(start: Start, qtbot: QtBot) -> None:
    visitor = start()
    visitor.window.activateWindow()
    QTest.qWaitForWindowActive(visitor.window)
    qtbot.waitUntil(lambda: focus().objectName() == "heading")
    for letter in encode_sheet_number(KNOWLEDGE, TO_PULSA).replace("-", ""):
        QTest.keyClicks(focus(), letter)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert isinstance(visitor.window.panel, SheetPanel)

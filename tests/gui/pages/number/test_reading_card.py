"""A reading as a card: its words are in one sentence, and it grows with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.number.reading_card import Reading, ReadingCard
from jknassist.gui.style.theme import Theme
from tests.support.small_context import small_context

READING = Reading("Pakai 0812-3456-7890", "Pakai nomor ini", "081234567890", "12 angka", (4, 6))


@pytest.fixture
def card(qtbot: QtBot) -> ReadingCard:
    made = ReadingCard(READING, "1", small_context())
    qtbot.addWidget(made)
    return made


def test_a_screen_reader_gets_the_whole_number(card: ReadingCard) -> None:
    assert card.accessibleName() == card.text() == "Pakai 0812-3456-7890"


def test_space_and_a_press_choose_it_and_enter_does_not(card: ReadingCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert not card.isChecked()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()


def test_a_chosen_card_looks_different(card: ReadingCard) -> None:
    card.resize(400, card.heightForWidth(400))
    before = card.grab().toImage()
    card.setChecked(True)
    assert card.grab().toImage() != before


@pytest.mark.parametrize("letters", [1, 2])
@pytest.mark.parametrize("reading", [READING, Reading("Saya salah ketik", "Saya salah ketik")])
def test_the_tick_is_as_far_from_the_side_as_from_the_top_and_off_the_words(
    qtbot: QtBot, reading: Reading, letters: float
) -> None:
    theme = Theme(letters=letters)
    card = ReadingCard(reading, "1", small_context(theme=theme))
    qtbot.addWidget(card)
    card.resize(500, card.heightForWidth(500))
    tick = card.tick()
    assert card.width() - tick.right() >= max(tick.top(), theme.px("gap") // 2)
    assert tick.top() >= 0
    assert tick.bottom() <= card.height() - theme.px("lip")
    words = card._margins()[0] + card._inner(500)
    assert words < tick.left()


def test_a_narrow_card_is_taller_and_the_number_stays_on_a_line(card: ReadingCard) -> None:
    assert card.heightForWidth(120) > card.heightForWidth(400) - 40
    wide, narrow = (card._parts(width)[1][1].pixelSize() for width in (600, 160))
    assert narrow < wide

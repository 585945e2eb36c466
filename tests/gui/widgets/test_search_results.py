"""Search results: sure and unsure matches, none, the staff card, and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import Sayings, SearchWords
from jknassist.gui.context import UiContext
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.search_results import SearchResults
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

WORDS = SearchWords(
    negations=("tidak",),
    places=(
        Sayings(goes_to="pulsa_habis", sayings=("pulsa habis",)),
        Sayings(goes_to="nomor", sayings=("verifikasi tidak masuk",)),
    ),
)
CONTEXT = UiContext(
    knowledge=replace(small_knowledge(), search=WORDS),
    read_plan=small_index,
    active_theme=ActiveTheme(Theme()),
    icons=SvgIcons(lambda _name: None, LIGHT),
)


class Shown(QWidget):
    """A field with its results below it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.results = SearchResults(self.field, CONTEXT)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.results)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    made = Shown()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_a_strong_match_is_a_card_without_a_doubt(shown: Shown) -> None:
    shown.field.setText("pulsa habis")
    (card, *_) = shown.results.found
    assert card.objectName() == "found"
    assert CONTEXT.words.find_unsure not in " ".join(texts(card))
    assert shown.results.unsure.isHidden()
    assert shown.results.nothing.isHidden()


def test_a_weak_match_looks_and_sounds_unsure(shown: Shown) -> None:
    shown.field.setText("pulsa habis qwerty zxcvb plokij")
    (card, *_) = shown.results.found
    assert card.objectName() == "found_unsure"
    assert CONTEXT.words.find_unsure in " ".join(texts(card))
    assert CONTEXT.words.find_unsure in card.accessibleDescription()
    assert shown.results.unsure.isVisible()


def test_nothing_found_says_so_and_offers_the_staff(shown: Shown, qtbot: QtBot) -> None:
    shown.field.setText("xylophone")
    assert shown.results.found == ()
    assert CONTEXT.words.find_none in shown.results.nothing.text()
    assert shown.results.nothing.isVisible()
    with qtbot.waitSignal(shown.results.staff_wanted, timeout=1000):
        shown.results.staff.click()
    shown.field.setText("")
    assert shown.results.nothing.isHidden()
    assert shown.results.staff.isHidden()


def test_the_staff_stand_below_what_was_found_too(shown: Shown) -> None:
    shown.field.setText("pulsa habis")
    assert shown.results.staff.isVisible()
    assert CONTEXT.words.find_not_this in shown.results.staff.text()


def test_the_keys_walk_over_the_cards_and_take_one(shown: Shown, qtbot: QtBot) -> None:
    QTest.keyClicks(shown.field, "pulsa")
    cards = shown.results.found
    qtbot.waitUntil(cards[0].isVisible)
    QTest.keyClick(shown.field, Qt.Key.Key_Down)
    assert cards[0].hasFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Up)
    assert shown.field.hasFocus()
    with qtbot.waitSignal(shown.results.chosen, timeout=1000) as chosen:
        QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert chosen.args == [cards[0].place_id]
    QTest.keyClick(shown.field, Qt.Key.Key_Escape)
    assert shown.field.text() == ""
    assert shown.results.found == ()


def test_cards_stand_in_the_columns_asked_for(shown: Shown, qtbot: QtBot) -> None:
    shown.field.setText("pulsa habis verifikasi masuk")
    first, second = shown.results.found[:2]
    qtbot.waitUntil(lambda: first.y() < second.y())
    shown.results.arrange(2)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())


def test_where_it_is_low_the_titles_stand_alone(shown: Shown) -> None:
    shown.results.arrange(3, bare=True)
    shown.field.setText("pulsa habis qwerty zxcvb plokij")
    (card, *_) = shown.results.found
    assert texts(card) == [CONTEXT.knowledge.places[card.place_id].title]
    assert CONTEXT.words.find_unsure in card.accessibleDescription()

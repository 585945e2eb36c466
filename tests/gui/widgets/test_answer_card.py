"""Answer cards: chosen by keys, filled when chosen, with a picture that fills its plate."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import loader, resources
from jknassist.core.flow.model import Option
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.tick_badge import TickBadge
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus
from tests.support.small_context import small_context

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


def card_of(qtbot: QtBot, digit: str = "1", *, is_kiosk: bool = False) -> AnswerCard:
    option = Option(id="ada", text="Ada pulsa", hint="sudah dicek", picture="hp_pulsa", goes_to="x")
    context = small_context(is_kiosk=is_kiosk)
    made = AnswerCard(option, digit, replace(context, icons=SvgIcons(loader.picture, LIGHT)))
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.arrange(60, spare=False, plate=160)
    made.resize(600, 150)
    made.show()
    return made


def corner(card: AnswerCard) -> QImage:
    """Return the picture of the corner in which the digit of the key is written."""
    return card.grab(QRect(4, 2, 26, 24)).toImage()


def test_a_chosen_card_is_filled_and_ticked_and_nothing_moves(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    places = [child.geometry() for child in card.findChildren(QWidget)]
    (badge,) = card.findChildren(TickBadge)
    assert isinstance(badge, TickBadge)
    assert not badge.isVisible()
    card.setChecked(True)
    assert badge.isVisible()
    assert card.plate().toRect().contains(badge.geometry())
    assert [child.geometry() for child in card.findChildren(QWidget)] == places
    image = card.grab().toImage()
    assert image.pixelColor(590, 75) == QColor(LIGHT.accent)
    assert image.pixelColor(int(card.plate().right()) - 8, 8) == QColor(LIGHT.plate)
    card.setAutoExclusive(False)  # which would keep the only card chosen
    card.setChecked(False)
    assert card.grab().toImage().pixelColor(590, 75) == QColor(LIGHT.card)


def test_the_picture_grows_with_the_card_and_stays_on_its_plate(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    least, hint = card.picture_place().width(), card.sizeHint()
    card.resize(600, 300)
    assert card.picture_place().width() > least
    assert card.sizeHint() == hint, "a larger picture asks for no more room"
    assert card.plate().toRect().contains(card.picture_place())
    card.resize(600, 80)
    assert 60 <= card.picture_place().width() <= 80


def test_a_picture_is_drawn_once_when_it_is_seen(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card._context.icons.drawn.clear()
    for height in (80, 120, 160):
        card.resize(600, height)
    assert not card._context.icons.drawn, "a layout that is tried draws nothing"
    card.grab()
    assert len(card._context.icons.drawn) == 1
    place = card.picture_place()
    pixels = card.grab(place).toImage()
    seen = {
        pixels.pixelColor(x, y).name() for x in range(place.width()) for y in range(place.height())
    }
    assert len(seen) > 1, "the picture stands on the plate"


def test_a_laptop_shows_the_key_and_a_public_screen_none(qtbot: QtBot) -> None:
    assert corner(card_of(qtbot)) != corner(card_of(qtbot, "2"))
    assert corner(card_of(qtbot, is_kiosk=True)) == corner(card_of(qtbot, "2", is_kiosk=True))


def test_a_card_that_cannot_be_chosen_has_no_plate(qtbot: QtBot) -> None:
    card = card_of(qtbot)
    card.setEnabled(False)
    colours = {card.grab().toImage().pixelColor(x, 6).name().upper() for x in range(40, 500, 9)}
    assert colours == {LIGHT.shade}

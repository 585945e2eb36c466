"""The search panel of the kiosk: typed by touch, wiped when closed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.core.flow.model import Sayings, SearchWords
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk.finder_panel import PICTURES, ROWS, FinderPanel
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.keyboard import LetterField
from jknassist.gui.widgets.paged_area import DENSE
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

WORDS = SearchWords(places=(Sayings(goes_to="pulsa_habis", sayings=("pulsa habis",)),))
CONTEXT = UiContext(
    knowledge=replace(small_knowledge(), search=WORDS),
    read_plan=small_index,
    active_theme=ActiveTheme(Theme()),
    icons=SvgIcons(lambda _name: None, LIGHT),
)


@pytest.fixture
def panel(qtbot: QtBot) -> FinderPanel:
    made = FinderPanel(CONTEXT)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activate()
    return made


def press(panel: FinderPanel, name: str) -> None:
    keys = panel.keyboard.findChildren(QPushButton)
    (key,) = (key for key in keys if key.accessibleName() == name)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def test_every_letter_and_digit_has_a_key() -> None:
    keys = set("".join(ROWS))
    assert keys >= {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ", "\b"}


def test_what_is_touched_is_searched_for(panel: FinderPanel, qtbot: QtBot) -> None:
    for letter in "PULSA":
        press(panel, letter)
    assert panel.field.text() == "pulsa"
    assert panel.field.hasFocus(), "the keys leave the focus in the field"
    (card,) = panel.results.found
    with qtbot.waitSignal(panel.chosen, timeout=1000) as chosen:
        card.click()
    assert chosen.args == ["pulsa_habis"]


def test_letters_are_erased_one_by_one_or_all_at_once(panel: FinderPanel) -> None:
    for letter in ("A", "B", CONTEXT.words.key_space, "C"):
        press(panel, letter)
    assert panel.field.text() == "ab c"
    press(panel, CONTEXT.words.key_erase)
    assert panel.field.text() == "ab "
    panel.clear.click()
    assert panel.field.text() == ""
    assert panel.field.hasFocus()


def test_nothing_typed_is_left_when_it_closes(panel: FinderPanel) -> None:
    panel.field.type_on("rahasia")
    panel.close_button.click()
    assert panel.field.text() == ""
    assert not panel.field.isUndoAvailable()


def test_letters_of_a_keyboard_pass_into_its_field() -> None:
    assert isinstance(FinderPanel(CONTEXT).field, LetterField)


def test_the_keys_are_wide_enough_for_a_finger(panel: FinderPanel) -> None:
    keys = panel.keyboard.findChildren(QPushButton)
    least = CONTEXT.theme.px("target")
    assert min(key.height() for key in keys) >= least
    assert min(key.width() for key in keys) >= least


def test_nothing_found_leads_to_the_staff(panel: FinderPanel, qtbot: QtBot) -> None:
    panel.field.type_on("zzzz")
    assert panel.results.nothing.isVisible()
    with qtbot.waitSignal(panel.staff_wanted, timeout=1000):
        panel.results.staff.click()


def test_no_letter_is_lost_while_the_cards_change(panel: FinderPanel, qtbot: QtBot) -> None:
    for letter in "pulsa habis zzzz pulsa":
        QTest.keyClicks(panel.field, letter)
        qtbot.wait(1)
        assert panel.field.hasFocus()
    assert panel.field.text() == "pulsa habis zzzz pulsa"


def low_panel_with_results(qtbot: QtBot) -> FinderPanel:
    """Return a panel too low for its results, where "kode" has been typed."""
    places = ("pulsa_habis", "salah_ketik", "gangguan")
    words = SearchWords(places=tuple(Sayings(goes_to=id_, sayings=("kode",)) for id_ in places))
    knowledge = replace(small_knowledge(), search=words)
    panel = FinderPanel(replace(CONTEXT, knowledge=knowledge))
    qtbot.addWidget(panel)
    panel.resize(1000, 390)
    panel.show()
    panel.activate()
    qtbot.waitUntil(panel.field.hasFocus)
    panel.field.setText("kode")
    qtbot.waitUntil(lambda: len(panel.area.screen_pages) > 1)
    return panel


def test_each_result_can_be_reached(qtbot: QtBot) -> None:
    panel = low_panel_with_results(qtbot)
    panel.next_button.setFocus()
    for page in range(1, len(panel.area.screen_pages)):
        QTest.mouseClick(panel.next_button, Qt.MouseButton.LeftButton)
        qtbot.wait(1)
        assert panel.area.current == page
    assert panel.area.shows(panel.results.staff)
    assert panel.previous_button.hasFocus()


def test_the_first_results_are_reached_again(qtbot: QtBot) -> None:
    panel = low_panel_with_results(qtbot)
    QTest.mouseClick(panel.next_button, Qt.MouseButton.LeftButton)
    while panel.area.current:
        QTest.mouseClick(panel.previous_button, Qt.MouseButton.LeftButton)
    assert panel.next_button.hasFocus()
    assert panel.area.shows(panel.field)


def test_another_letter_shows_the_field_again(qtbot: QtBot) -> None:
    panel = low_panel_with_results(qtbot)
    panel.next_button.click()
    assert not panel.area.shows(panel.field)
    press(panel, CONTEXT.words.key_space)
    assert panel.area.shows(panel.field)


def test_all_letters_can_be_erased_where_the_button_has_room(qtbot: QtBot) -> None:
    panel = low_panel_with_results(qtbot)
    assert panel.clear.isVisible()
    panel.resize(500, 390)
    qtbot.waitUntil(panel.clear.isHidden)


def test_on_a_portrait_screen_pictures_give_way_before_the_keys(
    panel: FinderPanel, qtbot: QtBot
) -> None:
    panel.resize(768, 1366)
    panel.field.setText("pulsa")
    qtbot.waitUntil(lambda: panel.height() == 1366)
    key = panel.keyboard.findChildren(QPushButton)[0]
    tall, sides = [], []
    for density in range(DENSE + 1):
        panel.set_density(density)
        tall.append(key.minimumHeight())
        sides.append(panel.results.picture_side)
    assert tall[0] == tall[1] == tall[2] > tall[DENSE]
    assert sides[0] > sides[1] > sides[2]
    panel.resize(1366, 768)
    panel.set_density(0)
    assert panel.results.picture_side == PICTURES[-1]


def key_named(panel: FinderPanel, name: str) -> QPushButton:
    keys = panel.keyboard.findChildren(QPushButton)
    (key,) = (key for key in keys if key.accessibleName() == name)
    return key


def test_the_keys_that_write_look_alike_and_the_one_that_erases_does_not(
    qtbot: QtBot, panel: FinderPanel
) -> None:
    panel.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.wait(30)
    words = CONTEXT.words

    def fill(name: str) -> str:
        key = key_named(panel, name)
        return key.grab().toImage().pixelColor(key.width() // 8, key.height() // 2).name().upper()

    assert fill(words.key_space) == fill("Q") == LIGHT.card
    assert fill(words.key_erase) == LIGHT.tint


def test_the_field_counts_what_matches(panel: FinderPanel) -> None:
    assert panel.count.isHidden()
    panel.field.setText("pulsa")
    assert panel.count.text() == CONTEXT.words.find_count.format(count=1).rstrip(".")
    assert panel.count.isVisible()
    assert panel.field.textMargins().right() >= panel.count.width()
    panel.field.setText("xqzw")
    assert panel.count.isHidden()
    assert panel.field.textMargins().right() == 0

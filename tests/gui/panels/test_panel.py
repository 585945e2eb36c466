"""Keyboard operation of panels."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus, panel, walk_by_tab

Key = Qt.Key


def test_tab_reads_a_panel_then_its_buttons(at_keys: Visitor) -> None:
    at_keys.key(Key.Key_F1)
    shown = panel(at_keys)
    assert shown is not None
    assert focus() is shown.heading
    inside = [shown.frame.isAncestorOf(w) for w in walk_by_tab(at_keys)]
    assert inside == sorted(inside, reverse=True)


def test_enter_turns_the_screen_pages_of_a_panel_to_the_last_one(at_keys: Visitor) -> None:
    at_keys.window.setMinimumSize(1, 1)
    at_keys.window.resize(640, 400)
    at_keys.key(Key.Key_F1)
    shown = panel(at_keys)
    assert shown is not None
    assert shown.area.more
    turned = 0
    while shown.area.more:
        at_keys.key(Key.Key_Return)
        turned += 1
        assert shown.area.current == turned
    at_keys.key(Key.Key_Return)
    assert panel(at_keys) is shown, "Enter on the last one closes nothing"


def test_a_panel_in_the_place_of_another_has_the_keyboard(at_keys: Visitor, qtbot: QtBot) -> None:
    at_keys.key(Key.Key_F1)
    at_keys.key(Key.Key_F4)
    shown = panel(at_keys)
    assert shown is not None
    qtbot.wait(100)  # what is below would take it in the next turn of the event loop
    assert focus() is shown.heading


def test_the_buttons_stand_in_a_bar_from_edge_to_edge(visitor: Visitor) -> None:
    visitor.press(visitor.window.context.words.contacts)
    shown = panel(visitor)
    assert shown is not None
    bar = shown.close_button.parentWidget()
    assert bar is not None
    assert (bar.x(), bar.width()) == (0, shown.width())
    assert bar.geometry().bottom() == shown.rect().bottom()
    palette = visitor.window.context.theme.palette
    assert bar.grab().toImage().pixelColor(1, 1).name().upper() == palette.bar_fill

"""Keyboard operation: shortcuts, tab order, and the initial focus."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui import shortcuts
from jknassist.gui.style.theme import TextSize, Theme
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus, panel

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

HANDLES_KEYS = re.compile(r"QShortcut\(|StandardKey\.|Key\.Key_|def keyPressEvent")


def test_every_module_that_handles_keys_is_listed_and_no_other() -> None:
    gui = Path(shortcuts.__file__).parent
    listed = set(re.findall(r"`([a-z_/]+\.py)`", shortcuts.__doc__ or ""))
    handling = {
        path.relative_to(gui).as_posix()
        for path in gui.rglob("*.py")
        if HANDLES_KEYS.search(path.read_text(encoding="utf-8"))
    }
    # `answer_list.py` only says which key an answer card has.
    assert listed == (handling - {"shortcuts.py"}) | {"widgets/answer_list.py"}


def test_the_keyboard_begins_at_the_heading(at_keys: Visitor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLabel))
    assert focus().objectName() == "heading"
    at_keys.choose("tidak_masuk")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is at_keys.number_page.entry)


@pytest.mark.parametrize(("key", "with_"), [(Key.Key_Left, ALT), (Key.Key_Backspace, None)])
def test_a_key_goes_back(at_keys: Visitor, key: Key, with_: Qt.KeyboardModifier | None) -> None:
    at_keys.choose("tidak_tahu")
    at_keys.key(key, with_)
    assert at_keys.place == "mulai"
    at_keys.key(key, with_)
    assert at_keys.place == "mulai"


def test_backspace_in_the_number_erases(at_keys: Visitor, qtbot: QtBot) -> None:
    at_keys.choose("tidak_masuk")
    at_keys.type_number("0813")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is at_keys.number_page.entry)
    at_keys.key(Key.Key_Backspace)
    assert at_keys.place == "nomor"
    assert at_keys.number_page.entry.text() == "081"


def test_f1_shows_the_contacts_and_escape_closes_them_alone(at_keys: Visitor) -> None:
    at_keys.tap("pulsa")
    at_keys.key(Key.Key_F1)
    assert at_keys.sees(at_keys.window.context.words.contacts_title)
    at_keys.key(Key.Key_Escape)
    assert panel(at_keys) is None
    at_keys.key(Key.Key_Escape)
    assert at_keys.window.isVisible()
    assert at_keys.place == "mulai"


def test_the_text_size_follows_the_keys_and_ends_with_the_visit(at_keys: Visitor) -> None:
    window = at_keys.window
    sizes = []
    for key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Plus, Key.Key_Minus, Key.Key_0):
        at_keys.key(key, CONTROL)
        sizes.append(window.theme.size)
    a, larger, largest = TextSize
    assert sizes == [larger, largest, largest, larger, a]
    at_keys.key(Key.Key_Plus, CONTROL)
    window.start_over()
    assert window.theme == window.context.theme


def test_control_n_asks_once_and_only_when_something_was_answered(at_keys: Visitor) -> None:
    at_keys.choose("tidak_tahu")
    at_keys.key(Key.Key_N, CONTROL)
    assert at_keys.sees(at_keys.window.context.words.leave_title)
    at_keys.key(Key.Key_Escape)
    assert at_keys.place == "periksa"
    at_keys.window.start_over()
    at_keys.key(Key.Key_N, CONTROL)
    assert panel(at_keys) is None


def test_f11_fills_the_screen_and_gives_the_frame_back(at_keys: Visitor) -> None:
    at_keys.key(Key.Key_F11)
    assert at_keys.window.isFullScreen()
    at_keys.key(Key.Key_F11)
    assert not at_keys.window.isFullScreen()


def test_the_colours_have_a_key(at_keys: Visitor) -> None:
    before = at_keys.window.theme.scheme
    at_keys.key(Key.Key_D, CONTROL)
    assert at_keys.window.theme.scheme is not before


def test_enter_presses_the_button_it_is_on(at_keys: Visitor) -> None:
    at_keys.choose("tidak_tahu")
    (back,) = at_keys._buttons(at_keys.window.context.words.back)
    back.setFocus()
    at_keys.key(Key.Key_Return)
    assert at_keys.place == "mulai"


def test_enter_pressed_twice_takes_no_suggestion(at_keys: Visitor, qtbot: QtBot) -> None:
    at_keys.choose("tidak_masuk")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is at_keys.number_page.entry)
    at_keys.type_number("0813456788901")
    at_keys.key(Key.Key_Return)
    assert at_keys.number_page.offers.has_focus()
    at_keys.key(Key.Key_Return)
    assert at_keys.place == "nomor"
    assert at_keys.number_page.entry.text() == "0813456788901"
    assert at_keys.sees(at_keys.window.context.words.number_decide)


def test_tab_comes_to_the_offers_of_a_number_from_above(at_keys: Visitor) -> None:
    at_keys.choose("tidak_masuk")
    at_keys.type_number("0813456788901")
    at_keys.key(Key.Key_Return)
    page = at_keys.number_page
    page.heading.setFocus()
    # Readings are one stop for Tab and have the arrows among them, as answers have.
    for offer, key in zip(
        page.offers.offered(), (Key.Key_Tab, Key.Key_Right, Key.Key_Tab), strict=True
    ):
        at_keys.key(key)
        assert focus() is offer
    tops = [w.mapTo(page, QPoint(0, 0)).y() for w in page.offers.offered()]
    assert tops == sorted(tops)


def test_what_has_the_focus_is_framed_three_pixels_wide_at_least() -> None:
    assert Theme().px("ring") >= 3

"""Everything by keyboard: the map of the volunteer, the way through a page, and where it begins."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.panels.panel import Panel
from jknassist.gui.style.theme import TextSize, Theme
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.top_bar import TopBar
from tests.gui.conftest import Visitor

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at_keys(visitor: Visitor, qtbot: QtBot) -> Visitor:
    """Give a visitor whose keys reach the window."""
    visitor.window.activateWindow()
    qtbot.waitUntil(visitor.window.isActiveWindow)
    return visitor


def focus() -> QWidget:
    there = QApplication.focusWidget()
    assert there is not None
    return there


def panel(visitor: Visitor) -> Panel | None:
    return visitor.window.panel


def walk_by_tab(visitor: Visitor) -> list[QWidget]:
    """Press Tab until the keyboard is where it was; return where it came to."""
    first = focus()
    way = [first]
    while len(way) < 60:
        visitor.key(Key.Key_Tab)
        if focus() is first:
            return way
        way.append(focus())
    pytest.fail("Tab does not come round")


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
    assert at_keys.sees(at_keys.window.context.words.finish_title)
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


@pytest.mark.parametrize("answers", [(), ("tidak_tahu",), ("tidak_tahu", "sudah"), ("pulsa",)])
def test_tab_reads_the_page_then_its_ways_on_then_the_bar(
    at_keys: Visitor, answers: tuple[str, ...], qtbot: QtBot
) -> None:
    for answer in answers:
        at_keys.choose(answer)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLabel))
    wizard = at_keys.window.wizard
    kinds = [kind(at_keys, widget) for widget in walk_by_tab(at_keys)]
    assert kinds == sorted(kinds), "page, ways on, bar"
    assert set(kinds) == {0, 1, 2}
    assert wizard.page_now.isAncestorOf(focus())


def kind(visitor: Visitor, widget: QWidget) -> int:
    (bar,) = visitor.window.findChildren(TopBar)
    if bar.isAncestorOf(widget):
        return 2
    return 0 if visitor.window.view.page.isAncestorOf(widget) else 1


def test_tab_comes_to_the_offers_of_a_number_from_above(at_keys: Visitor) -> None:
    at_keys.choose("tidak_masuk")
    at_keys.type_number("0813456788901")
    at_keys.key(Key.Key_Return)
    page = at_keys.number_page
    page.entry.setFocus()
    for offer in page.offers.offered():
        at_keys.key(Key.Key_Tab)
        assert focus() is offer
    tops = [w.mapTo(page, QPoint(0, 0)).y() for w in page.offers.offered()]
    assert tops == sorted(tops)


def test_tab_reads_a_panel_then_its_buttons(at_keys: Visitor) -> None:
    at_keys.key(Key.Key_F1)
    shown = panel(at_keys)
    assert shown is not None
    assert focus() is shown.heading
    inside = [shown.frame.isAncestorOf(w) for w in walk_by_tab(at_keys)]
    assert inside == sorted(inside, reverse=True)


def test_a_panel_in_the_place_of_another_has_the_keyboard(at_keys: Visitor, qtbot: QtBot) -> None:
    at_keys.key(Key.Key_F1)
    at_keys.key(Key.Key_F4)
    shown = panel(at_keys)
    assert shown is not None
    qtbot.wait(100)  # what is below would take it in the next turn of the event loop
    assert focus() is shown.heading


def test_what_has_the_focus_is_framed_three_pixels_wide_at_least() -> None:
    assert Theme().px("ring") >= 3


def test_tab_turns_to_the_leaf_it_comes_to(at_keys: Visitor) -> None:
    for _ in range(2):
        at_keys.key(Key.Key_Plus, CONTROL)
    at_keys.key(Key.Key_F1)
    shown = panel(at_keys)
    assert shown is not None
    at_keys.window.resize(1024, 600)
    QApplication.processEvents()
    assert len(shown.area.screen_pages) > 1
    seen = set()
    for widget in walk_by_tab(at_keys):
        if shown.frame.isAncestorOf(widget):
            widget.setFocus()
            assert not widget.visibleRegion().isEmpty()
            seen.add(shown.area.current)
    assert len(seen) > 1


def test_page_keys_and_the_way_on_turn_the_leaves(at_keys: Visitor) -> None:
    at_keys.key(Key.Key_F1)
    at_keys.window.resize(800, 420)
    QApplication.processEvents()
    shown = panel(at_keys)
    assert shown is not None
    shown.heading.setFocus()
    at_keys.key(Key.Key_PageDown)
    assert shown.area.current == 1
    at_keys.key(Key.Key_PageUp)
    assert shown.area.current == 0
    at_keys.press(at_keys.window.context.words.next)
    assert shown.area.current == 1

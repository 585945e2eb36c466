"""KE01, 02, 04 to 07, 13, 15 inside the program: which keys and touches are accepted."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.gui.kiosk.config import Timeouts
from jknassist.gui.kiosk.input_filter import InputFilter, may_pass
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.keyboard import LetterField
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station

Key = Qt.Key
Mod = Qt.KeyboardModifier
NONE, CTRL, ALT, SHIFT, META = (
    Mod.NoModifier,
    Mod.ControlModifier,
    Mod.AltModifier,
    Mod.ShiftModifier,
    Mod.MetaModifier,
)

OURS = [
    *[(key, NONE) for key in (Key.Key_Tab, Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)],
    *[(key, NONE) for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Backspace)],
    *[(Key(Key.Key_0.value + digit), NONE) for digit in range(10)],
    (Key.Key_5, Mod.KeypadModifier),
    (Key.Key_Backtab, SHIFT),
    (Key.Key_F2, NONE),
]
NOT_OURS = [
    (Key.Key_Escape, NONE),
    (Key.Key_F1, NONE),
    (Key.Key_F1, SHIFT),
    (Key.Key_F4, ALT),
    (Key.Key_F10, SHIFT),
    (Key.Key_F11, NONE),
    (Key.Key_F12, CTRL | ALT),
    (Key.Key_Menu, NONE),
    (Key.Key_Help, NONE),
    (Key.Key_Print, NONE),
    (Key.Key_Delete, NONE),
    (Key.Key_Insert, SHIFT),
    (Key.Key_A, NONE),
    (Key.Key_Q, CTRL),
    (Key.Key_W, CTRL),
    (Key.Key_P, CTRL),
    (Key.Key_S, CTRL),
    (Key.Key_O, CTRL),
    (Key.Key_N, CTRL),
    (Key.Key_C, CTRL),
    (Key.Key_V, CTRL),
    (Key.Key_Z, CTRL),
    (Key.Key_C, CTRL | SHIFT),
    (Key.Key_Plus, CTRL),
    (Key.Key_0, CTRL),
    (Key.Key_Left, ALT),
    (Key.Key_Left, SHIFT),
    (Key.Key_Space, ALT),
    (Key.Key_Tab, ALT),
    (Key.Key_Tab, CTRL),
    (Key.Key_Return, ALT),
    (Key.Key_D, META),
    (Key.Key_1, META),
    (Key.Key_Super_L, NONE),
    (Key.Key_Back, NONE),
    (Key.Key_VolumeUp, NONE),
]


def pressed(key: Key, modifier: Mod, *, held: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", held)


def stroke(kind: QEvent.Type, key: Key, time: int) -> QKeyEvent:
    """Return an event as Qt makes it from one of the X server, of a time in milliseconds."""
    event = QKeyEvent(kind, key, NONE)
    event.setTimestamp(time)
    return event


@pytest.mark.parametrize(("key", "modifier"), OURS)
def test_a_key_of_ours_passes(key: Key, modifier: Mod) -> None:
    assert may_pass(pressed(key, modifier))


@pytest.mark.parametrize(("key", "modifier"), [*NOT_OURS, (Key.Key_unknown, NONE)])
def test_every_other_key_is_swallowed(key: Key, modifier: Mod) -> None:
    assert not may_pass(pressed(key, modifier))


@pytest.mark.parametrize("modifier", [NONE, SHIFT])
def test_letters_pass_only_where_letters_are_typed(modifier: Mod, qtbot: QtBot) -> None:
    letters, other = LetterField(9, paste=False), QLineEdit()
    for made in (letters, other):
        qtbot.addWidget(made)
    for key in (Key.Key_A, Key.Key_Z):
        assert may_pass(pressed(key, modifier), letters)
        assert not may_pass(pressed(key, modifier))
        assert not may_pass(pressed(key, modifier), other)
        assert may_pass(pressed(key, CTRL), letters) is (key == Key.Key_A)
        assert not may_pass(pressed(key, CTRL))
        assert not may_pass(pressed(key, ALT), letters)
    assert not may_pass(pressed(Key.Key_F4, modifier), letters)


WRITTEN = [
    ("08118165**12", "08118165**12"),
    ("0811816512*", "0811816512*"),
    ("08118165xx12", "08118165xx12"),
    ("0811816512/91", "0811816512/91"),
    ("08I18165l2", "08I18165l2"),
    ("+62 (811) 816-512", "+62 (811) 816-512"),
]


@pytest.mark.parametrize(("typed", "read"), WRITTEN, ids=[typed for typed, _ in WRITTEN])
def test_every_character_of_a_number_arrives_from_a_keyboard(
    hall: Hall, typed: str, read: str
) -> None:
    """One that is dropped makes another number of it, and nobody would be told."""
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    entry = visitor.number_page.entry
    entry.setFocus()
    QTest.keyClicks(entry, typed)
    assert entry.text() == read


def test_a_sign_of_a_number_arrives_wherever_the_focus_is(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    page = visitor.number_page
    page.cards.cards[0].setFocus()
    QTest.keyClicks(page.cards.cards[0], "*")
    QTest.keyClicks(page.entry, "816")
    assert page.entry.text() == "*816"


@pytest.mark.parametrize("text", ["#1", "/1", "x1"])
def test_a_digit_behind_a_sign_that_is_dropped_chooses_no_answer(hall: Hall, text: str) -> None:
    """As a scanner types it: only a digit alone is an answer."""
    visitor = hall.begin()
    QTest.keyClicks(QApplication.focusWidget() or hall.window, text)
    visitor.window.outside_typing.settle()
    assert visitor.window.flow.session.answers == ()


def test_letters_reach_only_the_field_that_takes_them(hall: Hall) -> None:
    field, other = LetterField(9, paste=False), QLineEdit()
    for made in (field, other):
        made.setParent(hall.window)
        made.show()
        made.setFocus()
        hall.key(Key.Key_K)
    assert (field.text(), other.text()) == ("k", "")


def test_what_is_typed_after_ctrl_a_replaces_what_stands_in_the_field(hall: Hall) -> None:
    field = LetterField(9, paste=False)
    field.setParent(hall.window)
    field.show()
    field.setFocus()
    hall.key(Key.Key_K)
    hall.key(Key.Key_A, CTRL)
    hall.key(Key.Key_L)
    assert field.text() == "l"


def test_a_held_key_moves_but_presses_nothing_twice() -> None:
    guard, anything = InputFilter(0), QObject()
    assert not guard.swallows(anything, pressed(Key.Key_Tab, NONE, held=True))
    assert not guard.swallows(anything, pressed(Key.Key_Backspace, NONE, held=True))
    assert guard.swallows(anything, pressed(Key.Key_Return, NONE, held=True))


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_repeat_that_qt_takes_for_a_new_press_presses_nothing(key: Key) -> None:
    """Release and press of a held key have one time; those of a finger never do."""
    guard, anything = InputFilter(0), QObject()
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    seen = [
        guard.swallows(anything, stroke(kind, key, time))
        for kind, time in ((down, 100), (up, 700), (down, 700), (up, 740), (down, 740), (up, 780))
    ]
    assert seen == [False, False, True, False, True, False]
    assert not guard.swallows(anything, stroke(down, key, 900))
    assert not guard.swallows(anything, stroke(up, key, 960))
    assert not guard.swallows(anything, stroke(down, Key.Key_1, 960)), "another key"


def test_events_without_a_time_are_no_repeats() -> None:
    guard, anything = InputFilter(0), QObject()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) * 2:
        assert not guard.swallows(anything, stroke(kind, Key.Key_Return, 0))


@pytest.mark.parametrize(("key", "modifier"), NOT_OURS)
def test_on_every_page_such_a_key_changes_nothing(hall: Hall, key: Key, modifier: Mod) -> None:
    hall.key(key, modifier)
    assert hall.at_start_page
    visitor = hall.begin()
    for answer in ("pulsa", None):
        place = visitor.place
        hall.key(key, modifier)
        assert hall.window.isVisible()
        assert visitor.place == place
        assert not visitor.window.findChildren(Panel)
        if answer:
            visitor.choose(answer)
    assert len(hall.visit.main_window.flow.session.answers) == 1


def test_esc_closes_no_panel_and_no_question(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.press(visitor.window.context.words.contacts)
    hall.key(Key.Key_Escape)
    assert visitor.window.findChildren(Panel)
    hall.window._ask_if_present()
    hall.key(Key.Key_Escape)
    assert hall.window.cover is not None


@pytest.mark.parametrize(
    "button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton]
)
def test_no_other_button_of_a_mouse_does_anything(hall: Hall, button: Qt.MouseButton) -> None:
    QTest.mouseClick(hall.start_page.start, button)
    assert hall.at_start_page
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    QGuiApplication.clipboard().setText("0812")
    QTest.mouseClick(visitor.number_page.entry, button)
    assert visitor.number_page.entry.text() == ""
    assert QApplication.activePopupWidget() is None


def test_no_menu_comes_up_on_any_widget(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    for widget in hall.window.findChildren(QWidget):
        where = QPoint(2, 2)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, widget.mapToGlobal(where))
        QApplication.sendEvent(widget, event)
        assert QApplication.activePopupWidget() is None
        assert QApplication.activeModalWidget() is None


def test_nothing_can_be_dropped(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    entry = visitor.number_page.entry
    data = QMimeData()
    data.setText("081298765432")
    buttons, actions = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(2, 2), actions, data, buttons, NONE)
    QApplication.sendEvent(entry, enter)
    assert not enter.isAccepted()
    QApplication.sendEvent(entry, QDropEvent(QPointF(2, 2), actions, data, buttons, NONE))
    assert entry.text() == ""
    assert not [w for w in hall.window.findChildren(QWidget) if w.acceptDrops() and w is not entry]


def test_closing_is_swallowed_until_the_staff_leaves(hall: Hall) -> None:
    assert not hall.window.close()
    event = QCloseEvent()
    QApplication.sendEvent(hall.window, event)
    assert not event.isAccepted()
    assert hall.window.isVisible()
    hall.window.leave()
    assert hall.window.close()


def test_no_field_calls_an_on_screen_keyboard(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    fields = hall.window.findChildren(QLineEdit)
    assert fields
    for field in fields:
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_long_pastes_and_emoji_do_not_get_in(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    QGuiApplication.clipboard().setText("9" * 10_000 + "😀")
    QTest.keyClick(visitor.number_page.entry, Key.Key_V, CTRL)
    QTest.keyClick(visitor.number_page.entry, Key.Key_Insert, SHIFT)
    assert visitor.number_page.entry.text() == ""


# KE06, KE09: what is not in the program cannot be called up in it.

WAYS_OUT = re.compile(
    r"QDesktopServices|openUrl|QFileDialog|QPrintDialog|QPrintPreview|QPageSetupDialog|QColorDialog"
    r"|QFontDialog|QMessageBox|QInputDialog|QWhatsThis|setOpenExternalLinks|QTextBrowser|QMenu\b"
    r"|webbrowser|startfile|QProcess"
)
SOURCES = sorted((Path(__file__).parents[3] / "jknassist").rglob("*.py"))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.as_posix()[-40:])
def test_no_dialog_menu_or_link_is_in_the_program(file: Path) -> None:
    assert WAYS_OUT.findall(file.read_text(encoding="utf-8")) == []


# The pause after a page has turned.


def test_a_second_tap_does_not_answer_the_next_page(
    open_hall: OpenHall, tmp_path_factory: pytest.TempPathFactory, qtbot: QtBot
) -> None:
    slow = Timeouts(
        idle=CALM.idle, outcome=CALM.outcome, privacy=CALM.privacy, asks=30, tap=60_000, corner=1
    )
    hall = open_hall(small_station(tmp_path_factory.mktemp("state"), slow))
    hall.window._input_filter._turned.invalidate()
    hall.touch()
    visitor = Visitor(hall.visit.main_window, qtbot)
    visitor.tap("tidak_tahu")
    assert visitor.window.flow.session.answers == ()
    hall.key(Key.Key_1)
    hall.key(Key.Key_Return)
    assert visitor.place == "mulai"
    hall.window._input_filter._turned.invalidate()
    visitor.tap("tidak_tahu")
    assert len(visitor.window.flow.session.answers) == 1


def test_a_press_dropped_in_the_pause_has_its_release_dropped_too(qtbot: QtBot) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    guard = InputFilter(60_000)
    heard: list[str] = []

    class Plate(QWidget):
        @override
        def mousePressEvent(self, event: QMouseEvent) -> None:
            heard.append("press")

        @override
        def mouseReleaseEvent(self, event: QMouseEvent) -> None:
            heard.append("release")

    plate = Plate()
    qtbot.addWidget(plate)
    app.installEventFilter(guard)
    try:
        guard.page_changed()
        QTest.mousePress(plate, Qt.MouseButton.LeftButton)
        guard._turned.invalidate()
        QTest.mouseRelease(plate, Qt.MouseButton.LeftButton)
        assert heard == []
        QTest.mouseClick(plate, Qt.MouseButton.LeftButton)
        assert heard == ["press", "release"]
    finally:
        app.removeEventFilter(guard)


def test_only_a_person_counts_as_activity(hall: Hall, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hall.window._input_filter.activity, timeout=1000):
        QTest.mousePress(hall.window, Qt.MouseButton.RightButton)
    # Qt holds one mouse for all windows: a button left down is down in every test that follows.
    QTest.mouseRelease(hall.window, Qt.MouseButton.RightButton)
    with qtbot.assertNotEmitted(hall.window._input_filter.activity, wait=20):
        QApplication.sendEvent(hall.window, pressed(Key.Key_1, NONE))

"""The on-screen keyboard: emitted letters, positions, and the field."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.context import UiContext
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.keyboard import ERASE, SPACE, Keyboard, LetterField
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

ROWS = ("1234", "QWE", f"A{ERASE}{SPACE}")
CONTEXT = UiContext(
    knowledge=small_knowledge(),
    read_plan=small_index,
    active_theme=ActiveTheme(Theme()),
    icons=SvgIcons(lambda _name: None, LIGHT),
)


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    made = Keyboard(ROWS, CONTEXT)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def key(keyboard: Keyboard, name: str) -> QPushButton:
    return next(k for k in keyboard.findChildren(QPushButton) if k.accessibleName() == name)


def test_each_key_emits_its_letter_and_takes_no_focus(keyboard: Keyboard, qtbot: QtBot) -> None:
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    words = CONTEXT.words
    for name in ("1", "E", "A", words.key_space):
        pressed = key(keyboard, name)
        assert pressed.focusPolicy() == Qt.FocusPolicy.NoFocus
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert typed == ["1", "E", "A", " "]
    with qtbot.waitSignal(keyboard.erase, timeout=1000):
        QTest.mouseClick(key(keyboard, words.key_erase), Qt.MouseButton.LeftButton)


def test_a_short_row_stands_in_the_middle_and_space_fills_its_row(keyboard: Keyboard) -> None:
    one, four = key(keyboard, "1").geometry(), key(keyboard, "4").geometry()
    q, e = key(keyboard, "Q").geometry(), key(keyboard, "E").geometry()
    assert abs((q.left() - one.left()) - (four.right() - e.right())) <= 1
    space = key(keyboard, CONTEXT.words.key_space).geometry()
    assert space.right() == four.right()
    assert space.width() > 1.8 * one.width()


def test_a_press_between_two_keys_counts_for_the_nearest(keyboard: Keyboard) -> None:
    typed: list[str] = []
    keyboard.typed.connect(typed.append)
    two = key(keyboard, "2").geometry()
    QTest.mouseClick(keyboard, Qt.MouseButton.LeftButton, pos=QPoint(two.right() + 1, 5))
    QTest.mouseClick(keyboard, Qt.MouseButton.LeftButton, pos=QPoint(1, key_row(keyboard)))
    assert typed == ["2", "Q"]


def key_row(keyboard: Keyboard) -> int:
    return key(keyboard, "Q").geometry().center().y()


def test_the_field_is_typed_into_erased_and_wiped(qtbot: QtBot) -> None:
    field = LetterField(5, paste=False)
    qtbot.addWidget(field)
    for letter in "ABCDEFG":
        field.type_on(letter)
    assert field.text() == "ABCDE"
    field.erase()
    assert field.text() == "ABCD"
    field.wipe()
    field.undo()
    assert not field.text()


@pytest.mark.parametrize("paste", [True, False])
def test_pasting_is_a_choice(qtbot: QtBot, *, paste: bool) -> None:
    field = LetterField(20, paste=paste)
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("from elsewhere")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bool(field.text()) == paste
    QGuiApplication.clipboard().clear()


def test_the_keys_can_stand_in_other_rows(keyboard: Keyboard, qtbot: QtBot) -> None:
    before = set(keyboard.findChildren(QPushButton))
    keyboard.arrange(("1234QWE", f"A{ERASE}{SPACE}"))
    qtbot.wait(20)
    assert set(keyboard.findChildren(QPushButton)) == before
    assert key(keyboard, "Q").geometry().top() == key(keyboard, "1").geometry().top()
    keyboard.set_density(0, upright=True)
    upright = key(keyboard, "1").minimumHeight()
    keyboard.set_density(0)
    assert key(keyboard, "1").minimumHeight() < upright


LARGE = "QPushButton#key { font-size: 200px; } QPushButton#key_word { font-size: 12px; }"


@pytest.mark.parametrize(("width", "name"), [(600, "key_word"), (3000, "key")])
def test_the_letters_are_as_large_as_the_keys_have_room_for(
    keyboard: Keyboard, qtbot: QtBot, width: int, name: str
) -> None:
    keyboard.setStyleSheet(LARGE)
    keyboard.resize(width, 300)
    qtbot.waitUntil(lambda: key(keyboard, "Q").objectName() == name)
    assert key(keyboard, "Q").fontMetrics().horizontalAdvance("W") <= key(keyboard, "Q").width()

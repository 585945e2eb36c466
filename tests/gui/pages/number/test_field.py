"""The number field: any text can be typed, and a second entry cannot be pasted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.number.field import LONGEST, NumberField
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import Theme


@pytest.mark.parametrize("paste", [True, False])
def test_pasting_is_a_choice(qtbot: QtBot, *, paste: bool) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=paste)
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("081234567890")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ("081234567890" if paste else "")


def test_typing_erasing_and_wiping_leave_nothing_to_undo(qtbot: QtBot) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=True)
    qtbot.addWidget(field)
    for digit in "0812":
        field.type_on(digit)
    field.erase()
    assert field.text() == "081"
    field.wipe()
    field.undo()
    assert field.text() == ""


def test_a_long_text_is_cut(qtbot: QtBot) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "0" * (LONGEST + 5))
    assert len(field.text()) == LONGEST


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ()),
        ("0812 34", (0, 1, 2, 3, 5, 6)),
        ("+62-812", (0, 1, 2, 4, 5, 6)),
        ("0813**", (0, 1, 2, 3, 4, 5)),
        ("(0812)", (1, 2, 3, 4)),
        ("Budi 0812", None),
        ("08+12", None),
        ("wa.me/62812", None),
        ("0" * 17, None),
    ],
)
def test_digits_alone_are_drawn_in_boxes(
    qtbot: QtBot, text: str, places: tuple[int, ...] | None
) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=True)
    qtbot.addWidget(field)
    field.setText(text)
    assert field.boxed() == places
    assert field.text() == text


def test_a_click_puts_the_caret_before_the_digit(qtbot: QtBot) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=True)
    qtbot.addWidget(field)
    field.resize(900, field.sizeHint().height())
    field.setText("0812 3456")
    middle = field.height() // 2
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(3, middle))
    assert field.cursorPosition() == 0
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(880, middle))
    assert field.cursorPosition() == len("0812 3456")
    field.setCursorPosition(4)
    QTest.keyClicks(field, "9")
    assert field.text() == "08129 3456"


def test_no_box_stands_for_a_digit_to_come(qtbot: QtBot) -> None:
    field = NumberField(ActiveTheme(Theme()), paste=True)
    qtbot.addWidget(field)
    field.resize(900, field.sizeHint().height())
    field.setText("0812")
    image = field.grab().toImage()
    beyond = range(field.width() // 2, field.width())
    assert len({image.pixel(x, field.height() // 2) for x in beyond}) == 1

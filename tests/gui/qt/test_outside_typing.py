"""Typing outside a field: a single digit is a choice, everything else is text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.gui.qt.outside_typing import OutsideTyping

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


class Listener(QPushButton):
    """A button with the focus that wants no character; notes what becomes of each."""

    def __init__(self) -> None:
        super().__init__("tombol")
        self.chosen: list[str] = []
        self.written: list[str] = []
        self.pressed_keys: list[int] = []
        self.takes = False
        self.typing = OutsideTyping(self.chosen.append, self._write, self)

    def _write(self, text: str) -> bool:
        self.written.append(text)
        return self.takes

    @override
    def keyPressEvent(self, event: object) -> None:
        if not self.typing.take(event):  # type: ignore[arg-type]
            self.pressed_keys.append(event.key())  # type: ignore[attr-defined]


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    made = Listener()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.typing.forget()


def test_a_digit_alone_is_a_choice_after_a_pause(listener: Listener, qtbot: QtBot) -> None:
    QTest.keyClick(listener, Key.Key_2)
    assert not listener.chosen
    qtbot.waitUntil(lambda: listener.chosen == ["2"])
    assert not listener.written


@pytest.mark.parametrize("typed", ["44JY7W3D", "081234567890", "4JYWACDE", "suami"])
def test_what_comes_at_once_is_text_and_no_choice(
    listener: Listener, qtbot: QtBot, typed: str
) -> None:
    QTest.keyClicks(listener, typed)
    QTest.keyClick(listener, Key.Key_Return)
    qtbot.wait(400)
    assert not listener.chosen
    assert not listener.pressed_keys, "the Enter of a scanner presses nothing"
    assert "".join(listener.written) == typed


def test_enter_and_a_click_come_after_the_digit(listener: Listener) -> None:
    QTest.keyClick(listener, Key.Key_1)
    QTest.keyClick(listener, Key.Key_Return)
    assert (listener.chosen, listener.pressed_keys) == (["1"], [Key.Key_Return])
    QTest.keyClick(listener, Key.Key_3)
    QTest.mouseClick(listener, Qt.MouseButton.LeftButton)
    assert listener.chosen == ["1", "3"]


def test_a_field_that_took_a_text_has_the_enter_to_itself(listener: Listener) -> None:
    listener.takes = True
    QTest.keyClicks(listener, "44")
    QTest.keyClick(listener, Key.Key_Return)
    assert listener.written == ["44"]
    assert listener.pressed_keys == [Key.Key_Return]


def test_the_digits_around_a_letter_that_was_stopped_are_no_choice(
    listener: Listener, qtbot: QtBot
) -> None:
    for first, then in ((True, False), (False, True)):
        if first:
            listener.typing.note_text()
        QTest.keyClick(listener, Key.Key_4)
        if then:
            listener.typing.note_text()
        qtbot.wait(400)
    assert not listener.chosen


@pytest.mark.parametrize(
    "with_", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier]
)
def test_keys_with_control_are_no_typing(listener: Listener, with_: Qt.KeyboardModifier) -> None:
    QTest.keyClick(listener, Key.Key_P, with_)
    QTest.keyClick(listener, Key.Key_Space)
    assert set(listener.pressed_keys) >= {Key.Key_P, Key.Key_Space}
    assert not listener.written

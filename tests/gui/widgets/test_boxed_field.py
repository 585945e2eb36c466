"""A short number in boxes: what is drawn, where a press puts the cursor, and what is told."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.context import UiContext
from jknassist.gui.widgets.boxed_field import BoxedField
from tests.support.small_context import small_context


@pytest.fixture
def context() -> UiContext:
    return small_context()


@pytest.fixture
def field(context: UiContext, qtbot: QtBot) -> BoxedField:
    made = BoxedField(8, 4, 40, context)
    made.setStyleSheet("QLineEdit { font-size: 32px }")
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def pixel(field: BoxedField, at: int) -> QColor:
    """Return the colour of the upper line of a box."""
    image = QImage(field.size(), QImage.Format.Format_ARGB32)
    field.render(image)
    box = field.boxes()[at]
    return image.pixelColor(round(box.center().x()), round(box.top()))


def test_there_are_as_many_boxes_as_letters_in_groups(field: BoxedField) -> None:
    boxes = field.boxes()
    assert len(boxes) == 8
    gaps = [after.left() - before.right() for before, after in pairwise(boxes)]
    assert max(gaps) == gaps[3]
    assert gaps[3] > 2 * gaps[0]
    assert boxes[-1].right() <= field.width()


@pytest.mark.parametrize("width", [150, 300, 900])
def test_the_boxes_have_room_in_a_field_of_each_width(field: BoxedField, width: int) -> None:
    field.resize(width, field.height())
    field.setText("7K4P-MX3A-MORE")
    boxes = field.boxes()
    assert len(boxes) == 12
    assert boxes[-1].right() <= width
    assert all(box.width() > 0 for box in boxes)


def test_a_fault_has_lines_of_its_own_until_it_is_gone(
    field: BoxedField, context: UiContext
) -> None:
    warn = QColor(context.icons.palette.warn)
    field.setText("7K4P")
    assert pixel(field, 0) != warn
    field.show_fault(fault=True)
    assert pixel(field, 0) == warn
    assert pixel(field, 6) != warn, "an empty box is no fault"
    field.show_fault(fault=False)
    assert pixel(field, 0) != warn


def test_what_is_too_much_is_seen_as_a_fault_at_once(field: BoxedField, context: UiContext) -> None:
    field.setText("7K4P-MX3A-9")
    assert field.letters == "7K4PMX3A9"
    assert pixel(field, 8) == QColor(context.icons.palette.warn)


def test_the_box_of_the_cursor_is_marked(field: BoxedField, context: UiContext) -> None:
    focus = QColor(context.icons.palette.focus)
    field.setText("7K4P-M")
    assert pixel(field, 5) == focus
    assert pixel(field, 4) != focus
    field.selectAll()
    assert [pixel(field, at) == focus for at in range(4)] == [True] * 4


@pytest.mark.parametrize(("box", "position"), [(0, 0), (3, 3), (4, 5), (5, 6), (7, 6)])
def test_a_press_puts_the_cursor_before_its_letter_or_behind_the_last(
    field: BoxedField, box: int, position: int
) -> None:
    field.setText("7K4P-M")
    point = field.boxes()[box].center().toPoint()
    QTest.mousePress(field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QTest.mouseMove(field, QPoint(0, 0))
    assert field.cursorPosition() == position
    assert not field.hasSelectedText()


def test_two_presses_select_all(field: BoxedField) -> None:
    field.setText("7K4P-M")
    QTest.mouseDClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == "7K4P-M"

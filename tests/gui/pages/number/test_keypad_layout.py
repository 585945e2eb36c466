"""Where the keypad is on a wide, a narrow, a portrait and a divided page."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.number.keypad_layout import QWIDGETSIZE_MAX, KeypadLayout
from jknassist.gui.widgets.answer_list import BESIDE_A_KEYPAD, AnswerList
from jknassist.gui.widgets.keypad import Keypad
from jknassist.gui.widgets.paged_area import PAGINATED
from tests.support.small_context import small_context


@pytest.fixture
def keypad() -> Keypad:
    return Keypad(small_context())


@pytest.fixture
def layout(qtbot: QtBot, keypad: Keypad) -> KeypadLayout:
    context = small_context()
    made = KeypadLayout(
        QWidget(), AnswerList((), context, BESIDE_A_KEYPAD), keypad, context.active_theme
    )
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("size", "density", "beside"),
    [
        ((1300, 700), 0, True),
        ((400, 300), 0, False),
        ((1080, 1900), 0, False),
        ((1300, 700), PAGINATED, False),
    ],
)
def test_the_keypad_is_beside_the_number_where_both_fit(
    layout: KeypadLayout, keypad: Keypad, size: tuple[int, int], density: int, *, beside: bool
) -> None:
    layout.fit_to(*size, density)
    assert layout.is_beside() is beside
    assert (keypad.maximumWidth() < QWIDGETSIZE_MAX) is beside


def test_it_comes_back_beside_the_number(layout: KeypadLayout) -> None:
    for width, beside in ((1300, True), (400, False), (1300, True)):
        layout.fit_to(width, 300, 0)
        assert layout.is_beside() is beside

"""A code in the large view: as tall as there is room, with what to do below it."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.large_code import LargeCode
from tests.support.small_context import small_context


@pytest.fixture
def large(qtbot: QtBot) -> LargeCode:
    made = LargeCode("https://wa.me/628118165165", "WhatsApp", small_context(), 2.0)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_grows_with_the_height_and_says_below_what_to_do(large: LargeCode) -> None:
    large.limit(600)
    large.resize(600, 500)
    line = large.line.geometry()
    assert large.line.isVisible()
    assert large.line.text() == small_context().words.qr_title
    assert large.code.width() == large.code.height() > 450
    assert large.code.geometry().bottom() < line.top()
    assert line.bottom() < large.height()
    assert large.sizeHint().width() == large.code.width()


def test_it_never_gets_wider_than_is_allowed(large: LargeCode) -> None:
    large.limit(300)
    large.resize(300, 900)
    assert large.code.width() == 300


def test_without_room_the_code_keeps_its_size_and_the_line_goes(large: LargeCode) -> None:
    smallest = large.minimumSizeHint()
    large.limit(10)
    large.resize(smallest)
    assert large.line.isHidden()
    assert large.code.size() == smallest

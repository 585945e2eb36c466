"""The top bar: labels of the toggles, and its second row."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import TextSize, Theme
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.top_bar import TopBar, next_size, stepped_size
from jknassist.gui.widgets.wrapping_button import WrappingButton
from tests.support.small_context import small_context


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    made = TopBar(small_context(), Theme(), next_language="English", leave_text="Selesai")
    qtbot.addWidget(made)
    return made


def test_sizes_go_round_and_stop_at_both_ends_by_key() -> None:
    assert [next_size(size) for size in TextSize] == [TextSize.A_PLUS, TextSize.A_PLUS_PLUS, "A"]
    assert stepped_size(TextSize.A, -1) is TextSize.A
    assert stepped_size(TextSize.A, 1) is TextSize.A_PLUS
    assert stepped_size(TextSize.A_PLUS_PLUS, 1) is TextSize.A_PLUS_PLUS


def test_buttons_name_what_the_next_press_brings(bar: TopBar) -> None:
    words = small_context().words
    assert bar.scheme_button.text() == words.shade_dark
    assert bar.size_button.text() == words.text_size.format(size="A+")
    bar.follow(replace(Theme(), scheme=ColorScheme.DARK, letters=2.0))
    assert bar.scheme_button.text() == words.shade_light
    assert bar.size_button.text() == words.text_size.format(size="A")


def test_each_button_is_reported(bar: TopBar, qtbot: QtBot) -> None:
    for made, signal in (
        (bar.size_button, bar.size_wanted),
        (bar.scheme_button, bar.color_scheme_wanted),
        (bar.language_button, bar.language_wanted),
    ):
        with qtbot.waitSignal(signal):
            made.click()
    bar.offer_language(offered=False)
    assert bar.language_button.isHidden()


def test_a_narrow_window_has_two_rows(bar: TopBar) -> None:
    bar.resize(2000, 60)
    bar.arrange(2000)
    assert bar._rows.direction() is QBoxLayout.Direction.LeftToRight
    bar.arrange(bar.minimumSizeHint().width())
    assert bar._rows.direction() is QBoxLayout.Direction.TopToBottom


def test_a_button_put_first_stands_before_those_that_set_the_look(bar: TopBar) -> None:
    made = button("", "quiet")
    bar.add_first(made)
    bar.resize(1200, 60)
    bar.show()
    assert bar.isAncestorOf(made)
    assert made.geometry().right() < bar.size_button.geometry().left()


def test_signs_stand_where_they_have_room_and_give_way_first(bar: TopBar, qtbot: QtBot) -> None:
    bar.resize(1300, 60)
    bar.show()
    qtbot.waitExposed(bar)
    signs = {made.sign for made in bar.findChildren(WrappingButton)}
    assert {Sign.STAFF, Sign.LEAVE} <= signs
    whole = bar._in_lines()
    bar.resize(whole - 10, 60)
    assert {made.sign for made in bar.findChildren(WrappingButton)} == {None}
    bar.resize(whole + 4, 60)  # Qt rounds the width of a button by its alignment
    assert Sign.LEAVE in {made.sign for made in bar.findChildren(WrappingButton)}

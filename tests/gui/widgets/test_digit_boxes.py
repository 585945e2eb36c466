"""Digit boxes: marked digits, missing digits, maximum number."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.digit_box import MORE, Box
from jknassist.gui.widgets.digit_boxes import (
    DRAWN_AT_MOST,
    MOST_DIGITS,
    BoxRow,
    DigitBoxes,
    MatchSigns,
    boxes_of,
    group_starts,
)


@pytest.fixture
def row(qtbot: QtBot) -> DigitBoxes:
    made = DigitBoxes(ActiveTheme(Theme()))
    qtbot.addWidget(made)
    made.resize(900, made.heightForWidth(900))
    return made


def colours(row: DigitBoxes, index: int) -> set[str]:
    """Return the colours within the frame of a box that is drawn."""
    row.resize(900, row.heightForWidth(900))
    image = row.grab().toImage()
    place = row.row(900).rect(index, row.heightForWidth(900)).toRect().adjusted(8, 8, -8, -8)
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    }


def test_marked_places_are_half_open_ranges() -> None:
    boxes = boxes_of("08122", [(3, 5)])
    assert "".join(box.digit for box in boxes) == "08122"
    assert [box.marked for box in boxes] == [False, False, False, True, True]


def test_a_marked_a_missing_and_a_hidden_digit_look_different(row: DigitBoxes) -> None:
    boxes = [Box("0"), Box("8", marked=True), Box("", marked=True), Box("*")]
    row.show_boxes(boxes, "kalimat")
    palette = Theme().palette
    plain, marked, missing, hidden = (colours(row, index) for index in range(4))
    assert palette.card.upper() in plain
    assert palette.mark.upper() in marked - plain
    assert missing == {palette.paper.upper()}
    assert palette.hatch.upper() in hidden - plain - marked
    assert row.accessibleName() == "kalimat"


def test_earlier_digits_are_gone_at_once(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0812"), "satu", "dua kali")
    row.show_boxes(boxes_of("0813"), "dua")
    assert "".join(box.digit for box in row.boxes) == "0813"
    row.show_boxes((), "")
    assert row.isHidden()
    assert row.boxes == ()


def test_what_is_far_too_long_is_drawn_as_far_as_a_number_goes(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0" * 40), "panjang")
    assert len(row.boxes) == DRAWN_AT_MOST


def test_the_last_box_of_a_number_that_is_too_long_says_that_more_follows(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0" * DRAWN_AT_MOST), "lengkap")
    assert MORE not in row.digits
    row.show_boxes(boxes_of("0" * 40, [(30, 31)]), "panjang")
    assert row.boxes[-1] == Box(MORE, marked=True)
    plain = colours(row, DRAWN_AT_MOST - 1)
    row.show_boxes((*boxes_of("0" * 12), *[Box("", marked=True)] * 20), "di bawahnya")
    assert row.boxes[-1] == Box("", marked=True), "no digit follows there"
    assert plain != colours(row, DRAWN_AT_MOST - 1)


def test_no_sign_is_drawn_where_digits_have_no_box(qtbot: QtBot) -> None:
    signs = MatchSigns(ActiveTheme(Theme()))
    qtbot.addWidget(signs)
    for marked, agrees in (((), None), ([(30, 31)], False)):
        signs.show_boxes(boxes_of("0" * 40, marked), "tanda")
        assert signs._signs[-1].agrees is agrees


def test_more_boxes_than_digits_of_a_number_need_no_more_width() -> None:
    theme = Theme(letters=2)
    widths = [BoxRow(theme, "0" * count, 900).least_width for count in range(1, DRAWN_AT_MOST + 1)]
    assert widths[:MOST_DIGITS] == sorted(widths[:MOST_DIGITS])
    assert max(widths) == widths[MOST_DIGITS - 1]


def test_a_narrow_row_asks_for_no_more_height_than_it_takes(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    row = DigitBoxes(ActiveTheme(Theme()))
    column.addWidget(row)
    row.show_boxes(boxes_of("0" * DRAWN_AT_MOST), "sempit")
    around.resize(500, 300)
    around.show()
    column.activate()
    assert column.totalMinimumSize().height() <= column.totalHeightForWidth(500)


def test_a_caption_stands_below_marked_digits_only(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0812"), "tanpa tanda", "dua kali")
    plain = row.heightForWidth(900)
    row.show_boxes(boxes_of("0822", [(2, 4)]), "bertanda", "dua kali")
    assert row.heightForWidth(900) > plain


@pytest.mark.parametrize(
    ("number", "starts"),
    [("081234567890", (4, 8)), ("6281234567890", (2, 5, 9)), ("+6281234567890", (3, 6, 10))],
)
def test_groups_begin_where_they_do_in_a_written_number(
    number: str, starts: tuple[int, ...]
) -> None:
    assert group_starts(number) == starts


def test_groups_stand_apart() -> None:
    row = BoxRow(Theme(), "081234567890", 900)
    lefts = [row.rect(index, 60).left() for index in range(12)]
    steps = [after - before for before, after in pairwise(lefts)]
    assert steps[3] == steps[7] > max(steps[:3] + steps[4:7] + steps[8:])


@pytest.mark.parametrize("letters", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [560, 900, 1300])
def test_thirteen_boxes_fit_in_every_width_and_letters(width: int, letters: float) -> None:
    row = BoxRow(Theme(letters=letters), "0" * 13, width)
    assert row.rect(12, 60).right() <= width
    assert row.digit < row.box


def test_boxes_keep_their_width_while_a_number_is_typed() -> None:
    widths = {BoxRow(Theme(), "0" * n, 500, room_for="0" * 14).box for n in range(1, 15)}
    assert len(widths) == 1

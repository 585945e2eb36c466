"""A number as boxes: marked digits, missing ones, and no more than can be drawn."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.digit_boxes import DRAWN_AT_MOST, Box, DigitBoxes, boxes_of


@pytest.fixture
def row(qtbot: QtBot) -> DigitBoxes:
    made = DigitBoxes(Theme())
    qtbot.addWidget(made)
    return made


def shown(row: DigitBoxes) -> list[QLabel]:
    return [label for label in row.findChildren(QLabel) if label.isVisibleTo(row)]


def test_marked_places_are_half_open_ranges() -> None:
    boxes = boxes_of("08122", [(3, 5)])
    assert "".join(box.digit for box in boxes) == "08122"
    assert [box.marked for box in boxes] == [False, False, False, True, True]


def test_a_marked_and_a_missing_digit_look_different(row: DigitBoxes) -> None:
    row.show_boxes([Box("0"), Box("8", marked=True), Box("", marked=True)], "kalimat")
    plain, marked, missing = shown(row)
    assert (plain.property("marked"), plain.property("missing")) == (False, False)
    assert (marked.property("marked"), marked.property("missing")) == (True, False)
    assert (missing.property("marked"), missing.property("missing")) == (False, True)
    assert row.accessibleName() == "kalimat"


def test_earlier_digits_are_gone_at_once(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0812"), "satu")
    before = shown(row)
    row.show_boxes(boxes_of("0813"), "dua")
    assert [label.text() for label in before] == [""] * 4
    row.show_boxes((), "")
    assert row.isHidden()


def test_what_is_far_too_long_is_drawn_as_far_as_a_number_goes(row: DigitBoxes) -> None:
    row.show_boxes(boxes_of("0" * 40), "panjang")
    assert len(shown(row)) == DRAWN_AT_MOST


def test_groups_of_four_stand_apart(row: DigitBoxes) -> None:
    row.resize(900, 60)
    row.show_boxes(boxes_of("081234567890"), "nomor")
    places = [label.x() for label in shown(row)]
    steps = [after - before for before, after in pairwise(places)]
    assert steps[3] == steps[7] > max(steps[:3] + steps[4:7] + steps[8:])

"""A button wraps its words rather than cut them, and stays as tall as they need."""

import re

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.factories import button

# The loudspeaker on a card is no raised button.
NAMES = sorted(
    set(re.findall(r"QPushButton#(\w+)", resources.read("theme.qss").decode())) - {"over_card"}
)


@pytest.mark.parametrize("sign", [None, Sign.DOWN])
def test_it_grows_in_height_where_it_is_narrow(qtbot: QtBot, sign: Sign | None) -> None:
    made = button("Ada yang minta kode atau uang?")
    made.set_sign(sign)
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.ensurePolished()
    whole = made.sizeHint()
    narrow = made.smallest().width()
    assert narrow < whole.width()
    assert made.heightForWidth(narrow) > made.heightForWidth(whole.width())
    assert made.has_one_line(whole.width())
    assert not made.has_one_line(narrow)


def test_two_in_a_row_are_equally_tall(qtbot: QtBot) -> None:
    short, long, row = button("Satu"), button("Cara mengecek nomor masih aktif"), QWidget()
    qtbot.addWidget(row)
    for made in (short, long):
        made.setParent(row)
    short.be_as_tall_as(long)
    long.be_as_tall_as(short)
    narrow = long.smallest().width()
    assert short.own_height(narrow) < long.own_height(narrow)
    assert short.heightForWidth(narrow) == long.heightForWidth(narrow)
    long.hide()
    assert short.heightForWidth(narrow) == short.own_height(narrow)


def test_no_word_is_alone_on_the_last_line_where_others_can_join_it(qtbot: QtBot) -> None:
    made = button("Kontak lain dan QR")
    qtbot.addWidget(made)
    metrics = made.fontMetrics()
    place = QRect(10, 0, metrics.horizontalAdvance("Kontak lain dan") + 4, 200)
    part = made.balanced(place)
    assert metrics.horizontalAdvance("Kontak lain") <= part.width()
    assert part.width() < metrics.horizontalAdvance("Kontak lain dan")
    assert abs(part.center().x() - place.center().x()) <= 1
    made.set_sign(Sign.DOWN)
    assert made.balanced(place) == place, "beside a sign words are left-aligned"


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_its_words_stand_where_the_style_sheet_leaves_them_room(
    qtbot: QtBot, *, name: str, down: bool
) -> None:
    made = button("Ada yang minta kode", name)
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.ensurePolished()
    made.setDown(down)
    option = QStyleOptionButton()
    made.initStyleOption(option)
    part = QStyle.SubElement.SE_PushButtonContents
    ground = QPixmap(1, 1)
    painter = QStylePainter(ground, made)
    room = painter.style().subElementRect(part, option, made)
    painter.end()
    place = made.words_place()
    assert (place.left(), place.right()) == (room.left(), room.right())
    assert place.center().y() == room.center().y()

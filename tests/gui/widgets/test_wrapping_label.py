"""Wrapping labels: nothing is cut, and lines have a readable length."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.text_wrapping import longest_word
from jknassist.gui.widgets.wrapping_label import LINE, WrappingLabel

LONG = "Sebuah kalimat yang jauh lebih panjang dari satu baris saja. " * 5


def label(qtbot: QtBot, text: str) -> WrappingLabel:
    made = WrappingLabel(text)
    qtbot.addWidget(made)
    return made


def test_less_width_is_more_height(qtbot: QtBot) -> None:
    made = label(qtbot, LONG)
    heights = [made.heightForWidth(width) for width in (600, 300, 150)]
    assert heights == sorted(heights)
    assert heights[0] < heights[2]


def test_lines_have_a_readable_length_unless_the_whole_width_is_wanted(qtbot: QtBot) -> None:
    made = label(qtbot, LONG)
    assert made.sizeHint().width() <= LINE * made.fontMetrics().averageCharWidth()
    made.use_whole_width(whole=True)
    assert made.sizeHint().width() > LINE * made.fontMetrics().averageCharWidth()


def test_the_longest_word_always_fits(qtbot: QtBot) -> None:
    made = label(qtbot, "satu keberangkatan dua")
    assert made.minimumSizeHint().width() == longest_word(made.fontMetrics(), "keberangkatan")


def test_another_text_or_font_is_measured_anew(qtbot: QtBot) -> None:
    made = label(qtbot, "satu")
    before = made.sizeHint()
    made.setText(LONG)
    assert made.sizeHint().width() > before.width()
    made.setText("satu")
    font = made.font()
    font.setPixelSize(60)
    made.setFont(font)
    assert made.sizeHint().height() > before.height()


@pytest.mark.parametrize(
    "alignment",
    [
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
    ],
)
def test_it_is_known_where_each_part_of_the_text_is_drawn(
    alignment: Qt.AlignmentFlag, qtbot: QtBot
) -> None:
    """Whatever is drawn lies in the lines told, and each line has something of it."""
    made = label(qtbot, "Satu baris. Lalu e-mail ke nama.panjang@contoh.example, dan selesai.")
    made.setAlignment(alignment)
    made.resize(260, 400)
    made.draw_in(QColor("red"))
    first, second = made.text().split(". ")
    lines = [line.toAlignedRect() for line in (*made.lines_of(first), *made.lines_of(second))]
    assert len(made.lines_of(second)) > 1
    picture = made.grab().toImage()
    drawn = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).green() < 100
    ]
    around = [line.adjusted(-2, -1, 3, 1) for line in lines]
    assert all(any(one.contains(x, y) for one in around) for x, y in drawn)
    assert all(any(line.contains(x, y) for x, y in drawn) for line in lines)
    assert made.lines_of("lain") == made.lines_of("") == []
    assert QRect(made.rect()).contains(lines[0])

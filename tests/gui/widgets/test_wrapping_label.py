"""Wrapping labels: nothing is cut, and lines have a readable length."""

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

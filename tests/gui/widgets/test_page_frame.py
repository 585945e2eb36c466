"""The line above a paged area: position in the flow, and whether more follows."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.page_frame import BETWEEN, ELLIPSIS, ElidedLabel, PageFrame
from tests.support.small_context import small_context


def framed(qtbot: QtBot, rows: int) -> PageFrame:
    made = PageFrame("Judul", small_context())
    for row in range(rows):
        made.column.addWidget(QLabel(f"baris {row}"))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_page_that_fits_says_only_where_it_is(qtbot: QtBot) -> None:
    made = framed(qtbot, 2)
    made.say_where("Langkah 1")
    made.area.begin()
    assert made.line.accessibleName() == "Langkah 1"
    made.say_where("")
    assert not made.line.isVisibleTo(made)


def test_further_screen_pages_are_counted_and_bear_the_title(qtbot: QtBot) -> None:
    made = framed(qtbot, 30)
    words = small_context().words
    made.say_where("Langkah 1")
    made.area.begin()
    count = len(made.area.screen_pages)
    assert count > 1
    first = [words.leaf_count.format(number=1, count=count), words.leaf_more]
    assert made.line.accessibleName() == BETWEEN.join(["Langkah 1", *first])
    made.area.turn(count - 1)
    last = words.leaf_count.format(number=count, count=count)
    assert made.line.accessibleName() == BETWEEN.join(["Langkah 1", last, "Judul"])


def test_of_a_narrow_line_what_to_press_is_kept_and_no_word_is_cut(qtbot: QtBot) -> None:
    made = framed(qtbot, 30)
    words = small_context().words
    made.say_where("Langkah 1")
    made.area.begin()
    page = words.leaf_count.format(number=1, count=len(made.area.screen_pages))
    whole = BETWEEN.join(["Langkah 1", page, words.leaf_more])
    assert made.line.accessibleName() == whole
    shown = []
    for width in range(2000, 20, -7):
        made.line.resize(width, 20)
        if made.line.text() not in shown:
            shown.append(made.line.text())
    assert shown[:3] == [whole, BETWEEN.join([page, words.leaf_more]), words.leaf_more]
    for text in shown[3:]:
        assert text.endswith(ELLIPSIS)
        assert words.leaf_more.startswith(text.removesuffix(ELLIPSIS))
        assert (
            text.removesuffix(ELLIPSIS).split() == words.leaf_more.split()[: len(text.split()) - 1]
        )


@pytest.mark.parametrize("width", [60, 2000])
def test_a_line_is_shortened_and_never_wraps(qtbot: QtBot, width: int) -> None:
    line = ElidedLabel()
    qtbot.addWidget(line)
    line.resize(width, 20)
    line.say("Sebuah kalimat yang tidak muat di satu baris pendek")
    assert (line.text() == line.accessibleName()) is (width == 2000)


def test_the_line_takes_no_room_from_a_page_that_fits_without_it(qtbot: QtBot) -> None:
    made = framed(qtbot, 0)
    made.say_where("")
    whole = made.area.height()
    upper, lower = QLabel("atas"), QLabel("bawah")
    for label in (upper, lower):
        label.setFixedHeight(whole)
        made.column.addWidget(label)
    qtbot.waitUntil(made.line.isVisible)
    margins = made.column.contentsMargins()
    room = whole - margins.top() - margins.bottom() - made.column.spacing()
    assert made.area.height() < whole
    for label in (upper, lower):
        label.setFixedHeight(room // 2)
    made.area.begin()
    qtbot.waitUntil(made.line.isHidden)
    assert len(made.area.screen_pages) == 1
    qtbot.waitUntil(lambda: made.area.height() == whole)

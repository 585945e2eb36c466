"""The result view: groups by name."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.content.number_files.examination import Examined
from jknassist.content.number_files.reader import LeftOut
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import ListCounts, ListGroup
from jknassist.gui.volunteer.number_list_result import ResultView
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words
NAMES = ("Salah", "Perlu ditanyakan", "Diperbaiki", "Ganda", "Baik")


def test_the_keys_stand_below_the_table_at_its_left_edge_and_the_sum_at_its_right(
    qtbot: QtBot,
) -> None:
    view = ResultView(small_context())
    qtbot.addWidget(view)
    view.resize(1200, 500)
    view.show()
    assert view._keys.x() == view.table.x()
    assert view.sum.x() > view._keys.x()
    assert view.sum.geometry().right() == view.table.geometry().right()


def test_counts_have_their_thousands_apart(qtbot: QtBot) -> None:
    view = ResultView(small_context())
    qtbot.addWidget(view)
    counts = Counter({ListGroup.WRONG: 1200, ListGroup.OK: 23800})
    view.show_result(Examined(ListCounts(), LeftOut(), ResultFile(WORDS), counts))
    parts = "1.200 + 0 + 0 + 0 + 23.800"
    assert view.sum.text() == WORDS.list_sum.format(parts=parts, count="25.000")
    assert view.tabs[ListGroup.OK].text().endswith(": 23.800")
    assert view.note.text() == WORDS.list_more.format(count="1.200")


@pytest.fixture
def view(qtbot: QtBot) -> ResultView:
    made = ResultView(small_context())
    qtbot.addWidget(made)
    for tab, name in zip(made.tabs.values(), NAMES, strict=True):
        tab._name = name
    counts = Counter(dict(zip(ListGroup, (24, 214, 25, 36, 881), strict=True)))
    made.resize(1400, 500)
    made.show()
    made.show_result(Examined(ListCounts(), LeftOut(), ResultFile(WORDS), counts))
    return made


def test_a_long_name_stands_beside_its_count_where_all_have_room(view: ResultView) -> None:
    tabs = [*view.tabs.values()]
    needed = [tab.width_beside() for tab in tabs]
    gaps = 4 * view._tab_row.spacing()
    view.resize(sum(needed) + gaps + 40, 500)
    assert max(needed) > view.width() // 5, "equal ones would be too narrow"
    QApplication.processEvents()
    assert not any(tab._stacked for tab in tabs)
    assert all(tab.width() >= tab.width_beside() for tab in tabs)
    view.resize(sum(needed) + gaps - 40, 500)
    QApplication.processEvents()
    assert all(tab._stacked for tab in tabs), (view.width(), needed)


def test_the_note_stands_beside_the_keys_or_above_the_table(view: ResultView) -> None:
    view.show_group(ListGroup.OK)
    QApplication.processEvents()
    assert view.note.y() > view.table.y()
    view.resize(view.minimumSizeHint().width(), 500)
    QApplication.processEvents()
    assert view.note.isVisible(), view.width()
    assert view.note.y() < view.table.y()

"""The result view: groups by name."""

from collections import Counter

from pytestqt.qtbot import QtBot

from jknassist.content.number_files.examination import Examined
from jknassist.content.number_files.reader import LeftOut
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import ListCounts, ListGroup
from jknassist.gui.volunteer.number_list_result import ResultView, group_name
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words


def test_each_group_has_a_name_of_its_own() -> None:
    names = [group_name(group, WORDS) for group in ListGroup]
    assert all(names)
    assert len({*names}) == len(ListGroup)


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

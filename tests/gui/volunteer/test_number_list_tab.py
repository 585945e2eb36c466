"""The tab of a group: known by its sign and words, and told as one to a screen reader."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.phone.number_list import ListGroup
from jknassist.gui.volunteer.number_list_tab import GroupTab, shape
from tests.support.small_context import small_context


@pytest.fixture
def tab(qtbot: QtBot) -> GroupTab:
    made = GroupTab(ListGroup.CHECK, "Perlu ditanyakan", small_context())
    qtbot.addWidget(made)
    return made


def test_name_and_count_are_one_text(tab: GroupTab) -> None:
    tab.count("11")
    assert tab.text() == tab.accessibleName() == "Perlu ditanyakan: 11"


def test_each_group_has_a_sign_of_its_own() -> None:
    shapes = [shape(group) for group in ListGroup]
    assert not any(path.isEmpty() for path in shapes)
    assert len({path.elementCount() for path in shapes} | {str(path) for path in shapes}) > 5


def test_where_it_is_narrow_the_name_stands_below(tab: GroupTab) -> None:
    beside = tab.sizeHint()
    tab.stack(stacked=True)
    assert tab.sizeHint().height() > beside.height()
    assert tab.sizeHint().width() < beside.width()


def test_the_chosen_one_looks_different(tab: GroupTab) -> None:
    tab.resize(tab.sizeHint())
    before = tab.grab().toImage()
    tab.setChecked(True)
    assert tab.grab().toImage() != before

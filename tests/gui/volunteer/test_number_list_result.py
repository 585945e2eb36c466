"""The result view: groups by name."""

from jknassist.core.phone.number_list import ListGroup
from jknassist.gui.volunteer.number_list_result import group_name
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words


def test_each_group_has_a_name_of_its_own() -> None:
    names = [group_name(group, WORDS) for group in ListGroup]
    assert all(names)
    assert len({*names}) == len(ListGroup)

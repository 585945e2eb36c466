"""The result table: a row for each entry, and no card number."""

import pytest

from jknassist.core.phone.number_list import Examiner, ListGroup, ListRow
from jknassist.gui.volunteer.number_list_result import cells, group_name
from tests.support.phone_plan import index
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words


def test_each_group_has_a_name_of_its_own() -> None:
    names = [group_name(group, WORDS) for group in ListGroup]
    assert all(names)
    assert len({*names}) == len(ListGroup)


@pytest.mark.parametrize(
    ("written", "shown"), [("0813-2456-7890", "0813-2456-7890"), ("3201234567890128", None)]
)
def test_a_card_number_is_not_shown(written: str, shown: str | None) -> None:
    examiner = Examiner(index(), small_knowledge().number_words)
    row = cells(examiner.examine(ListRow(row=7, column="HP", written=written)), WORDS)
    assert row[:2] == ("7", "HP")
    assert row[2] == (WORDS.list_private if shown is None else shown)
    assert not any("3201234567890128" in cell for cell in row)

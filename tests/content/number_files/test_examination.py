"""A whole list is examined: every number is in one group, and only the first of each are kept."""

import pytest

from jknassist.content.number_files import examination
from jknassist.content.number_files.examination import Examined, examine
from jknassist.content.number_files.reader import open_text
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import Examiner, ListGroup
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

LIST = """Daftar peserta
Nama;HP
A;0813 2456 7890
B;813 2456 7891
C;0813 2456 77892
D;0849 2456 7890
E;0813-2456-7890
F;
G;3201234567890123
Total;7
"""


def examined(text: str) -> Examined:
    result = ResultFile(small_knowledge().words)
    return examine(open_text(text), Examiner(index(), words()), result)


def test_every_number_is_in_exactly_one_group() -> None:
    whole = examined(LIST)

    assert whole.counts == {
        ListGroup.WRONG: 2,
        ListGroup.CHECK: 1,
        ListGroup.REPAIRED: 1,
        ListGroup.DUPLICATE: 1,
        ListGroup.OK: 1,
    }
    assert sum(whole.counts.values()) == whole.summary.numbers
    assert {group: len(shown) for group, shown in whole.shown.items()} == whole.counts


def test_every_row_is_accounted_for() -> None:
    whole = examined(LIST)

    assert whole.summary.rows == 10
    assert (whole.left_out.titles, whole.left_out.totals, whole.left_out.row_numbers) == (2, 1, [8])
    assert whole.summary.without_number == 4
    assert whole.summary.columns == ("HP",)


def test_only_the_first_of_each_group_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "SHOWN", 3)
    whole = examined("".join(f"0813 2456 {n:04}\n" for n in range(9)) + "0849 2456 7890\n")

    assert whole.counts == {ListGroup.OK: 9, ListGroup.WRONG: 1}
    assert [one.row for one in whole.shown[ListGroup.OK]] == [1, 2, 3]
    assert [one.row for one in whole.shown[ListGroup.WRONG]] == [10]


def test_nothing_private_is_kept() -> None:
    for shown in examined(LIST).shown.values():
        for one in shown:
            assert one.found is None
            assert "3201" not in "".join((one.written, one.number, one.offered, *one.sentences))


def test_each_row_is_a_step_and_a_step_can_end_it() -> None:
    steps: list[int] = []

    def step() -> None:
        steps.append(len(steps))
        if len(steps) == 4:
            raise InterruptedError

    numbers = open_text(LIST)
    with pytest.raises(InterruptedError):
        list(examination.examined(numbers, Examiner(index(), words()), step))

    assert numbers.rows == 4

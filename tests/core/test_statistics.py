"""The tally: counted up, put together, and read back as it was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.statistics import (
    EMPTY,
    HEADING,
    CounterKey,
    Statistics,
    StatisticsError,
    as_csv,
    by_day,
    by_outcome,
    counted,
    from_csv,
    merged,
)

DAY, NEXT = date(2026, 11, 22), date(2026, 11, 23)
ONE, TWO = "00000001", "00000002"

FIRST = f'baris pertama harus "{HEADING}"'
COLUMNS = "harus: mesin, tanggal, akhir, jumlah"
TWICE = "hari dan akhir ini sudah ada di atas"

SLOTS = st.builds(
    CounterKey,
    machine=st.sampled_from([ONE, TWO]),
    day=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    outcome=st.sampled_from(["pulsa_habis", "gangguan", "captcha"]),
)
TALLIES = st.dictionaries(SLOTS, st.integers(1, 10**9 - 1)).map(Statistics)


def test_counting_adds_one_to_one_slot() -> None:
    tally = EMPTY
    for outcome in ("gangguan", "pulsa_habis", "gangguan"):
        tally = counted(tally, CounterKey(ONE, DAY, outcome))
    tally = counted(tally, CounterKey(ONE, NEXT, "gangguan"))
    assert by_outcome(tally) == (("gangguan", 3), ("pulsa_habis", 1))
    assert by_day(tally) == ((DAY, 3), (NEXT, 1))
    assert tally.total == 4


@given(TALLIES)
def test_what_is_written_is_read_back(tally: Statistics) -> None:
    assert from_csv(as_csv(tally)) == tally


@given(st.lists(TALLIES, max_size=4))
def test_merging_again_changes_nothing_and_order_does_not_matter(tallies: list[Statistics]) -> None:
    once = merged(tallies)
    assert merged([once, *tallies]) == once
    assert merged(reversed(tallies)) == once


def test_machines_add_up_and_a_later_copy_of_one_machine_wins() -> None:
    early = Statistics({CounterKey(ONE, DAY, "gangguan"): 2})
    late = Statistics({CounterKey(ONE, DAY, "gangguan"): 5})
    other = Statistics({CounterKey(TWO, DAY, "gangguan"): 3})
    assert by_outcome(merged([late, early, other])) == (("gangguan", 8),)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, FIRST),
        ("date,outcome\n", 1, FIRST),
        (f"{HEADING}\n{ONE},2026-11-22,gangguan,\n", 2, COLUMNS),
        (f"{HEADING}\n{ONE},2026-11-31,gangguan,1\n", 2, "tanggal tidak ada"),
        (f"{HEADING}\n\n{ONE},2026-11-22 10:15,gangguan,1\n", 3, COLUMNS),
        (f"{HEADING}\n{ONE},2026-11-22,0812-3456-7890,1\n", 2, COLUMNS),
        (f"{HEADING}\n{ONE},2026-11-22,gangguan,1\n{ONE},2026-11-22,gangguan,1\n", 3, TWICE),
        (f"{HEADING}\n=1+1,2026-11-22,gangguan,1\n", 2, COLUMNS),
    ],
)
def test_a_file_that_is_none_is_refused_by_line(text: str, line: int, says: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        from_csv(text)
    assert (refused.value.line, refused.value.text, str(refused.value)) == (line, says, says)


def test_the_mark_that_spreadsheets_put_first_is_no_part_of_the_file() -> None:
    tally = counted(EMPTY, CounterKey(ONE, DAY, "gangguan"))
    assert from_csv("\ufeff" + as_csv(tally)) == tally


def test_the_commonest_ending_comes_first_and_equals_by_name() -> None:
    tally = Statistics(
        {CounterKey(ONE, DAY, name): n for name, n in (("b", 1), ("c", 5), ("a", 1))}
    )
    assert by_outcome(tally) == (("c", 5), ("a", 1), ("b", 1))


def test_merging_makes_nothing_up() -> None:
    assert merged([Statistics({CounterKey(ONE, DAY, "gangguan"): 0})]).total == 0


def test_only_counts_days_and_outcomes_are_written() -> None:
    text = as_csv(counted(EMPTY, CounterKey(ONE, DAY, "gangguan")))
    assert text == f"{HEADING}\n{ONE},2026-11-22,gangguan,1\n"

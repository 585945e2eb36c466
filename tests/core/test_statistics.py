"""Visit statistics: counted, merged, summed up, and read back as they were written."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.statistics import (
    EMPTY,
    HEADING,
    OLD_HEADING,
    CountSource,
    CsvReader,
    Event,
    EventKind,
    MachineState,
    OutcomeCount,
    Statistics,
    StatisticsError,
    as_csv,
    by_day,
    by_length,
    by_machine,
    by_outcome,
    by_week,
    counted,
    from_csv,
    implausible_days,
    left_by_step,
    length_name,
    merged,
    read_csv,
    total_of,
)

DAY, NEXT = date(2026, 11, 22), date(2026, 11, 23)
ONE, TWO = "00000001", "00000002"
NEW, OLD = "0.2.0", "0.1"

FIRST = f'baris pertama harus "{HEADING}"'
COLUMNS = "harus: mesin, tanggal, versi, edisi, jenis, nama, jumlah"
OLD_COLUMNS = "harus: mesin, tanggal, akhir, jumlah"
TWICE = "baris ini sudah ada di atas"
HEAD = f"{ONE},2026-11-22,0.2.0,2"
ROW = f"{HEAD},outcome,gangguan,1\n"

SOURCES = st.builds(
    CountSource,
    machine=st.sampled_from([ONE, TWO]),
    day=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    version=st.sampled_from(["0.1", "0.2.0", "1.0.0-rc.1"]),
    edition=st.integers(0, 9999),
)
EVENTS = st.builds(
    Event, kind=st.sampled_from(EventKind), name=st.sampled_from(["pulsa_habis", "nomor", "a"])
)
COUNTS = st.dictionaries(EVENTS, st.integers(1, 10**9 - 1), min_size=1).map(
    lambda counts: tuple(sorted(counts.items()))
)
STATISTICS = st.dictionaries(SOURCES, COUNTS).map(Statistics)


def outcome(name: str, kind: EventKind = EventKind.OUTCOME) -> Event:
    return Event(kind, name)


def source(
    machine: str = ONE, day: date = DAY, version: str = NEW, edition: int = 2
) -> CountSource:
    return CountSource(machine, day, version, edition)


def counting(*counts: tuple[CountSource, str, int]) -> Statistics:
    """Return statistics of so many first outcomes of each source."""
    statistics = EMPTY
    for one, name, count in counts:
        statistics = counted(statistics, one, [outcome(name)] * count)
    return statistics


def test_events_are_added_to_their_source() -> None:
    statistics = counting((source(), "gangguan", 2), (source(day=NEXT), "gangguan", 1))
    statistics = counted(statistics, source(), [outcome("pulsa_habis"), outcome("mulai")])
    assert [(one.outcome, one.shown) for one in by_outcome(statistics)] == [
        ("gangguan", 3),
        ("mulai", 1),
        ("pulsa_habis", 1),
    ]
    assert by_day(statistics) == ((DAY, 4), (NEXT, 1))
    assert statistics.total == 5


def test_a_visit_is_its_first_outcome_or_the_step_where_it_was_left() -> None:
    kinds = {kind: Event(kind, "nomor") for kind in EventKind}
    statistics = counted(EMPTY, source(), kinds.values())
    assert statistics.total == 2
    assert left_by_step(statistics) == (("nomor", 1),)
    assert by_outcome(statistics) == (OutcomeCount("nomor", shown=2, solved=1, unsolved=1),)
    assert {kind: total_of(statistics, kind) for kind in EventKind} == dict.fromkeys(EventKind, 1)


@pytest.mark.parametrize(
    ("shown", "solved", "unsolved", "silent"), [(5, 2, 1, 2), (1, 1, 0, 0), (1, 1, 1, 0)]
)
def test_who_answered_nothing_is_the_rest(
    shown: int, solved: int, unsolved: int, silent: int
) -> None:
    assert OutcomeCount("a", shown, solved, unsolved).unanswered == silent


@pytest.mark.parametrize(
    ("seconds", "name"),
    [
        (0, "up_to_2_min"),
        (120, "up_to_2_min"),
        (120.1, "up_to_5_min"),
        (300, "up_to_5_min"),
        (301, "up_to_10_min"),
        (600, "up_to_10_min"),
        (600.5, "over_10_min"),
        (86400, "over_10_min"),
    ],
)
def test_a_length_has_one_of_four_classes(seconds: float, name: str) -> None:
    assert length_name(seconds) == name
    statistics = counted(EMPTY, source(), [Event(EventKind.LENGTH, length_name(seconds))])
    assert [one for one, count in by_length(statistics) if count] == [name]
    assert len(by_length(statistics)) == 4


@given(STATISTICS)
def test_what_is_written_is_read_back(statistics: Statistics) -> None:
    assert from_csv(as_csv(statistics)) == statistics
    assert CsvReader().read(as_csv(statistics)).problems == ()


@given(st.lists(STATISTICS, max_size=4))
def test_merging_again_changes_nothing_and_order_does_not_matter(several: list[Statistics]) -> None:
    once = merged(several)
    assert merged([once, *several]) == once
    assert merged(reversed(several)) == once


@given(st.lists(STATISTICS, max_size=3))
def test_merging_loses_no_event_and_makes_none_up(several: list[Statistics]) -> None:
    highest = Counter[tuple[CountSource, Event]]()
    for statistics in several:
        for one, counts in statistics.counts.items():
            for event, count in counts:
                highest[one, event] = max(count, highest[one, event])
    together = merged(several)
    assert highest == {
        (one, event): count for one, counts in together.counts.items() for event, count in counts
    }


def test_machines_add_up_and_a_later_copy_of_one_machine_wins() -> None:
    early = counting((source(), "gangguan", 2))
    late = counting((source(), "gangguan", 5))
    other = counting((source(TWO), "gangguan", 3))
    assert by_outcome(merged([late, early, other])) == (OutcomeCount("gangguan", 8, 0, 0),)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, FIRST),
        ("date,outcome\n", 1, FIRST),
        (f"{HEADING}\n{HEAD},outcome,gangguan,\n", 2, COLUMNS),
        (f"{HEADING}\n{HEAD},outcome,gangguan,0\n", 2, COLUMNS),
        (f"{HEADING}\n{ONE},2026-11-31,0.2.0,2,outcome,gangguan,1\n", 2, "tanggal tidak ada"),
        (f"{HEADING}\n\n{ONE},2026-11-22 10:15,0.2.0,2,outcome,gangguan,1\n", 3, COLUMNS),
        (f"{HEADING}\n{HEAD},outcome,0812-3456-7890,1\n", 2, COLUMNS),
        (f"{HEADING}\n{HEAD},typed,gangguan,1\n", 2, COLUMNS),
        (f"{HEADING}\n{ROW}{ROW}", 3, TWICE),
        (f"{HEADING}\n=1+1,2026-11-22,0.2.0,2,outcome,gangguan,1\n", 2, COLUMNS),
        (f"{HEADING}\n{ONE},2026-11-22,=1+1,2,outcome,gangguan,1\n", 2, COLUMNS),
        (f"{HEADING}\n1\n", 2, COLUMNS),
        (
            f"{HEADING}\n{ROW}{HEAD},outcome,pulsa_habis,1",
            3,
            "berkas terpotong: baris terakhir dilewati",
        ),
        (f"{OLD_HEADING}\n{ONE},2026-11-22,gangguan\n", 2, OLD_COLUMNS),
        (f"{OLD_HEADING}\n{ONE},2026-11-22,0.2.0,2,outcome,gangguan,1\n", 2, OLD_COLUMNS),
    ],
)
def test_a_bad_line_is_reported_by_its_number(text: str, line: int, says: str) -> None:
    with pytest.raises(StatisticsError) as refused:
        from_csv(text)
    assert (refused.value.line, refused.value.text, str(refused.value)) == (line, says, says)


def test_the_good_lines_around_bad_ones_are_kept() -> None:
    text = f"{HEADING}\nkacau\n{ROW}{ROW}{HEAD},left,nomor,2\n{HEAD},outcome,pulsa_habis,12"
    reading = read_csv(text)
    assert [problem.line for problem in reading.problems] == [2, 4, 6]
    assert reading.statistics == Statistics(
        {source(): ((outcome("nomor", EventKind.LEFT), 2), (outcome("gangguan"), 1))}
    )


def test_files_of_version_0_1_are_read() -> None:
    text = f"{OLD_HEADING}\n{ONE},2026-11-22,gangguan,3\n{ONE},2026-11-23,pulsa_habis,1\n"
    assert from_csv(text) == counting(
        (source(version=OLD, edition=0), "gangguan", 3),
        (source(day=NEXT, version=OLD, edition=0), "pulsa_habis", 1),
    )


def test_the_mark_that_spreadsheets_put_first_is_no_part_of_the_file() -> None:
    statistics = counting((source(), "gangguan", 1))
    assert from_csv("\ufeff" + as_csv(statistics)) == statistics
    assert from_csv(as_csv(statistics).replace("\n", "\r\n")) == statistics


def test_the_commonest_outcome_comes_first_and_equals_by_name() -> None:
    statistics = counting((source(), "b", 1), (source(), "c", 5), (source(), "a", 1))
    assert [(one.outcome, one.shown) for one in by_outcome(statistics)] == [
        ("c", 5),
        ("a", 1),
        ("b", 1),
    ]


def test_a_machine_runs_what_it_counted_with_last() -> None:
    statistics = counting(
        (source(TWO, NEXT, NEW, 3), "a", 1),
        (source(TWO, DAY, NEW, 2), "a", 2),
        (source(ONE, DAY, OLD, 0), "a", 4),
        (source(ONE, DAY, NEW, 2), "a", 8),
    )
    assert by_machine(statistics) == (
        MachineState(ONE, DAY, NEW, 2, 12),
        MachineState(TWO, NEXT, NEW, 3, 3),
    )


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (date(2025, 12, 31), 1),
        (date(2026, 1, 1), 0),
        (date(2026, 11, 28), 0),
        (date(2026, 11, 29), 1),
    ],
)
def test_a_day_that_a_wrong_clock_made_is_reported(day: date, wrong: int) -> None:
    statistics = counting((source(day=day), "a", 1), (source(), "a", 1))
    found = implausible_days(statistics, today=date(2026, 11, 27))
    assert found == (source(day=day),) * wrong


def test_only_counts_days_versions_and_ids_are_written() -> None:
    assert as_csv(counting((source(), "gangguan", 1))) == f"{HEADING}\n{ROW}"


def test_equal_counts_of_many_files_are_one_object() -> None:
    reader = CsvReader()
    one, other = (
        reader.read(as_csv(counting((source(machine), "gangguan", 1)))).statistics
        for machine in (ONE, TWO)
    )
    assert one.counts[source(ONE)][0] is other.counts[source(TWO)][0]


def test_days_are_summed_by_the_monday_of_their_week() -> None:
    days = [(date(2026, 11, 22), 2), (date(2026, 11, 23), 3), (date(2026, 11, 29), 4)]
    assert by_week(days) == ((date(2026, 11, 16), 2), (date(2026, 11, 23), 7))

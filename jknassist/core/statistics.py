"""Visit statistics: number of visits per machine, day and outcome, and nothing else.

The file is CSV with these four columns. A machine is identified by 8 random hexadecimal digits, so
that the files of several machines can be merged; merging a file twice changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

HEADING = "machine,date,outcome,count"
ROW = re.compile(r"([0-9a-f]{8}),(\d{4}-\d{2}-\d{2}),([a-z][a-z0-9_]{0,59}),(\d{1,9})", re.ASCII)


class StatisticsError(Exception):
    """A line of a statistics file is malformed; `line` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


@dataclass(frozen=True, order=True)
class CounterKey:
    """One counter: visits that ended at one outcome on one day at one machine."""

    machine: str
    day: date
    outcome: str


@dataclass(frozen=True)
class Statistics:
    """Visits by counter key."""

    counts: Mapping[CounterKey, int]

    @property
    def total(self) -> int:
        """The number of all visits."""
        return sum(self.counts.values())


EMPTY = Statistics({})


def counted(statistics: Statistics, key: CounterKey) -> Statistics:
    """Return the statistics with one more visit under a key."""
    return Statistics({**statistics.counts, key: statistics.counts.get(key, 0) + 1})


def merged(several: Iterable[Statistics]) -> Statistics:
    """Merge several files; for a key in more than one the highest count wins, being the latest."""
    counts: dict[CounterKey, int] = {}
    for statistics in several:
        for key, count in statistics.counts.items():
            counts[key] = max(count, counts.get(key, 0))
    return Statistics(counts)


def by_outcome(statistics: Statistics) -> tuple[tuple[str, int], ...]:
    """Return outcome ids with their counts over all days and machines, most frequent first."""
    counts = Counter[str]()
    for key, count in statistics.counts.items():
        counts[key.outcome] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def by_day(statistics: Statistics) -> tuple[tuple[date, int], ...]:
    """Return the days with visits and their counts, earliest first."""
    counts = Counter[date]()
    for key, count in statistics.counts.items():
        counts[key.day] += count
    return tuple(sorted(counts.items()))


def as_csv(statistics: Statistics) -> str:
    """Return the text of a statistics file."""
    rows = (
        f"{key.machine},{key.day.isoformat()},{key.outcome},{count}"
        for key, count in sorted(statistics.counts.items())
    )
    return "\n".join((HEADING, *rows)) + "\n"


def from_csv(text: str) -> Statistics:
    """Return the statistics in the text of a file; raise StatisticsError at the first bad line."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != HEADING:
        raise StatisticsError(1, f'baris pertama harus "{HEADING}"')
    counts: dict[CounterKey, int] = {}
    for line, (key, count) in _rows(lines[1:]):
        if key in counts:
            raise StatisticsError(line, "hari dan akhir ini sudah ada di atas")
        counts[key] = count
    return Statistics(counts)


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, tuple[CounterKey, int]]]:
    for line, text in enumerate(lines, 2):
        if not text.strip():
            continue
        found = ROW.fullmatch(text.strip())
        if found is None:
            raise StatisticsError(line, "harus: mesin, tanggal, akhir, jumlah")
        machine, day, outcome, count = found.groups()
        try:
            yield line, (CounterKey(machine, date.fromisoformat(day), outcome), int(count))
        except ValueError as error:
            raise StatisticsError(line, "tanggal tidak ada") from error

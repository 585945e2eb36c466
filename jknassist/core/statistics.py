"""Visit statistics: counts of visit events per machine, day, version and edition, nothing else.

A file is CSV with the columns of `HEADING`. A machine is identified by 8 random hexadecimal digits,
so that the files of several machines can be merged; merging a file twice changes nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

HEADING = "machine,date,version,edition,kind,name,count"
OLD_HEADING = "machine,date,outcome,count"
"""Of the files of version 0.1, which counted the outcomes of visits only."""

OLD_VERSION = "0.1"
EARLIEST_DAY = date(2026, 1, 1)
"""No version of the program is older: an earlier day comes from a wrong clock."""

SOURCE = re.compile(r"([0-9a-f]{8}),(\d{4}-\d{2}-\d{2}),([0-9A-Za-z.+-]{1,20}),(\d{1,4})", re.ASCII)
OLD_SOURCE = re.compile(r"([0-9a-f]{8}),(\d{4}-\d{2}-\d{2})", re.ASCII)
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
COUNT = re.compile(r"[1-9]\d{0,8}", re.ASCII)


class EventKind(StrEnum):
    """What is counted; the name of an event is the id of an outcome or step, or a visit length."""

    OUTCOME = "outcome"
    """The first outcome of a visit."""
    NEXT_OUTCOME = "next_outcome"
    """A further outcome, shown because the one before did not help."""
    SOLVED = "solved"
    """"Sudah" was pressed on this outcome."""
    UNSOLVED = "unsolved"
    """"Belum, cari sebab lain" was pressed on this outcome."""
    LEFT = "left"
    """A visit ended on this step, before any outcome."""
    LENGTH = "length"
    """The time from the first to the last page of a visit; see `LENGTHS`."""


LENGTHS = {120: "up_to_2_min", 300: "up_to_5_min", 600: "up_to_10_min"}
"""Upper bound in seconds and the name of each class of visit length, shortest first."""

LONGEST = "over_10_min"


@dataclass(frozen=True, order=True)
class Event:
    """One kind of event with the id it belongs to."""

    kind: EventKind
    name: str


@dataclass(frozen=True, order=True)
class CountSource:
    """What counted: one machine on one day with one version and content edition (0: unknown)."""

    machine: str
    day: date
    version: str
    edition: int


Counts = tuple[tuple[Event, int], ...]
"""Events with their counts, in the order of the events; each event stands once."""


@dataclass(frozen=True)
class Statistics:
    """The counts of each source."""

    counts: Mapping[CountSource, Counts]

    @property
    def total(self) -> int:
        """The number of all visits: each ended at a first outcome or was left before."""
        return sum(
            count
            for counts in self.counts.values()
            for event, count in counts
            if event.kind in {EventKind.OUTCOME, EventKind.LEFT}
        )


EMPTY = Statistics({})


@dataclass(frozen=True)
class OutcomeCount:
    """How often an outcome was shown, and what was answered to "Sudah berhasil?" on it."""

    outcome: str
    shown: int
    solved: int
    unsolved: int

    @property
    def unanswered(self) -> int:
        """How often the visit ended without an answer."""
        return max(0, self.shown - self.solved - self.unsolved)


@dataclass(frozen=True)
class MachineState:
    """What a machine ran when it counted last, and how many visits it counted in all."""

    machine: str
    last_day: date
    version: str
    edition: int
    visits: int


@dataclass(frozen=True)
class LineProblem:
    """A fault in a line of a statistics file; lines count from 1."""

    line: int
    text: str


@dataclass(frozen=True)
class ParsedStatistics:
    """What could be read of a file, and the faults of the lines left out."""

    statistics: Statistics
    problems: tuple[LineProblem, ...] = ()


class StatisticsError(Exception):
    """A line of a statistics file is malformed; `line` counts from 1."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line
        self.text = text


def length_name(seconds: float) -> str:
    """Return the class of a visit length in seconds."""
    return next((name for most, name in LENGTHS.items() if seconds <= most), LONGEST)


def counted(statistics: Statistics, source: CountSource, events: Iterable[Event]) -> Statistics:
    """Return the statistics with each of the events counted once more for a source."""
    counts = Counter(dict(statistics.counts.get(source, ())))
    counts.update(events)
    return Statistics({**statistics.counts, source: tuple(sorted(counts.items()))})


def merged(several: Iterable[Statistics]) -> Statistics:
    """Merge statistics; where a source is in more than one, the highest count of each event wins.

    Counts only grow, so the highest is the latest.
    """
    counts: dict[CountSource, Counts] = {}
    for statistics in several:
        for source, new in statistics.counts.items():
            known = counts.get(source)
            counts[source] = new if known is None else _highest(known, new)
    return Statistics(counts)


def _highest(one: Counts, other: Counts) -> Counts:
    if one == other:
        return one
    counts = dict(one)
    for event, count in other:
        counts[event] = max(count, counts.get(event, 0))
    return tuple(sorted(counts.items()))


def total_of(statistics: Statistics, kind: EventKind) -> int:
    """Return the count of all events of a kind."""
    return sum(by_name(statistics, kind).values())


def by_name(statistics: Statistics, *kinds: EventKind) -> Counter[str]:
    """Return the counts of the events of some kinds by their names."""
    found = Counter[str]()
    for counts in statistics.counts.values():
        for event, count in counts:
            if event.kind in kinds:
                found[event.name] += count
    return found


def by_outcome(statistics: Statistics) -> tuple[OutcomeCount, ...]:
    """Return the counts of each outcome over all days and machines, most often shown first."""
    shown = by_name(statistics, EventKind.OUTCOME, EventKind.NEXT_OUTCOME)
    solved, unsolved = (
        by_name(statistics, kind) for kind in (EventKind.SOLVED, EventKind.UNSOLVED)
    )
    return tuple(
        OutcomeCount(name, count, solved[name], unsolved[name])
        for name, count in most_frequent_first(shown)
    )


def left_by_step(statistics: Statistics) -> tuple[tuple[str, int], ...]:
    """Return the steps on which visits were left with their counts, most frequent first."""
    return most_frequent_first(by_name(statistics, EventKind.LEFT))


def by_length(statistics: Statistics) -> tuple[tuple[str, int], ...]:
    """Return every class of visit length with its count, shortest first."""
    counts = by_name(statistics, EventKind.LENGTH)
    return tuple((name, counts[name]) for name in (*LENGTHS.values(), LONGEST))


def by_day(statistics: Statistics) -> tuple[tuple[date, int], ...]:
    """Return the days with visits and the number of visits, earliest first."""
    days = Counter[date]()
    for source, counts in statistics.counts.items():
        days[source.day] += Statistics({source: counts}).total
    return tuple(sorted((day, count) for day, count in days.items() if count))


def by_week(days: Iterable[tuple[date, int]]) -> tuple[tuple[date, int], ...]:
    """Return the Monday of each week with the sum of its days, earliest first."""
    weeks = Counter[date]()
    for day, count in days:
        weeks[day - timedelta(days=day.weekday())] += count
    return tuple(sorted(weeks.items()))


def by_machine(statistics: Statistics) -> tuple[MachineState, ...]:
    """Return the state of each machine, the one seen longest ago first."""
    latest: dict[str, CountSource] = {}
    visits = Counter[str]()
    for source, counts in statistics.counts.items():
        visits[source.machine] += Statistics({source: counts}).total
        known = latest.get(source.machine)
        if known is None or _recency(source) > _recency(known):
            latest[source.machine] = source
    states = (
        MachineState(machine, source.day, source.version, source.edition, visits[machine])
        for machine, source in latest.items()
    )
    return tuple(sorted(states, key=lambda state: (state.last_day, state.machine)))


def _recency(source: CountSource) -> tuple[date, int, str]:
    return source.day, source.edition, source.version


def implausible_days(statistics: Statistics, today: date) -> tuple[CountSource, ...]:
    """Return the sources whose day cannot be right: before the program, or after tomorrow.

    Tomorrow is allowed, since the machine that counted may be in another time zone.
    """
    latest = today + timedelta(days=1)
    return tuple(
        sorted(source for source in statistics.counts if not EARLIEST_DAY <= source.day <= latest)
    )


def most_frequent_first(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Return names with their counts, most frequent first, equal counts by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def as_csv(statistics: Statistics) -> str:
    """Return the text of a statistics file."""
    return "".join(csv_lines(statistics))


def csv_lines(statistics: Statistics) -> Iterator[str]:
    """Yield the lines of a statistics file, each with its line break."""
    yield f"{HEADING}\n"
    for source in sorted(statistics.counts):
        head = f"{source.machine},{source.day.isoformat()},{source.version},{source.edition}"
        for event, count in statistics.counts[source]:
            yield f"{head},{event.kind},{event.name},{count}\n"


def from_csv(text: str) -> Statistics:
    """Return the statistics in the text of a file; raise StatisticsError at the first bad line."""
    reading = read_csv(text)
    for problem in reading.problems:
        raise StatisticsError(problem.line, problem.text)
    return reading.statistics


def read_csv(text: str) -> ParsedStatistics:
    """Return what can be read of the text of a file, also of one of version 0.1."""
    return CsvReader().read(text)


class CsvReader:
    """Reads statistics files; equal sources and events of several files are one object.

    An office merges a file per machine and day, many of which repeat the same few counts.
    """

    def __init__(self) -> None:
        self._events: dict[str, Event | None] = {}
        self._pairs: dict[tuple[str, str], tuple[Event, int]] = {}

    def read(self, text: str) -> ParsedStatistics:
        """Return what can be read of the text of a file, also of one of version 0.1."""
        text = text.removeprefix("\ufeff")
        lines = text.splitlines()
        heading = lines[0].strip() if lines else ""
        if heading not in {HEADING, OLD_HEADING}:
            return ParsedStatistics(EMPTY, (LineProblem(1, f'baris pertama harus "{HEADING}"'),))
        problems = list[LineProblem]()
        if not text.endswith(("\n", "\r")):
            # A count whose digits are cut off would be read as a smaller one.
            problems.append(LineProblem(len(lines), "berkas terpotong: baris terakhir dilewati"))
            lines.pop()
        rows = ((number, line.strip()) for number, line in enumerate(lines[1:], 2) if line.strip())
        found = self._rows(rows, problems, old=heading == OLD_HEADING)
        problems.sort(key=lambda problem: problem.line)
        return ParsedStatistics(Statistics(found), tuple(problems))

    def _rows(
        self, rows: Iterable[tuple[int, str]], problems: list[LineProblem], *, old: bool
    ) -> dict[CountSource, Counts]:
        heads: dict[str, CountSource | str] = {}
        found: dict[CountSource, dict[Event, tuple[Event, int]]] = {}
        for number, row in rows:
            head, event, count = _split(_renewed(row) if old else row)
            source = heads.get(head)
            if source is None:
                source = heads[head] = _source(head)
            pair = self._pair(event, count)
            if isinstance(source, str) or pair is None:
                text = source if isinstance(source, str) and source else _columns(old=old)
                problems.append(LineProblem(number, text))
                continue
            pairs = found.setdefault(source, {})
            if pair[0] in pairs:
                problems.append(LineProblem(number, "baris ini sudah ada di atas"))
                continue
            pairs[pair[0]] = pair
        return {source: tuple(sorted(pairs.values())) for source, pairs in found.items()}

    def _pair(self, event: str, count: str) -> tuple[Event, int] | None:
        known = self._pairs.get((event, count))
        if known is not None:
            return known
        if event not in self._events:
            self._events[event] = _event(event)
        found = self._events[event]
        if found is None or not COUNT.fullmatch(count):
            return None
        return self._pairs.setdefault((event, count), (found, int(count)))


def _columns(*, old: bool) -> str:
    names = "mesin, tanggal, akhir, jumlah" if old else "mesin, tanggal, versi, edisi, jenis, nama,"
    return f"harus: {names}" if old else f"harus: {names} jumlah"


def _renewed(row: str) -> str:
    """Return a row of version 0.1 in the columns of today."""
    parts = row.rsplit(",", 2)
    if len(parts) != 3 or not OLD_SOURCE.fullmatch(parts[0]):  # noqa: PLR2004  the three columns
        return ""
    head, outcome, count = parts
    return f"{head},{OLD_VERSION},0,{EventKind.OUTCOME},{outcome},{count}"


def _split(row: str) -> tuple[str, str, str]:
    """Return the columns of the source, those of the event and the count; empty if too few."""
    parts = row.rsplit(",", 3)
    if len(parts) != 4:  # noqa: PLR2004  the four columns
        return "", "", ""
    head, kind, name, count = parts
    return head, f"{kind},{name}", count


def _source(head: str) -> CountSource | str:
    """Return the source of its columns, or what is wrong with them (empty: the columns)."""
    found = SOURCE.fullmatch(head)
    if found is None:
        return ""
    machine, day, version, edition = found.groups()
    try:
        return CountSource(machine, date.fromisoformat(day), version, int(edition))
    except ValueError:
        return "tanggal tidak ada"


def _event(text: str) -> Event | None:
    kind, _, name = text.partition(",")
    if kind not in set(EventKind) or not NAME.fullmatch(name):
        return None
    return Event(EventKind(kind), name)

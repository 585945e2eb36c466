"""Counting visits in the tests of statistics."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from jknassist.core.statistics import (
    EMPTY,
    CountSource,
    Event,
    EventKind,
    Statistics,
    by_outcome,
    counted,
)
from jknassist.system.statistics_store import StatisticsStore

EDITION = 2
MACHINE = "0badcafe"


def count_outcome(store: StatisticsStore, outcome: str, day: date) -> None:
    """Count one visit that ended at an outcome, without an answer whether it helped."""
    store.count([Event(EventKind.OUTCOME, outcome)], day, EDITION)


def shown(statistics: Statistics) -> tuple[tuple[str, int], ...]:
    """Return the outcomes with how often they were shown, most often shown first."""
    return tuple((one.outcome, one.shown) for one in by_outcome(statistics))


def files_of(store: StatisticsStore) -> list[Path]:
    """Return the files that a store has written."""
    return sorted(store.folder.iterdir()) if store.folder.exists() else []


def text_of(store: StatisticsStore) -> str:
    """Return the text of all files that a store has written."""
    return "".join(path.read_text() for path in files_of(store))


def events(pairs: Iterable[tuple[str, str]]) -> tuple[Event, ...]:
    """Return events of kinds and names."""
    return tuple(Event(EventKind(kind), name) for kind, name in pairs)


def statistics_of(days: Mapping[date, Iterable[tuple[str, str]]]) -> Statistics:
    """Return what one machine has counted on some days: kinds and names of events."""
    found = EMPTY
    for day, pairs in days.items():
        found = counted(found, CountSource(MACHINE, day, "0.2.0", EDITION), events(pairs))
    return found

"""A list of numbers: found in pasted lines or in the rows of a CSV, examined, told line by line."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jknassist.core.messages import InterfaceWords, NumberWords
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.messages import describe
from jknassist.core.phone.parse import grouped
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.report import something_found

DELIMITERS = ";,\t"
LOOKED_AT = 200
"""Rows from which the column with the numbers is guessed."""

LONGEST_CELL = 60
FORMULA = re.compile(r"[=+\-@\t\r]")
LIKE_A_NUMBER = re.compile(r"\D*(?:0|6|8)(?:\D*\d){7,14}\D*", re.ASCII)


@dataclass(frozen=True)
class ListRow:
    """One number of a list as it was written, and on which line; lines count from 1."""

    line: int
    written: str = field(repr=False)


@dataclass(frozen=True)
class ListedNumber:
    """One entry examined: what was found, and what may have been meant, as people read it."""

    line: int
    doubtful: bool
    written: str = field(repr=False)
    number: str = field(repr=False)
    says: tuple[str, ...] = field(repr=False)
    suggestion: str = field(repr=False)


def entries(text: str) -> tuple[ListRow, ...]:
    """Return the numbers of a list: of each line, or of the column that has the most of them.

    A first line without a digit in that column is a heading; empty lines are nobody's number.
    """
    rows = [(line, _cells(row)) for line, row in enumerate(text.splitlines(), 1) if row.strip()]
    column = _column(cells for _, cells in rows[:LOOKED_AT])
    found = [ListRow(line, _cell(cells, column)) for line, cells in rows]
    heading = len(found) > 1 and not any(map(str.isdigit, found[0].written))
    return tuple(found[1:] if heading else found)


def describe_entry(entry: ListRow, plan: PlanIndex, words: NumberWords) -> ListedNumber:
    """Examine one entry of a list."""
    found = diagnose(entry.written, plan)
    suggested = [grouped(suggestion.number) for suggestion in found.suggestions]
    return ListedNumber(
        line=entry.line,
        doubtful=something_found(found),
        written=entry.written[:LONGEST_CELL],
        number=grouped(found.number) if found.number else "",
        says=tuple(describe(finding, words) for finding in found.findings),
        suggestion=f" {words.list_or} ".join(suggested),
    )


def result_csv(told: Iterable[ListedNumber], words: InterfaceWords) -> str:
    """Return the result for a spreadsheet: every entry, the doubtful ones with what was found."""
    heading = (words.list_line, words.list_typed, words.list_says, words.list_suggestion)
    return "".join(_row(cells) for cells in (heading, *map(_result, told)))


def _result(told: ListedNumber) -> tuple[str, ...]:
    return str(told.line), told.written, " ".join(told.says), told.suggestion


def _row(cells: Iterable[str]) -> str:
    return ";".join(f'"{_tame(cell)}"' for cell in cells) + "\r\n"


def _tame(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula, and from ending it early."""
    return ("'" if FORMULA.match(cell) else "") + cell.replace('"', '""')


def _cells(row: str) -> tuple[str, ...]:
    """Return the cells of a row; the delimiter is the one that it has most of."""
    counts = Counter({mark: row.count(mark) for mark in DELIMITERS})
    mark, count = counts.most_common(1)[0]
    if not count:
        return (row.strip(),)
    try:
        cells = next(csv.reader([row], delimiter=mark), [])
    except csv.Error:
        cells = row.split(mark)
    return tuple(cell.strip().removeprefix("'") for cell in cells)


def _column(rows: Iterable[tuple[str, ...]]) -> int:
    """Return which column most often looks like a phone number, the first of equal ones."""
    hits = Counter[int]()
    for cells in rows:
        hits.update(place for place, cell in enumerate(cells) if LIKE_A_NUMBER.fullmatch(cell))
    return min(hits, key=lambda place: (-hits[place], place), default=0)


def _cell(cells: tuple[str, ...], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def doubtful(told: Iterable[ListedNumber]) -> Iterator[ListedNumber]:
    """Yield the entries that somebody should look at."""
    return (one for one in told if one.doubtful)

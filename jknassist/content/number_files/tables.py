"""CSV parsing with dialect detection: one delimiter for the whole file, from its first lines.

A delimiter is accepted only if most lines split into the same number of cells, and if the cells
are phone numbers at least as often as whole lines are: "Budi, S.Kep 0812…" is no table.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from jknassist.content.number_files.columns import looks_like_numbers

SAMPLE = 200
"""Number of first lines for dialect detection, and of first rows for column detection."""

DELIMITERS = (";", "\t", "|", ",")
AGREED = 0.6
LONGEST_QUOTED = 20
"""Maximum number of lines in a quoted cell; more means a stray quote."""

_SEP = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """The cells of one row and its 1-based line or row number."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Dialect:
    """CSV dialect; without a delimiter every line is a single cell."""

    delimiter: str
    quoted: bool = True


def rows_of(lines: Iterable[str]) -> Iterator[Row]:
    """Yield the non-empty rows of a text, in constant memory."""
    coming = iter(lines)
    head = list(islice(coming, SAMPLE))
    dialect = dialect_of(head)
    everything = chain(head, coming)
    if head and _SEP.fullmatch(head[0]):
        next(everything)
        yield from _rows(everything, dialect, first=2)
    else:
        yield from _rows(everything, dialect, first=1)


def dialect_of(head: Sequence[str]) -> Dialect:
    """Detect the dialect from the first lines of a file."""
    declared = _SEP.fullmatch(head[0]) if head else None
    if declared is not None:
        return Dialect(declared[1], quoted=_quotes_close(head[1:], declared[1]))
    lines = [line for line in head if line.strip()]
    best, most = Dialect(""), looks_like_numbers([[line.strip()] for line in lines])
    for delimiter in DELIMITERS:
        quoted = _quotes_close(lines, delimiter)
        cells = _parsed(lines, Dialect(delimiter, quoted=quoted))
        if not _agree(cells):
            continue
        hits = looks_like_numbers(cells)
        if hits > most or (hits == most and not best.delimiter):
            best, most = Dialect(delimiter, quoted=quoted), hits
    return best


def cells_of(line: str, dialect: Dialect) -> tuple[str, ...]:
    """Return the cells of one line, of which no cell continues on the next."""
    return next((row.cells for row in _rows([line], dialect, first=1)), ())


def _agree(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether most rows have the same number of cells, and more than one."""
    counts = Counter(len(cells) for cells in rows if any(cells))
    if not counts:
        return False
    size, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return size > 1 and count >= AGREED * sum(counts.values())


def _quotes_close(lines: Sequence[str], delimiter: str) -> bool:
    """Return whether quotes enclose cells: no quoted cell spans more lines than allowed."""
    rows = _parsed(lines, Dialect(delimiter))
    return all(cell.count("\n") < LONGEST_QUOTED for cells in rows for cell in cells)


def _parsed(lines: Sequence[str], dialect: Dialect) -> list[tuple[str, ...]]:
    return [row.cells for row in _rows(lines, dialect, first=1)]


def _rows(lines: Iterable[str], dialect: Dialect, *, first: int) -> Iterator[Row]:
    if not dialect.delimiter:
        for number, line in enumerate(lines, first):
            if line.strip():
                yield Row(number, (_cell(line),))
        return
    yield from _delimited(_Counted(lines, first), dialect)


class _Counted:
    """Line iterator that counts the consumed lines and keeps those of the current row."""

    def __init__(self, lines: Iterable[str], first: int) -> None:
        self._lines = iter(lines)
        self.next_line = first
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines).replace("\0", "")
        self.next_line += 1
        self.taken.append(line)
        return line


def _delimited(lines: _Counted, dialect: Dialect) -> Iterator[Row]:
    reader = _reader(lines, dialect)
    while True:
        number = lines.next_line
        lines.taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error:
            # A stray quote swallowed too much: its lines are read once more, without quotes.
            cells = None
            yield from _unquoted(lines.taken, dialect.delimiter, number)
            reader = _reader(lines, dialect)
            continue
        if cells is None:
            return
        if len(lines.taken) > LONGEST_QUOTED:
            yield from _unquoted(lines.taken, dialect.delimiter, number)
        elif any(cell.strip() for cell in cells):
            yield Row(number, tuple(map(_cell, cells)))


def _reader(lines: Iterable[str], dialect: Dialect) -> Iterator[list[str]]:
    if dialect.quoted:
        return csv.reader(lines, delimiter=dialect.delimiter)
    return csv.reader(lines, delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)


def _unquoted(lines: Iterable[str], delimiter: str, number: int) -> Iterator[Row]:
    for line in list(lines):
        cells = tuple(_cell(cell) for cell in line.split(delimiter))
        if any(cells):
            yield Row(number, cells)
        number += 1


def _cell(text: str) -> str:
    return text.strip().strip('"').removeprefix("'").strip()

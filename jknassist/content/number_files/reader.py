"""Streaming reader of number lists: pasted text, .csv, .txt, .vcf, .xlsx, .xls, .ods, HTML, chats.

    with open_list(path) as numbers:        # or open_text(text), open_stream(stream)
        numbers.columns                     # all columns, with the share of numbers in each
        numbers.taken                       # the columns to be read; change them with take()
        for entry in numbers:               # yields ListRow, lazily
            ...
        numbers.rows, numbers.left_out

Only the first rows are read ahead. `done` is the progress; stop() interrupts reading on another
thread. Every row is counted in `rows`, and in `left_out` if it has no number to examine.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Self

from jknassist.content.number_files import chats, html_tables, vcards
from jknassist.content.number_files.closing import ClosedOnExit
from jknassist.content.number_files.columns import Column, ColumnSelection, choose
from jknassist.content.number_files.decoding import lines_of
from jknassist.content.number_files.problems import ListFileError, Problem, problem_of
from jknassist.content.number_files.tables import SAMPLE, Row, cells_of, dialect_of, rows_of
from jknassist.content.number_files.workbooks import WORKBOOKS, Table, Workbook, is_workbook
from jknassist.core.phone.number_list import FEWEST_IN_PART, ListRow, parts_of
from jknassist.core.typing_compat import override

SUFFIXES = (".csv", ".tsv", ".txt", ".vcf", *WORKBOOKS)
"""Supported file name extensions, in lower case."""

ROWS_KEPT = 5
"""Number of rows without a number whose row numbers are kept, to name them."""

_TOTAL = re.compile(r"(?:(?:grand|sub)[ -]?)?(?:total|jumlah|sum)\b.*", re.IGNORECASE)


@dataclass
class LeftOut:
    """Counts of rows without a number to examine, by their type."""

    titles: int = 0
    totals: int = 0
    empty: int = 0
    row_numbers: list[int] = field(default_factory=list)
    """Row numbers of the first rows in `empty`."""

    @property
    def count(self) -> int:
        """The sum of all counts."""
        return self.titles + self.totals + self.empty


class NumberList(ClosedOnExit):
    """Single-pass iterator over the entries of a list; see the module docstring."""

    def __init__(self, tables: Iterator[Table], *, size: int = 0) -> None:
        self._tables = tables
        self._closing: list[BinaryIO | Workbook] = []
        self._named: tuple[str, ...] = ()
        self._size = size
        self._source: BinaryIO | io.StringIO | None = None
        self._ended = False
        self.rows = 0
        self.left_out = LeftOut()
        self.read_columns: list[str] = []
        self._headings: tuple[str, ...] = ()
        self._first, self._rows = self._next_table()
        self.choice = choose(_cells(self._first), headings=self._headings)

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns of the first table."""
        return self.choice.columns

    @property
    def taken(self) -> tuple[Column, ...]:
        """The columns that numbers are read from."""
        return self.choice.taken

    def take(self, names: Sequence[str]) -> None:
        """Select columns by heading or letter; raise LookupError for one that does not exist.

        Must be called before iteration starts.
        """
        self.choice = choose(_cells(self._first), named=names, headings=self._headings)
        self._named = tuple(names)

    def take_columns(self, columns: Sequence[Column]) -> None:
        """Select some of `columns`; further tables are read by the names of these.

        Must be called before iteration starts.
        """
        if tuple(columns) != self.taken:
            self.choice = replace(self.choice, taken=tuple(columns))
            self._named = tuple(column.name for column in columns)

    def stop(self) -> None:
        """Interrupt reading on another thread, which must still call close()."""
        for source in self._closing:
            if isinstance(source, Workbook):
                source.kill()

    @property
    def without_number(self) -> int:
        """Number of rows read without a number to examine."""
        return self.left_out.count

    @property
    def done(self) -> float:
        """Progress: the share of the file read so far, from 0 to 1."""
        if self._source is None or not self._size or self._source.closed:
            return float(self._ended)
        return min(self._source.tell() / self._size, 1.0)

    def __iter__(self) -> Iterator[ListRow]:
        return chain.from_iterable(self.by_row())

    def by_row(self) -> Iterator[Sequence[ListRow]]:
        """Yield the entries of each row; none for a row without a number."""
        table = ""
        while True:
            yield from self._entries(self.choice, table)
            following = next(self._tables, None)
            if following is None:
                self._ended = True
                return
            table = following.name
            self._first, self._rows = _peeked(following.rows)
            try:
                self.choice = choose(_cells(self._first), named=self._named)
            except LookupError:
                self.choice = choose(_cells(self._first))

    def _entries(self, choice: ColumnSelection, table: str) -> Iterator[Sequence[ListRow]]:
        self.read_columns += [_full_name(column, table) for column in choice.taken]
        for index, row in enumerate(self._rows):
            self.rows += 1
            entries = [] if index < choice.above else list(_numbers(row, choice.taken, table))
            if _is_total(row, entries):
                self.left_out.totals += 1
                entries = []
            elif index < choice.above:
                self.left_out.titles += 1
            elif not entries:
                self._leave_out(row)
            yield entries

    def _leave_out(self, row: Row) -> None:
        self.left_out.empty += 1
        if len(self.left_out.row_numbers) < ROWS_KEPT:
            self.left_out.row_numbers.append(row.number)

    def _next_table(self) -> tuple[list[Row], Iterator[Row]]:
        for table in self._tables:
            first, rows = _peeked(table.rows)
            if first:
                self._headings = table.headings
                return first, rows
        return [], iter(())

    def closes(self, *sources: BinaryIO | Workbook) -> Self:
        """Register resources that close() closes as well; return self."""
        self._closing += sources
        return self

    def measures(self, source: BinaryIO | io.StringIO) -> Self:
        """Use the offset in this file for the progress in `done`; return self."""
        self._source = source
        return self

    @override
    def close(self) -> None:
        """Stop reading and close all open files and processes."""
        for source in self._closing:
            source.close()


def open_list(path: Path, started: Callable[[Workbook], object] = lambda _book: None) -> NumberList:
    """Open a list file; raise ListFileError.

    `started` is called with the subprocess that reads a spreadsheet, before waiting for it.
    """
    try:
        if not path.is_file():
            raise ListFileError(Problem.NO_FILE if path.exists() else Problem.MISSING)
        if path.stat().st_size == 0:
            raise ListFileError(Problem.EMPTY)
        return _open_workbook(path, started) if is_workbook(path) else _open_text_file(path)
    except OSError as error:
        raise ListFileError(problem_of(error)) from error


def _open_workbook(path: Path, started: Callable[[Workbook], object]) -> NumberList:
    book = Workbook(path)
    try:
        started(book)
        return NumberList(map(_split, book.tables())).closes(book)
    except BaseException:
        book.close()
        raise


def _split(table: Table) -> Table:
    """Split the cells of a sheet with a single column that was filled from a text table."""
    first, rows = _peeked(table.rows)
    single = all(sum(map(bool, row.cells)) <= 1 for row in first)
    if not first or not single:
        return replace(table, rows=rows)
    lines = ["".join(row.cells) for row in first]
    dialect = dialect_of(lines)
    if not dialect.delimiter:
        return replace(table, rows=rows)
    parted = (Row(row.number, cells_of("".join(row.cells), dialect)) for row in rows)
    return replace(table, rows=parted)


def _open_text_file(path: Path) -> NumberList:
    stream = path.open("rb")
    try:
        numbers = NumberList(_tables(lines_of(stream)), size=path.stat().st_size)
    except BaseException:
        stream.close()
        raise
    return numbers.closes(stream).measures(stream)


def open_text(text: str) -> NumberList:
    """Open pasted text."""
    stream = io.StringIO(text)
    return NumberList(_tables(stream), size=len(text)).measures(stream)


def open_stream(stream: BinaryIO) -> NumberList:
    """Open a byte stream such as standard input; raise ListFileError for binary data."""
    return NumberList(_tables(lines_of(stream)))


def _tables(lines: Iterable[str]) -> Iterator[Table]:
    coming = iter(lines)
    head = list(islice(coming, SAMPLE))
    everything = chain(head, coming)
    if vcards.is_vcards(head):
        yield Table("", vcards.rows_of(everything))
    elif html_tables.is_html(head):
        yield Table("", html_tables.rows_of(everything))
    elif chats.is_chat(head):
        yield Table("", chats.rows_of(everything), chats.HEADINGS)
    else:
        yield Table("", rows_of(everything))


def _peeked(rows: Iterable[Row]) -> tuple[list[Row], Iterator[Row]]:
    coming = iter(rows)
    first = list(islice(coming, SAMPLE))
    return first, chain(first, coming)


def _cells(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    return [row.cells for row in rows]


def _numbers(row: Row, taken: Iterable[Column], table: str) -> Iterator[ListRow]:
    for column in taken:
        cell = row.cells[column.index] if column.index < len(row.cells) else ""
        if not any(map(str.isdigit, cell)):
            continue
        name = _full_name(column, table)
        for part in parts_of(cell):
            yield ListRow(row.number, part, name)


def _full_name(column: Column, table: str) -> str:
    return f"{table}!{column.name}" if table else column.name


def _is_total(row: Row, entries: Sequence[ListRow]) -> bool:
    """Return whether a row is a total: it has a heading for one and no complete number."""
    return any(map(_TOTAL.fullmatch, row.cells)) and not any(
        sum(map(str.isdigit, entry.written)) >= FEWEST_IN_PART for entry in entries
    )

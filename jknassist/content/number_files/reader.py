"""Streaming reader of number lists: pasted text, .csv, .tsv, .txt, .vcf, .xlsx, .xls and .ods.

    with open_list(path) as numbers:        # or open_text(text), open_stream(stream)
        numbers.columns                     # all columns, with the share of numbers in each
        numbers.taken                       # the columns to be read; change them with take()
        for entry in numbers:               # yields ListRow, lazily
            ...
        numbers.rows, numbers.without_number

Only the first rows are read ahead, so a GUI can take entries in slices of some milliseconds, show
`done` as progress, and cancel at any time with close(). Every row is counted in `rows`; rows
without a number in the taken columns, titles and headings too, also in `without_number`.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from jknassist.content.number_files import vcards
from jknassist.content.number_files.columns import Choice, Column, choose
from jknassist.content.number_files.decoding import lines_of
from jknassist.content.number_files.tables import SAMPLE, Row, rows_of
from jknassist.content.number_files.workbooks import SHEETS, Sheet, Workbook
from jknassist.core.phone.number_list import ListRow, parts_of

SUFFIXES = (".csv", ".tsv", ".txt", ".vcf", *SHEETS)
"""Supported file name extensions, in lower case."""


class NumberList:
    """Single-pass iterator over the entries of a list; see the module docstring."""

    def __init__(self, tables: Iterator[Sheet], *, size: int = 0) -> None:
        self._tables = tables
        self._closing: list[io.IOBase | Workbook] = []
        self._named: tuple[str, ...] = ()
        self._size = size
        self._source: BinaryIO | None = None
        self._ended = False
        self.rows = 0
        self.without_number = 0
        self._first, self._rows = self._next_table()
        self.choice = choose(_cells(self._first))

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
        self.choice = choose(_cells(self._first), named=names)
        self._named = tuple(names)

    @property
    def done(self) -> float:
        """Progress: the share of the file read so far, from 0 to 1."""
        if self._source is None or not self._size or self._source.closed:
            return float(self._ended)
        return min(self._source.tell() / self._size, 1.0)

    def __iter__(self) -> Iterator[ListRow]:
        sheet = ""
        while True:
            yield from self._entries(self.choice, sheet)
            following = next(self._tables, None)
            if following is None:
                self._ended = True
                return
            sheet = following.name
            self._first, self._rows = _peeked(following.rows)
            try:
                self.choice = choose(_cells(self._first), named=self._named)
            except LookupError:
                self.choice = choose(_cells(self._first))

    def _entries(self, choice: Choice, sheet: str) -> Iterator[ListRow]:
        for place, row in enumerate(self._rows):
            self.rows += 1
            entries = [] if place < choice.above else list(_numbers(row, choice.taken, sheet))
            self.without_number += not entries
            yield from entries

    def _next_table(self) -> tuple[list[Row], Iterator[Row]]:
        for table in self._tables:
            first, rows = _peeked(table.rows)
            if first:
                return first, rows
        return [], iter(())

    def closes(self, *sources: io.IOBase | Workbook) -> Self:
        """Register resources that close() closes as well; return self."""
        self._closing += sources
        return self

    def measures(self, source: BinaryIO) -> Self:
        """Use the offset in this file for the progress in `done`; return self."""
        self._source = source
        return self

    def close(self) -> None:
        """Stop reading and close all open files and processes."""
        for source in self._closing:
            source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def open_list(path: Path) -> NumberList:
    """Open a list file by its extension; raise OSError, NoTextError or WorkbookError."""
    if path.suffix.lower() in SHEETS:
        book = Workbook(path)
        return NumberList(book.sheets()).closes(book)
    if not path.is_file():
        raise FileNotFoundError(2, "bukan berkas", str(path))
    stream = path.open("rb")
    try:
        numbers = NumberList(_tables(lines_of(stream)), size=path.stat().st_size)
    except BaseException:
        stream.close()
        raise
    return numbers.closes(stream).measures(stream)


def open_text(text: str) -> NumberList:
    """Open pasted text."""
    return NumberList(_tables(io.StringIO(text)))


def open_stream(stream: BinaryIO) -> NumberList:
    """Open a byte stream such as standard input; raise NoTextError for binary data."""
    return NumberList(_tables(lines_of(stream)))


def _tables(lines: Iterable[str]) -> Iterator[Sheet]:
    coming = iter(lines)
    head = list(islice(coming, SAMPLE))
    everything = chain(head, coming)
    if vcards.is_vcards(head):
        yield Sheet("", vcards.rows_of(everything))
    else:
        yield Sheet("", rows_of(everything))


def _peeked(rows: Iterable[Row]) -> tuple[list[Row], Iterator[Row]]:
    coming = iter(rows)
    first = list(islice(coming, SAMPLE))
    return first, chain(first, coming)


def _cells(rows: Iterable[Row]) -> list[tuple[str, ...]]:
    return [row.cells for row in rows]


def _numbers(row: Row, taken: Iterable[Column], sheet: str) -> Iterator[ListRow]:
    for column in taken:
        cell = row.cells[column.place] if column.place < len(row.cells) else ""
        if not any(map(str.isdigit, cell)):
            continue
        name = f"{sheet}!{column.name}" if sheet else column.name
        for part in parts_of(cell):
            yield ListRow(row.place, part, name)

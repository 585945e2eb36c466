"""The one reader of lists: pasted text, .csv, .tsv, .txt, .vcf, .xlsx, .xls and .ods alike.

    with open_list(path) as numbers:        # or open_text(text), open_stream(stream)
        numbers.columns                     # all columns, with how many numbers each seems to hold
        numbers.taken                       # those that will be examined; change them with take()
        for entry in numbers:               # Entry by Entry, as slowly or quickly as you like
            ...
        numbers.rows, numbers.without_number

Nothing is read ahead but the first rows, so a window can take entries for some milliseconds at a
time, show `done`, and stop at any moment with close(). Every row is counted: one without a number
in the taken columns is counted in `without_number`, titles and headings too.
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
"""Files that can be read, in small letters."""


class NumberList:
    """The entries of a list, read once from front to back; see the module."""

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
        """The columns that are examined."""
        return self.choice.taken

    def take(self, names: Sequence[str]) -> None:
        """Examine these columns, by heading or letter; raise LookupError for one that is not there.

        To be called before the first entry is taken.
        """
        self.choice = choose(_cells(self._first), named=names)
        self._named = tuple(names)

    @property
    def done(self) -> float:
        """The share of the file that was read so far, from 0 to 1."""
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
        """Close these together with the list."""
        self._closing += sources
        return self

    def measures(self, source: BinaryIO) -> Self:
        """Tell how far the reading is by the place in this file."""
        self._source = source
        return self

    def close(self) -> None:
        """Stop reading; what is still open is closed."""
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
    """Open a file; raise OSError, NoTextError or WorkbookError for one that cannot be read."""
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
    """Open what comes through a pipe; raise NoTextError for what is no text."""
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

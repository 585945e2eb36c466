"""Tables in HTML, as web applications export them under the name of a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from jknassist.content.number_files.tables import Row
from jknassist.core.typing_compat import override

CELLS = frozenset({"td", "th"})
LONGEST_CELL = 1000
"""Characters of a cell that are kept; a number is shorter."""


def is_html(head: Sequence[str]) -> bool:
    """Return whether the first lines of a text are HTML with a table."""
    begins = next((line.lstrip("\ufeff \t") for line in head if line.strip()), "")
    return begins.startswith("<") and any("<table" in line.lower() for line in head)


def rows_of(lines: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of all tables with their numbers, counted from 1; of a nested one its own."""
    parser = _TableParser()
    for line in lines:
        parser.feed(line)
        yield from parser.taken()
    parser.close()
    yield from parser.taken()


class _TableParser(HTMLParser):
    """Collects the cells of rows; one that is not closed ends where the next one begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._cells: list[str] = []
        self._words: list[str] | None = None
        self._rows: list[Row] = []
        self._count = 0

    def taken(self) -> list[Row]:
        """Return the rows that are complete, each once."""
        rows, self._rows = self._rows, []
        return rows

    def _end_cell(self) -> None:
        if self._words is not None:
            self._cells.append(" ".join("".join(self._words).split())[:LONGEST_CELL])
            self._words = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._cells:
            self._count += 1
            if any(self._cells):
                self._rows.append(Row(self._count, tuple(self._cells)))
            self._cells = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CELLS:
            self._end_cell()
            self._words = []
        elif tag == "tr":
            self._end_row()
        elif tag == "br":
            self.handle_data(", ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()

    @override
    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    @override
    def close(self) -> None:
        super().close()
        self._end_row()

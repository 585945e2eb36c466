"""Files of a translation table: .csv with any delimiter of spreadsheets, and .xlsx.

Texts that a spreadsheet would take for a formula are written with an apostrophe before them, which
is taken away again on reading.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jknassist.content.number_files.decoding import encoding_of
from jknassist.content.number_files.problems import ListFileError, Problem
from jknassist.content.number_files.workbooks import Workbook, is_workbook
from jknassist.core.parsing.translation_table import HEADINGS, ID, TextRow
from jknassist.system.atomic_file import write_atomically
from jknassist.system.regular_file import read_named

CSV, XLSX = ".csv", ".xlsx"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
APOSTROPHE = "'"
DELIMITERS = ";,\t"
WRITTEN_WITH = ";"
"""A spreadsheet set to Indonesian opens a file with these in columns."""

MOST_BYTES = 16 * 1024 * 1024
WIDTHS = (34, 60, 60, 8, 44)
"""Column widths of the spreadsheet in characters."""

NumberedRow = tuple[int, Sequence[str]]


def write_table(path: Path, rows: Sequence[TextRow]) -> None:
    """Write a table in the format of the name's ending; raise OSError, ValueError for another."""
    if path.suffix.lower() == XLSX:
        write_atomically(path, _workbook(rows))
    elif path.suffix.lower() == CSV:
        write_atomically(path, _csv(rows))
    else:
        raise ValueError(path.suffix)


def read_table(path: Path) -> tuple[NumberedRow, ...]:
    """Return the rows of a table with their numbers; raise OSError or ListFileError.

    Of a workbook the first table with the column for the ids is read, or the first of all.
    """
    if path.stat().st_size > MOST_BYTES:
        raise ListFileError(Problem.TOO_LARGE)
    if is_workbook(path):
        return _read_workbook(path)
    data = read_named(path, MOST_BYTES)
    text = data.decode(encoding_of(data), errors="replace")
    return tuple(_parse_csv(text))


def _csv(rows: Iterable[TextRow]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=WRITTEN_WITH)
    writer.writerow(HEADINGS)
    for row in rows:
        writer.writerow([_protected(cell) for cell in row.cells])
    return text.getvalue().encode("utf-8-sig")


def _protected(cell: str | int) -> str | int:
    risky = isinstance(cell, str) and cell.startswith((*FORMULA, APOSTROPHE))
    return f"{APOSTROPHE}{cell}" if risky else cell


def _plain(cell: str) -> str:
    risky = cell[1:].startswith((*FORMULA, APOSTROPHE))
    return cell[1:] if cell.startswith(APOSTROPHE) and risky else cell


def _workbook(rows: Iterable[TextRow]) -> bytes:
    import xlsxwriter  # noqa: PLC0415  only where a workbook is written

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("terjemahan")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width, wrapped)
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, HEADINGS, bold)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row.cells):
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell)
                else:
                    sheet.write_string(number, column, cell)
    return data.getvalue()


def _read_workbook(path: Path) -> tuple[NumberedRow, ...]:
    first: tuple[NumberedRow, ...] = ()
    with Workbook(path) as book:
        for table in book.tables():
            rows = tuple((row.number, row.cells) for row in table.rows)
            if rows and ID in (cell.strip() for cell in rows[0][1]):
                return rows
            first = first or rows
    return first


def _parse_csv(text: str) -> Iterator[NumberedRow]:
    """Yield the rows of a text with the line on which each begins."""
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    head = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(stream, delimiter=delimiter)
    number = 1
    for cells in reader:
        if any(cells):
            yield number, [_plain(cell) for cell in cells]
        number = reader.line_num + 1

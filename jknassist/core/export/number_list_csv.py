"""Export the result of a number list for spreadsheets, safe against CSV injection.

As CSV, lines end in CRLF, cells are separated by semicolons (what Excel reads in Indonesia) and
all quoted. As text to paste, cells are separated by tabs.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator

from jknassist.core.phone.number_list import EntryClass, ListedNumber, ListGroup, list_group_of
from jknassist.core.words import InterfaceWords

FORMULA = frozenset("=+-@\t\r")
"""First characters from which a spreadsheet makes a formula (CSV injection)."""

_NUMERIC = re.compile(r"\d[\d .,:/eE+-]*", re.ASCII)


def headings(words: InterfaceWords) -> tuple[str, ...]:
    """Return the column headings of the result, in the order of `result_row`."""
    return (
        words.list_line,
        words.list_column,
        words.list_typed,
        words.list_number,
        words.list_group,
        words.list_class,
        words.list_says,
        words.list_suggestion,
    )


def result_row(listed: ListedNumber, words: InterfaceWords) -> str:
    """Return one entry as a CSV line, the repaired number beside the one written."""
    sentences = (*listed.sentences, *((words.list_duplicate,) if listed.duplicate else ()))
    return csv_row(
        (
            str(listed.row),
            listed.column,
            _as_text(listed.written),
            listed.number,
            group_name(list_group_of(listed), words),
            _class_name(listed.kind, words),
            " ".join(sentences),
            listed.suggestion,
        )
    )


def group_name(group: ListGroup, words: InterfaceWords) -> str:
    """Return the name of a group, the same on the screen and in a file."""
    name: str = getattr(words, f"list_group_{group}")
    return name


def _class_name(kind: EntryClass, words: InterfaceWords) -> str:
    """Return the name of a class in the language of the interface."""
    name: str = getattr(words, f"list_class_{kind}")
    return name


def csv_row(cells: Iterable[str]) -> str:
    """Return one CSV line (semicolons, CRLF) with all cells quoted and formulas disabled."""
    return ";".join(f'"{_escaped(cell)}"' for cell in cells) + "\r\n"


def csv_cells(lines: Iterable[str]) -> Iterator[list[str]]:
    """Return the cells of lines of `csv_row`."""
    return csv.reader(lines, delimiter=";")


def pasted(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as text to paste into a spreadsheet: tabs between cells, a line for each row."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def _as_text(written: str) -> str:
    """Prefix an apostrophe where a spreadsheet would convert the text to a number or a date."""
    return f"'{written}" if _NUMERIC.fullmatch(written) else written


def _escaped(cell: str) -> str:
    """Double the quotes of a cell and prefix an apostrophe to a formula, even a hidden one."""
    first = next((sign for sign in cell if not _unseen(sign)), "")
    runs = bool(FORMULA.intersection((cell[:1], unicodedata.normalize("NFKC", first)[:1])))
    return ("'" if runs else "") + cell.replace('"', '""')


def _unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Mn"}

"""Subprocess that reads a spreadsheet: sets resource limits, then writes one JSON line per row.

It is a process of its own so that a malicious or damaged file cannot exhaust the program's memory.
An output line is a string (sheet name), [row, [cells]] for a row that is not empty, or `true` at
the end; output without a final `true` means that reading failed.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from jknassist.core.phone.spreadsheet import as_written

MOST_MEMORY = 1024 * 1024 * 1024
"""Limit on the address space in bytes; Python and its libraries alone take about 200 MB."""

MOST_SECONDS = 45
LONGEST_CELL = 2_000


def main(path: Path) -> int:
    """Write the rows of a spreadsheet to standard output; return the exit code."""
    _limit()
    try:
        for line in _lines(path):
            sys.stdout.write(json.dumps(line) + "\n")
    except (MemoryError, OSError):
        return 1
    sys.stdout.write("true\n")
    sys.stdout.flush()
    return 0


def _limit() -> None:
    """Set rlimits so that the system ends this process on excess use; not available on Windows."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  not there on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lines(path: Path) -> Iterator[object]:
    import python_calamine  # noqa: PLC0415  only where a spreadsheet is opened

    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            yield name
            sheet = book.get_sheet_by_name(name)
            for place, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
                texts = [_text(cell) for cell in cells]
                if any(texts):
                    yield [place, texts]
    except python_calamine.CalamineError as error:
        raise OSError(str(error)) from error


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return as_written(cell)
    if isinstance(cell, bool):
        return ""
    text = str(cell).strip()
    return text[:LONGEST_CELL].removeprefix("'")

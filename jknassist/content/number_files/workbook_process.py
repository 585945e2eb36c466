"""Subprocess that reads a spreadsheet: sets resource limits, then writes one JSON line per row.

It is a process of its own so that a malicious or damaged file cannot exhaust the program's memory.
An output line is a string (name of a worksheet), [row number, [cells]] for a row that is not empty,
`true` at the end, or {"problem": ...}; output that ends otherwise means that the process was
killed.
"""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from jknassist.content.number_files.problems import ListFileError, Problem
from jknassist.core.phone.scientific_notation import as_written

MOST_MEMORY = 1024 * 1024 * 1024
"""Limit on the address space in bytes; Python and its libraries alone take about 200 MB."""

MOST_SECONDS = 45
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LONGEST_CELL = 2_000


def main(path: Path) -> int:
    """Write the rows of a spreadsheet to standard output; return the exit code."""
    _limit()
    last: object = True
    try:
        for line in _lines(path):
            sys.stdout.write(json.dumps(line) + "\n")
    except ListFileError as error:
        last = {"problem": error.problem}
    except MemoryError:
        last = {"problem": Problem.TOO_LARGE}
    except OSError:
        last = {"problem": Problem.DAMAGED}
    sys.stdout.write(json.dumps(last) + "\n")
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
        # Not by its path, whose extension would decide how the file is read.
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        for name in book.sheet_names:
            yield name
            worksheet = book.get_sheet_by_name(name)
            for number, cells in enumerate(worksheet.to_python(skip_empty_area=False), 1):
                texts = [_text(cell) for cell in cells]
                if any(texts):
                    yield [number, texts]
    except python_calamine.PasswordError as error:
        raise ListFileError(Problem.PROTECTED) from error
    except python_calamine.CalamineError as error:
        # An encrypted workbook is a container that names its parts in UTF-16.
        encrypted = ENCRYPTED in path.read_bytes()
        raise ListFileError(Problem.PROTECTED if encrypted else Problem.DAMAGED) from error


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return as_written(cell)
    if isinstance(cell, bool):
        return ""
    text = str(cell).strip()
    return text[:LONGEST_CELL].removeprefix("'")

"""Read spreadsheets in a subprocess with limits on memory and time.

A spreadsheet is an untrusted compressed file: a few kilobytes may expand to gigabytes. The
subprocess runs this program with a hidden command (see sheet_process), writes one row per line, and
is killed when the list is closed or the time limit is reached.
"""

import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from jknassist.content.number_files.tables import Row

SHEETS = (".xlsx", ".xls", ".ods")
COMMAND = "read-spreadsheet"
"""Hidden command that starts the reading subprocess; see sheet_process."""

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
SECONDS = 60


class WorkbookError(Exception):
    """A spreadsheet cannot be read: damaged, password-protected or too large."""


@dataclass(frozen=True)
class Sheet:
    """The rows of one table; the name may be empty for the first table of a file."""

    name: str
    rows: Iterator[Row] = field(repr=False)


class Workbook:
    """One spreadsheet being read; close() kills the subprocess."""

    def __init__(self, path: Path) -> None:
        _refuse_what_is_too_large(path)
        program = [sys.executable]
        if not getattr(sys, "frozen", False):
            program += ["-m", "jknassist"]
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [*program, COMMAND, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            creationflags=hidden,
        )
        self._timer = threading.Timer(SECONDS, self._process.kill)
        self._timer.daemon = True
        self._timer.start()
        self._held: object = None

    def sheets(self) -> Iterator[Sheet]:
        """Yield the tables in order; each must be consumed before the next is requested."""
        lines = _read(self._process.stdout)
        first = True
        name = next(lines, None)
        while isinstance(name, str):
            yield Sheet("" if first else name, self._rows(lines))
            first = False
            name = self._held
        self._finish(ended=name is True)

    def _rows(self, lines: Iterator[object]) -> Iterator[Row]:
        for line in lines:
            if not isinstance(line, list):
                self._held = line
                return
            place, cells = line
            yield Row(place, tuple(cells))
        self._held = None

    def _finish(self, *, ended: bool) -> None:
        self.close()
        if not ended:
            raise WorkbookError

    def close(self) -> None:
        """Kill the subprocess in any state."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def _read(stream: IO[str] | None) -> Iterator[object]:
    for line in stream or ():
        yield json.loads(line)


def _refuse_what_is_too_large(path: Path) -> None:
    if not path.is_file():
        raise FileNotFoundError(2, "bukan berkas", str(path))
    if path.stat().st_size > MOST_BYTES:
        raise WorkbookError
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise WorkbookError

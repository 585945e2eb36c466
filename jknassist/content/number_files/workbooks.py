"""Read spreadsheets in a subprocess with limits on memory and time.

A spreadsheet is an untrusted compressed file: a few kilobytes may expand to gigabytes. The
subprocess runs this program with a hidden command (see workbook_process), writes one row per line,
and is killed when the list is closed or the time limit is reached.
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

from jknassist.content.number_files.closing import ClosedOnExit
from jknassist.content.number_files.problems import ListFileError, Problem
from jknassist.content.number_files.tables import Row
from jknassist.core.typing_compat import override

WORKBOOKS = (".xlsx", ".xls", ".ods")
COMMAND = "read-spreadsheet"
"""Hidden command that starts the reading subprocess; see workbook_process."""

CONSOLE_PROGRAM = "jknassist-cli.exe"

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
SECONDS = 60

ZIP, COMPOUND = b"PK\3\4", b"\xd0\xcf\x11\xe0"
"""First bytes of a spreadsheet, new and old format; the old one also holds encrypted new ones."""


@dataclass(frozen=True)
class Table:
    """The rows of one table; the name may be empty for the first table of a file.

    `headings` name the columns where no row does.
    """

    name: str
    rows: Iterator[Row] = field(repr=False)
    headings: tuple[str, ...] = ()


class Workbook(ClosedOnExit):
    """One spreadsheet being read; close() kills the subprocess."""

    def __init__(self, path: Path) -> None:
        _refuse_what_is_too_large(path)
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [*this_program(), COMMAND, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            creationflags=hidden,
        )
        self._late = False
        self._timer = threading.Timer(SECONDS, self._give_up)
        self._timer.daemon = True
        self._timer.start()
        self._held: object = None

    def tables(self) -> Iterator[Table]:
        """Yield the tables in order; each must be consumed before the next is requested."""
        lines = _read(self._process.stdout)
        first = True
        name = next(lines, None)
        while isinstance(name, str):
            yield Table("" if first else name, self._rows(lines))
            first = False
            name = self._held
        self._finish(name)

    def _rows(self, lines: Iterator[object]) -> Iterator[Row]:
        for line in lines:
            if not isinstance(line, list):
                self._held = line
                return
            number, cells = line
            yield Row(number, tuple(cells))
        self._held = None

    def _finish(self, last: object) -> None:
        """End the process; raise ListFileError if its last line does not say that all was read."""
        code = None if last is not None else self._process.wait()
        self.close()
        if isinstance(last, dict):
            raise ListFileError(Problem(last["problem"]))
        if last is not True:
            # A negative code is a signal: a limit on memory or time was exceeded.
            beyond = self._late or (code is not None and code < 0)
            raise ListFileError(Problem.TOO_LARGE if beyond else Problem.DAMAGED)

    def _give_up(self) -> None:
        self._late = True
        self.kill()

    def kill(self) -> None:
        """Kill the subprocess, from any thread; its reader gets the end of the stream."""
        self._process.kill()

    @override
    def close(self) -> None:
        """End the subprocess in any state."""
        self._timer.cancel()
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()


def _read(stream: IO[str] | None) -> Iterator[object]:
    """Yield the value of each line; a line without a line break was cut by a kill."""
    for line in stream or ():
        if line.endswith("\n"):
            yield json.loads(line)


def _refuse_what_is_too_large(path: Path) -> None:
    if path.stat().st_size > MOST_BYTES:
        raise ListFileError(Problem.TOO_LARGE)
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise ListFileError(Problem.TOO_LARGE)


def this_program() -> tuple[str, ...]:
    """Return the command line that starts this program.

    On Windows the windowed executable may have no standard output; the console one has.
    """
    if not getattr(sys, "frozen", False):
        return (sys.executable, "-m", "jknassist")
    console = Path(sys.executable).with_name(CONSOLE_PROGRAM)
    return (str(console) if console.is_file() else sys.executable,)


def is_workbook(path: Path) -> bool:
    """Return whether a file is a spreadsheet, by its first bytes rather than its name."""
    with path.open("rb") as file:
        return file.read(len(ZIP)) in {ZIP, COMPOUND}

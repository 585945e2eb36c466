"""Statistics files on disk: one per machine and day, replaced atomically, so a kill loses nothing.

An office collects the files of its machines by copying them; each names its machine.
"""

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from jknassist import __version__
from jknassist.core.statistics import (
    EMPTY,
    CountSource,
    CsvReader,
    Event,
    ParsedStatistics,
    Statistics,
    as_csv,
    counted,
    merged,
)
from jknassist.system.atomic_file import write_atomically

FOLDER = "tally"
SUFFIX = ".csv"
OLD_FILE = "tally.csv"
"""The single file of version 0.1; it is read, and never changed."""

NAME_BYTES = 4
MACHINE_LETTERS = 2 * NAME_BYTES
MOST_BYTES = 16 * 1024 * 1024
"""A year of one machine in one file is below 1 MB."""

NON_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class StatisticsStoreError(Exception):
    """A statistics file cannot be read or written; the text names the file and the reason."""


class StatisticsStore:
    """The statistics files of this machine; `works` is whether the last count succeeded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self.old_file = folder / OLD_FILE
        self.works = True

    def read(self) -> Statistics:
        """Return the statistics counted so far; raise StatisticsStoreError."""
        return merged(read_statistics(path) for path in self._files())

    def count(self, events: Iterable[Event], day: date, edition: int) -> None:
        """Add the events of one visit; raise StatisticsStoreError.

        A file that cannot be parsed is left unchanged.
        """
        self.works = False
        machine = self._machine()
        path = self.folder / f"{machine}-{day.isoformat()}{SUFFIX}"
        known = read_statistics(path) if path.exists() else EMPTY
        text = as_csv(counted(known, CountSource(machine, day, __version__, edition), events))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, text.encode())
        except OSError as error:
            raise StatisticsStoreError(
                f"{path}:0: tidak bisa ditulis ({error.strerror})"
            ) from error
        self.works = True

    def _files(self) -> tuple[Path, ...]:
        """Return the files of all days, and that of version 0.1."""
        old = (self.old_file,) if self.old_file.exists() else ()
        try:
            return *old, *sorted(self.folder.glob(f"*{SUFFIX}"))
        except OSError as error:
            raise StatisticsStoreError(
                f"{self.folder}:0: tidak bisa dibaca ({error.strerror})"
            ) from error

    def _machine(self) -> str:
        """Return the random name of this machine: that of an earlier file, or a new one."""
        names = (path.name[:MACHINE_LETTERS] for path in self._files() if path != self.old_file)
        known = [name for name in names if is_machine(name)]
        if not known and self.old_file.exists():
            known = [source.machine for source in read_statistics(self.old_file).counts]
        return known[0] if known else secrets.token_hex(NAME_BYTES)


def is_machine(name: str) -> bool:
    """Return whether a text can be the random name of a machine."""
    return len(name) == MACHINE_LETTERS and not set(name) - set("0123456789abcdef")


def read_statistics(path: Path) -> Statistics:
    """Return the statistics in a file; raise StatisticsStoreError, also for a single bad line."""
    reading = read_leniently(path, CsvReader())
    for problem in reading.problems:
        raise StatisticsStoreError(f"{path}:{problem.line}: {problem.text}")
    return reading.statistics


def read_leniently(path: Path, reader: CsvReader) -> ParsedStatistics:
    """Return what can be read of a file; raise StatisticsStoreError if nothing can.

    Anything but a regular file is refused without waiting for it.
    """
    try:
        data = _read(path)
        if len(data) > MOST_BYTES:
            raise StatisticsStoreError(
                f"{path}:0: lebih besar dari {MOST_BYTES // 1024 // 1024} MiB"
            )
        return reader.read(data.decode())
    except UnicodeDecodeError as error:
        raise StatisticsStoreError(f"{path}:0: bukan UTF-8") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya keliru"
        raise StatisticsStoreError(f"{path}:0: tidak bisa dibaca ({reason})") from error


def _read(path: Path) -> bytes:
    """Return at most one byte more than allowed."""
    handle = os.open(path, os.O_RDONLY | NON_BLOCKING)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "bukan berkas biasa")
        return file.read(MOST_BYTES + 1)


def statistics_files(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the CSV files in a folder and below it, in the order of their names.

    Links inside a folder are not followed: they could form a cycle.
    """
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if name.lower().endswith(SUFFIX) and not name.startswith(".") and not file.is_symlink():
                yield file

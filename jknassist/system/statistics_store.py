"""Statistics file on disk: read, incremented and replaced atomically, so a kill loses nothing."""

import secrets
from datetime import date
from pathlib import Path

from jknassist.core.statistics import (
    EMPTY,
    CounterKey,
    Statistics,
    StatisticsError,
    as_csv,
    counted,
    from_csv,
)
from jknassist.system.atomic_file import write_atomically

FILE = "tally.csv"
NAME_BYTES = 4
MOST_BYTES = 16 * 1024 * 1024


class StatisticsStoreError(Exception):
    """The statistics file cannot be read or written; the text names the file and the reason."""


class StatisticsStore:
    """The statistics file of this machine; `works` is whether the last count succeeded."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.works = True

    def read(self) -> Statistics:
        """Return the statistics counted so far; raise StatisticsStoreError."""
        return read_statistics(self.path) if self.path.exists() else EMPTY

    def count(self, outcome: str, day: date) -> None:
        """Add one visit that reached an outcome; raise StatisticsStoreError.

        A file that cannot be parsed is left unchanged.
        """
        self.works = False
        statistics = self.read()
        known = next((key.machine for key in statistics.counts), "")
        machine = known or secrets.token_hex(NAME_BYTES)
        text = as_csv(counted(statistics, CounterKey(machine, day, outcome)))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, text.encode())
        except OSError as error:
            reason = error.strerror
            raise StatisticsStoreError(f"{self.path}:0: tidak bisa ditulis ({reason})") from error
        self.works = True


def read_statistics(path: Path) -> Statistics:
    """Return the statistics in a file; raise StatisticsStoreError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise StatisticsStoreError(
                f"{path}:0: lebih besar dari {MOST_BYTES // 1024 // 1024} MiB"
            )
        return from_csv(data.decode())
    except StatisticsError as error:
        raise StatisticsStoreError(f"{path}:{error.line}: {error.text}") from error
    except UnicodeDecodeError as error:
        raise StatisticsStoreError(f"{path}:0: bukan UTF-8") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya keliru"
        raise StatisticsStoreError(f"{path}:0: tidak bisa dibaca ({reason})") from error

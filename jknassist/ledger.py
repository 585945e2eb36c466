"""The tally on disk: read, counted up, and written so that a kill at any moment loses nothing."""

import os
import secrets
from datetime import date
from pathlib import Path

from jknassist.core.tally import EMPTY, Slot, Tally, TallyError, as_csv, counted, from_csv

FILE = "tally.csv"
NAME_BYTES = 4
MOST_BYTES = 16 * 1024 * 1024


class LedgerError(Exception):
    """The tally cannot be read or written; the text says which file and why."""


class Ledger:
    """The tally of this machine, in one file of a folder; `works` tells of the last count."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self.works = True

    def read(self) -> Tally:
        """Return what was counted so far; raise LedgerError."""
        return read_tally(self.path) if self.path.exists() else EMPTY

    def count(self, outcome: str, day: date) -> None:
        """Count one more ending; raise LedgerError. A file that cannot be read stays untouched."""
        self.works = False
        tally = self.read()
        machine = next((slot.machine for slot in tally.counts), "") or secrets.token_hex(NAME_BYTES)
        write_whole(self.path, as_csv(counted(tally, Slot(machine, day, outcome))))
        self.works = True


def read_tally(path: Path) -> Tally:
    """Return the tally in a file; raise LedgerError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise LedgerError(f"{path}:0: lebih besar dari {MOST_BYTES // 1024 // 1024} MiB")
        return from_csv(data.decode())
    except TallyError as error:
        raise LedgerError(f"{path}:{error.line}: {error.text}") from error
    except UnicodeDecodeError as error:
        raise LedgerError(f"{path}:0: bukan UTF-8") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya keliru"
        raise LedgerError(f"{path}:0: tidak bisa dibaca ({reason})") from error


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; raise LedgerError.

    The text goes to a file beside it, down to the disk, and then takes the name: whoever reads, and
    whoever comes back after a power cut, finds the old text or the new one.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}-new")
        # What a kill left there, and nothing that somebody else laid there, is written into.
        beside.unlink(missing_ok=True)
        try:
            with beside.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _keep_name(path.parent)
    except OSError as error:
        raise LedgerError(f"{path}:0: tidak bisa ditulis ({error.strerror})") from error


def _keep_name(folder: Path) -> None:
    """Bring the new name itself to the disk; Windows does that by itself and has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

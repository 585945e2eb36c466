"""Interface of the system's print queue: its printers and the state of our jobs.

Qt reports neither missing paper nor the result of a job, so the system is queried directly. Every
call may block; callers use a `BackgroundTask`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PrinterProblem(StrEnum):
    """Why nothing is printed; each problem has a sentence among the interface words."""

    NO_PRINTER = "no_printer"
    VIRTUAL = "virtual"
    NO_PAPER = "no_paper"
    STOPPED = "stopped"
    REFUSED = "refused"
    SILENT = "silent"


class JobState(StrEnum):
    """State of a print job."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One printer of the system; a `virtual` one makes files or faxes instead of paper."""

    name: str
    is_default: bool = False
    virtual: bool = False
    problem: PrinterProblem | None = None


class Spooler(Protocol):
    """The print queue of one system.

    `keeps_finished` is whether completed jobs are still listed.
    """

    @property
    def keeps_finished(self) -> bool:
        """Whether the queue still lists completed jobs."""

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers, the default one first."""

    def jobs(self, printer: str) -> dict[int, JobState]:
        """Return this user's jobs on a printer by id, completed ones too if they are listed."""

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        """Return the ids of this user's jobs with a title that are not completed."""

    def cancel(self, printer: str, job: int) -> None:
        """Cancel a job; no error if it is completed already."""


class NoSpooler:
    """Null object for a system without a usable print queue: it has no printers."""

    keeps_finished = True

    def printers(self) -> tuple[Printer, ...]:
        """Return nothing: there is no printer."""
        return ()

    def jobs(self, printer: str) -> dict[int, JobState]:  # noqa: ARG002
        """Return nothing: there is no job."""
        return {}

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:  # noqa: ARG002
        """Return nothing: there is no job."""
        return ()

    def cancel(self, printer: str, job: int) -> None:
        """Do nothing: there is nothing to cancel."""


VIRTUAL_URIS = ("file:", "cups-pdf:", "pdf:", "fax:", "hpfax:", "efax:", "xps:", "/dev/null")
"""Beginnings of CUPS device URIs that print on no paper."""

VIRTUAL_PORTS = ("portprompt:", "file:", "shrfax:", "nul:", "xpsport:", "pdf:")
"""Beginnings of Windows port names that print on no paper."""

VIRTUAL_NAME = re.compile(r"\b(pdf|fax|faks|xps|onenote|image writer)\b", re.IGNORECASE)


def is_virtual(name: str, driver: str, target: str) -> bool:
    """Return whether a printer makes files or faxes, by its device, driver and name."""
    sends = target.lower()
    described = f"{name} {driver}".replace("_", " ").replace("-", " ")
    return sends.startswith((*VIRTUAL_URIS, *VIRTUAL_PORTS)) or bool(VIRTUAL_NAME.search(described))


def in_order(printers: tuple[Printer, ...]) -> tuple[Printer, ...]:
    """Return printers with the default one first, the others by name."""
    return tuple(sorted(printers, key=lambda one: (not one.is_default, one.name)))


def fit_for_kiosk(printers: tuple[Printer, ...]) -> tuple[Printer, ...]:
    """Return the printers that print on paper, with or without a problem."""
    return tuple(printer for printer in printers if not printer.virtual)

"""What the print queue of the system tells: which printers there are, and how a job fares.

Qt knows neither that the paper is out nor what became of a job, so the system is asked itself.
Every call here may take long; callers use a `BackgroundTask`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PrinterProblem(StrEnum):
    """Why no paper comes; each has a sentence among the interface words."""

    NO_PRINTER = "no_printer"
    VIRTUAL = "virtual"
    NO_PAPER = "no_paper"
    STOPPED = "stopped"
    REFUSED = "refused"
    SILENT = "silent"


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Printer:
    """One printer as the system describes it; `virtual` makes files or faxes instead of paper."""

    name: str
    is_default: bool = False
    virtual: bool = False
    trouble: PrinterProblem | None = None


class Spooler(Protocol):
    """The print queue of one system.

    `keeps_finished` tells whether a job that is done can still be seen among the jobs.
    """

    @property
    def keeps_finished(self) -> bool:
        """Whether jobs that are done are still listed."""

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers, the default one first."""

    def jobs(self, printer: str) -> dict[int, JobState]:
        """Return the jobs of this user on a printer, the finished ones too where they are kept."""

    def cancel(self, printer: str, job: int) -> None:
        """Take a job out of the queue; one that is done already is no fault."""


class NoSpooler:
    """A system without a print queue, or with one that cannot be asked: there is no printer."""

    keeps_finished = True

    def printers(self) -> tuple[Printer, ...]:
        """Return nothing: there is no printer."""
        return ()

    def jobs(self, printer: str) -> dict[int, JobState]:  # noqa: ARG002
        """Return nothing: there is no job."""
        return {}

    def cancel(self, printer: str, job: int) -> None:
        """Do nothing: there is nothing to cancel."""


VIRTUAL_URIS = ("file:", "cups-pdf:", "pdf:", "fax:", "hpfax:", "efax:", "xps:", "/dev/null")
"""Where CUPS sends what is never put on paper."""

VIRTUAL_PORTS = ("portprompt:", "file:", "shrfax:", "nul:", "xpsport:", "pdf:")
"""The same on Windows."""

VIRTUAL_NAME = re.compile(r"\b(pdf|fax|faks|xps|onenote|image writer)\b", re.IGNORECASE)


def is_virtual(name: str, driver: str, target: str) -> bool:
    """Tell whether a printer makes files or faxes, by where it sends and what it calls itself."""
    sends = target.lower()
    described = f"{name} {driver}".replace("_", " ").replace("-", " ")
    return sends.startswith((*VIRTUAL_URIS, *VIRTUAL_PORTS)) or bool(VIRTUAL_NAME.search(described))


def in_order(printers: tuple[Printer, ...]) -> tuple[Printer, ...]:
    """Return printers with the default one first, the others by name."""
    return tuple(sorted(printers, key=lambda one: (not one.is_default, one.name)))


def fit_for_kiosk(printers: tuple[Printer, ...]) -> tuple[Printer, ...]:
    """Return the printers that put ink on paper, in trouble or not."""
    return tuple(printer for printer in printers if not printer.virtual)

"""Spooler for Windows through win32print of pywin32, which is imported on Windows only."""

# ruff: noqa: N802  the names are those of win32print

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from jknassist.gui.printing.spooler.base import (
    JobState,
    Printer,
    PrinterProblem,
    in_order,
    is_virtual,
)

LOCAL_AND_CONNECTED = 0x2 | 0x4
LEVEL_OF_PRINTERS, LEVEL_OF_JOBS = 2, 1
MOST_JOBS = 200
CANCEL = 5  # JOB_CONTROL_DELETE

# PRINTER_STATUS_... and PRINTER_ATTRIBUTE_... as Windows numbers them.
PAPER_FLAGS = 0x8 | 0x10 | 0x40 | 0x800  # jam, out, problem, output bin full
STOP_FLAGS = 0x1 | 0x2 | 0x80 | 0x1000 | 0x100000 | 0x400000  # paused, error, offline, gone, ...
WORKS_OFFLINE = 0x400

# JOB_STATUS_...
JOB_FAILED = 0x1 | 0x2 | 0x4 | 0x20 | 0x40 | 0x200 | 0x400  # paused, error, deleting, offline, ...
JOB_PRINTING = 0x8 | 0x10
JOB_DONE = 0x80 | 0x1000


class PrintApi(Protocol):
    """What is called of win32print; its dictionaries name the fields of PRINTER_INFO_2 and such."""

    def EnumPrinters(
        self, flags: int, name: str | None, level: int, /
    ) -> Sequence[Mapping[str, Any]]:
        """Return the printers."""

    def GetDefaultPrinter(self) -> str:
        """Return the name of the default printer; an error if there is none."""

    def OpenPrinter(self, name: str, /) -> Any:
        """Return a handle of a printer."""

    def ClosePrinter(self, handle: Any, /) -> None:
        """Close a handle."""

    def EnumJobs(
        self,
        handle: Any,
        first: int,
        count: int,
        level: int,
        /,
    ) -> Sequence[Mapping[str, Any]]:
        """Return the jobs of a printer."""

    def SetJob(
        self,
        handle: Any,
        job: int,
        level: int,
        info: None,
        command: int,
        /,
    ) -> None:
        """Have something done with a job."""


def problem_in(status: int, attributes: int) -> PrinterProblem | None:
    """Derive the problem of a printer from its status flags, or None."""
    if status & PAPER_FLAGS:
        return PrinterProblem.NO_PAPER
    if status & STOP_FLAGS or attributes & WORKS_OFFLINE:
        return PrinterProblem.STOPPED
    return None


def job_state(status: int) -> JobState:
    """Derive the state of a job from its status flags."""
    if status & JOB_FAILED:
        return JobState.FAILED
    if status & JOB_DONE:
        return JobState.DONE
    return JobState.PRINTING if status & JOB_PRINTING else JobState.WAITING


class WindowsSpooler:
    """Print spooler of this computer; what Windows refuses to tell is not there."""

    keeps_finished = False

    def __init__(self, api: PrintApi, errors: tuple[type[Exception], ...]) -> None:
        self._api = api
        self._errors = errors

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers with the problem that the spooler reports of each."""
        try:
            found = self._api.EnumPrinters(LOCAL_AND_CONNECTED, None, LEVEL_OF_PRINTERS)
        except self._errors:
            return ()
        default = self._default()
        return in_order(tuple(_printer(one, default) for one in found))

    def jobs(self, printer: str) -> dict[int, JobState]:
        """Return the jobs of a printer by id; completed ones soon disappear."""
        return {one["JobId"]: job_state(one["Status"]) for one in self._listed(printer)}

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        """Return the ids of jobs with a title that are not completed."""
        found = (one for one in self._listed(printer) if one["pDocument"] == title)
        return tuple(one["JobId"] for one in found if job_state(one["Status"]) is not JobState.DONE)

    def _listed(self, printer: str) -> Sequence[Mapping[str, Any]]:
        try:
            with self._opened(printer) as handle:
                listed: Sequence[Mapping[str, Any]] = self._api.EnumJobs(
                    handle, 0, MOST_JOBS, LEVEL_OF_JOBS
                )
        except self._errors:
            return ()
        return listed

    def cancel(self, printer: str, job: int) -> None:
        """Cancel a job; one that is gone is no error."""
        try:
            with self._opened(printer) as handle:
                self._api.SetJob(handle, job, 0, None, CANCEL)
        except self._errors:
            return

    def _default(self) -> str:
        try:
            return self._api.GetDefaultPrinter()
        except self._errors:
            return ""

    @contextmanager
    def _opened(self, printer: str) -> Iterator[Any]:
        handle = self._api.OpenPrinter(printer)
        try:
            yield handle
        finally:
            self._api.ClosePrinter(handle)


def spooler() -> WindowsSpooler:
    """Return the spooler of this Windows; raise ImportError where win32print is missing."""
    import pywintypes  # noqa: PLC0415  (exists on Windows alone, as does the next)
    import win32print  # noqa: PLC0415

    # Where there is no default printer, older versions raise the plainer of the two.
    return WindowsSpooler(win32print, (pywintypes.error, RuntimeError))


def _printer(found: Mapping[str, Any], default: str) -> Printer:
    name = found["pPrinterName"] or ""
    return Printer(
        name=name,
        is_default=name == default,
        virtual=is_virtual(name, found["pDriverName"] or "", found["pPortName"] or ""),
        problem=problem_in(found["Status"], found["Attributes"]),
    )

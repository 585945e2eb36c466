"""Spooler for CUPS through libcups (ctypes), which Qt itself needs in order to print."""

import ctypes
import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from jknassist.gui.printing.spooler.base import (
    JobState,
    Printer,
    PrinterProblem,
    in_order,
    is_virtual,
)
from jknassist.gui.printing.spooler.native import declare

LIBRARY = "libcups.so.2"
"""The library that Qt prints with. libcups.so.3 has other signatures, and Qt cannot print with it
alone, so no printer is offered there."""

OF_THIS_USER = 1
ALL_JOBS, ACTIVE_JOBS = -1, 0

STOPPED = "5"
PAPER_REASONS = ("media-empty", "media-needed", "media-jam", "input-tray-missing")
STOP_REASONS = (
    "offline",
    "shutdown",
    "connecting-to-device",
    "timed-out",
    "paused",
    "door-open",
    "cover-open",
    "stopped",
    "other-error",
)

JOB_STATES = {
    3: JobState.WAITING,
    4: JobState.FAILED,  # held: nobody at the counter will release it
    5: JobState.PRINTING,
    6: JobState.FAILED,
    7: JobState.FAILED,
    8: JobState.FAILED,
    9: JobState.DONE,
}


class _Option(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("value", ctypes.c_char_p))


class _Destination(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.POINTER(_Option)),
    )


class _Job(ctypes.Structure):
    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


_DESTINATIONS, _JOBS = ctypes.POINTER(_Destination), ctypes.POINTER(_Job)

SIGNATURES = {
    "cupsGetDests": (ctypes.c_int, (ctypes.POINTER(_DESTINATIONS),)),
    "cupsFreeDests": (None, (ctypes.c_int, _DESTINATIONS)),
    "cupsGetJobs": (
        ctypes.c_int,
        (ctypes.POINTER(_JOBS), ctypes.c_char_p, ctypes.c_int, ctypes.c_int),
    ),
    "cupsFreeJobs": (None, (ctypes.c_int, _JOBS)),
    "cupsCancelJob": (ctypes.c_int, (ctypes.c_char_p, ctypes.c_int)),
}
"""Every function of CUPS that is called, as cups.h of CUPS 2 declares it."""


class CupsSpooler:
    """Print queue of the CUPS server of this user."""

    keeps_finished = True

    def __init__(self, library: ctypes.CDLL) -> None:
        declare(library, SIGNATURES)
        self._library = library

    def printers(self) -> tuple[Printer, ...]:
        """Return the printers with the problem that CUPS reports of each."""
        found = _DESTINATIONS()
        count = self._library.cupsGetDests(ctypes.byref(found))
        try:
            return in_order(tuple(_printer(found[index]) for index in range(count)))
        finally:
            self._library.cupsFreeDests(count, found)

    def jobs(self, printer: str) -> dict[int, JobState]:
        """Return this user's jobs on a printer by id, as far as CUPS keeps them."""
        with self._listed(printer, ALL_JOBS) as found:
            return {one.id: JOB_STATES.get(one.state, JobState.FAILED) for one in found}

    def unfinished(self, printer: str, title: str) -> tuple[int, ...]:
        """Return the ids of this user's jobs with a title that are not completed."""
        with self._listed(printer, ACTIVE_JOBS) as found:
            return tuple(one.id for one in found if _text(one.title) == title)

    @contextmanager
    def _listed(self, printer: str, which: int) -> Iterator[list[_Job]]:
        """Yield this user's jobs on a printer; they are freed at the end of the block."""
        found = _JOBS()
        count = max(
            self._library.cupsGetJobs(ctypes.byref(found), printer.encode(), OF_THIS_USER, which), 0
        )
        try:
            yield [found[index] for index in range(count)]
        finally:
            self._library.cupsFreeJobs(count, found)

    def cancel(self, printer: str, job: int) -> None:
        """Cancel a job."""
        self._library.cupsCancelJob(printer.encode(), job)


@functools.cache
def spooler() -> CupsSpooler:
    """Return the CUPS spooler; raise OSError if libcups cannot be used."""
    return CupsSpooler(ctypes.CDLL(LIBRARY))


def problem_in(options: Mapping[str, str]) -> PrinterProblem | None:
    """Derive the problem of a printer from its attributes, or None."""
    reasons = options.get("printer-state-reasons", "none").split(",")
    if options.get("printer-is-accepting-jobs") == "false":
        return PrinterProblem.REFUSED
    if any(reason.startswith(PAPER_REASONS) for reason in reasons):
        return PrinterProblem.NO_PAPER
    if options.get("printer-state") == STOPPED or any(map(_stops, reasons)):
        return PrinterProblem.STOPPED
    return None


def _stops(reason: str) -> bool:
    return reason.startswith(STOP_REASONS) and not reason.endswith("-warning")


def _printer(found: _Destination) -> Printer:
    options = dict(_options(found))
    name = _text(found.name)
    instance = f"/{_text(found.instance)}" if found.instance else ""
    return Printer(
        name=name + instance,
        is_default=bool(found.is_default),
        virtual=is_virtual(
            name, options.get("printer-make-and-model", ""), options.get("device-uri", "")
        ),
        problem=problem_in(options),
    )


def _options(found: _Destination) -> Iterator[tuple[str, str]]:
    for index in range(found.num_options):
        option = found.options[index]
        yield _text(option.name), _text(option.value)


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode(errors="replace")

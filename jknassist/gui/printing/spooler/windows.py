"""Spooler for Windows through winspool (ctypes); imported on Windows only."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from jknassist.gui.printing.spooler.base import (
    JobState,
    Printer,
    PrinterProblem,
    in_order,
    is_virtual,
)
from jknassist.gui.printing.spooler.native import declare

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


class PrinterInfo(ctypes.Structure):
    """PRINTER_INFO_2W."""

    _fields_ = (
        ("server", ctypes.c_wchar_p),
        ("name", ctypes.c_wchar_p),
        ("share", ctypes.c_wchar_p),
        ("port", ctypes.c_wchar_p),
        ("driver", ctypes.c_wchar_p),
        ("comment", ctypes.c_wchar_p),
        ("location", ctypes.c_wchar_p),
        ("mode", ctypes.c_void_p),
        ("separator", ctypes.c_wchar_p),
        ("processor", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
        ("parameters", ctypes.c_wchar_p),
        ("security", ctypes.c_void_p),
        ("attributes", ctypes.c_uint32),
        ("priority", ctypes.c_uint32),
        ("default_priority", ctypes.c_uint32),
        ("start", ctypes.c_uint32),
        ("until", ctypes.c_uint32),
        ("status", ctypes.c_uint32),
        ("jobs", ctypes.c_uint32),
        ("pace", ctypes.c_uint32),
    )


class JobInfo(ctypes.Structure):
    """JOB_INFO_1W; the SYSTEMTIME at its end is padding that is not read."""

    _fields_ = (
        ("id", ctypes.c_uint32),
        ("printer", ctypes.c_wchar_p),
        ("machine", ctypes.c_wchar_p),
        ("user", ctypes.c_wchar_p),
        ("document", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
        ("told", ctypes.c_wchar_p),
        ("status", ctypes.c_uint32),
        ("priority", ctypes.c_uint32),
        ("position", ctypes.c_uint32),
        ("pages", ctypes.c_uint32),
        ("pages_printed", ctypes.c_uint32),
        ("submitted", ctypes.c_uint16 * 8),
    )


_NUMBER, _TEXT, _HANDLE = ctypes.c_uint32, ctypes.c_wchar_p, ctypes.c_void_p
_COUNT, _YES = ctypes.POINTER(_NUMBER), ctypes.c_int

SIGNATURES = {
    "EnumPrintersW": (
        _YES,
        (_NUMBER, _TEXT, _NUMBER, ctypes.c_void_p, _NUMBER, _COUNT, _COUNT),
    ),
    "EnumJobsW": (
        _YES,
        (_HANDLE, _NUMBER, _NUMBER, _NUMBER, ctypes.c_void_p, _NUMBER, _COUNT, _COUNT),
    ),
    "SetJobW": (_YES, (_HANDLE, _NUMBER, _NUMBER, ctypes.c_void_p, _NUMBER)),
    "GetDefaultPrinterW": (_YES, (_TEXT, _COUNT)),
    "OpenPrinterW": (_YES, (_TEXT, ctypes.POINTER(_HANDLE), ctypes.c_void_p)),
    "ClosePrinter": (_YES, (_HANDLE,)),
}
"""Every function of the spooler that is called, as winspool.h declares it."""


def trouble_in(status: int, attributes: int) -> PrinterProblem | None:
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


if sys.platform == "win32":

    class WindowsSpooler:
        """Print spooler of this computer."""

        keeps_finished = False

        def __init__(self) -> None:
            library = ctypes.WinDLL("winspool.drv", use_last_error=True)
            declare(library, SIGNATURES)
            self._library = library

        def printers(self) -> tuple[Printer, ...]:
            """Return the printers with the problem that the spooler reports of each."""
            needed, count = ctypes.c_uint32(), ctypes.c_uint32()
            ask = self._library.EnumPrintersW
            ends = (ctypes.byref(needed), ctypes.byref(count))
            ask(LOCAL_AND_CONNECTED, None, LEVEL_OF_PRINTERS, None, 0, *ends)
            buffer = ctypes.create_string_buffer(max(needed.value, 1))
            if not ask(LOCAL_AND_CONNECTED, None, LEVEL_OF_PRINTERS, buffer, needed.value, *ends):
                return ()
            found = ctypes.cast(buffer, ctypes.POINTER(PrinterInfo))
            default = self._default()
            return in_order(tuple(_printer(found[n], default) for n in range(count.value)))

        def jobs(self, printer: str) -> dict[int, JobState]:
            """Return the jobs of a printer by id; completed ones soon disappear."""
            with self._opened(printer) as handle:
                needed, count = ctypes.c_uint32(), ctypes.c_uint32()
                ask = self._library.EnumJobsW
                ends = (ctypes.byref(needed), ctypes.byref(count))
                ask(handle, 0, MOST_JOBS, LEVEL_OF_JOBS, None, 0, *ends)
                buffer = ctypes.create_string_buffer(max(needed.value, 1))
                if not ask(handle, 0, MOST_JOBS, LEVEL_OF_JOBS, buffer, needed.value, *ends):
                    return {}
                found = ctypes.cast(buffer, ctypes.POINTER(JobInfo))
                return {found[n].id: job_state(found[n].status) for n in range(count.value)}

        def cancel(self, printer: str, job: int) -> None:
            """Cancel a job."""
            with self._opened(printer) as handle:
                self._library.SetJobW(handle, job, 0, None, CANCEL)

        def _default(self) -> str:
            size = ctypes.c_uint32(512)
            name = ctypes.create_unicode_buffer(size.value)
            found = self._library.GetDefaultPrinterW(name, ctypes.byref(size))
            return name.value if found else ""

        @contextmanager
        def _opened(self, printer: str) -> Iterator[ctypes.c_void_p]:
            handle = ctypes.c_void_p()
            self._library.OpenPrinterW(printer, ctypes.byref(handle), None)
            try:
                yield handle
            finally:
                self._library.ClosePrinter(handle)

    def _printer(found: PrinterInfo, default: str) -> Printer:
        return Printer(
            name=found.name,
            is_default=found.name == default,
            virtual=is_virtual(found.name, found.driver or "", found.port or ""),
            trouble=trouble_in(found.status, found.attributes),
        )

"""Printer and job states of Windows."""

# ruff: noqa: N802  the names are those of win32print

import sys

import pytest

from jknassist.gui.printing.spooler import windows
from jknassist.gui.printing.spooler.base import (
    JobState,
    Printer,
    PrinterProblem,
)


@pytest.mark.parametrize(
    ("status", "attributes", "problem"),
    [
        (0, 0, None),
        (0x20000, 0, None),  # toner low
        (0x400, 0x40, None),  # printing
        (0x10, 0, PrinterProblem.NO_PAPER),
        (0x8, 0, PrinterProblem.NO_PAPER),
        (0x80, 0, PrinterProblem.STOPPED),
        (0x400000, 0, PrinterProblem.STOPPED),
        (0, 0x400, PrinterProblem.STOPPED),
    ],
)
def test_the_flags_of_windows_are_read(
    status: int, attributes: int, problem: PrinterProblem | None
) -> None:
    assert windows.problem_in(status, attributes) is problem


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (0, JobState.WAITING),
        (0x8, JobState.PRINTING),
        (0x10 | 0x40, JobState.FAILED),
        (0x1000, JobState.DONE),
        (0x80, JobState.DONE),
    ],
)
def test_the_flags_of_a_windows_job_are_read(status: int, state: JobState) -> None:
    assert windows.job_state(status) is state


class Recorded:
    """Answers in the form in which win32print gives them; the printers are invented."""

    class Error(Exception):
        """Stands for pywintypes.error."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []
        self.default: str | None = "EPSON Loket 1"
        self.gone = False

    def EnumPrinters(self, flags: int, name: str | None, level: int) -> list[dict[str, object]]:
        self.told.append(("printers", flags, name, level))
        if self.gone:
            raise self.Error(1722, "EnumPrinters", "The RPC server is unavailable.")
        return [
            info("Microsoft Print to PDF", "PORTPROMPT:", "Microsoft Print To PDF"),
            info("EPSON Loket 1", "USB001", "EPSON TM-T82 Receipt", status=0x10),
            info("Printer Lantai 2", "IP_192.0.2.7", "Contoh Universal", attributes=0x400),
        ]

    def GetDefaultPrinter(self) -> str:
        if self.default is None:
            raise RuntimeError("The default printer was not found.")
        return self.default

    def OpenPrinter(self, name: str) -> str:
        if self.gone:
            raise self.Error(1801, "OpenPrinter", "The printer name is invalid.")
        self.told.append(("open", name))
        return f"handle of {name}"

    def ClosePrinter(self, handle: str) -> None:
        self.told.append(("close", handle))

    def EnumJobs(self, handle: str, first: int, count: int, level: int) -> list[dict[str, object]]:
        self.told.append(("jobs", handle, first, count, level))
        return [
            {"JobId": 7, "Status": 0x10, "pDocument": "Ringkasan", "pStatus": None},
            {"JobId": 8, "Status": 0, "pDocument": "Ringkasan", "pStatus": None},
            {"JobId": 9, "Status": 0x80, "pDocument": "Ringkasan", "pStatus": None},
            {"JobId": 10, "Status": 0, "pDocument": "Surat", "pStatus": None},
        ]

    def SetJob(self, handle: str, job: int, level: int, details: None, command: int) -> None:
        self.told.append(("set", handle, job, level, details, command))
        if job not in {7, 8}:
            raise self.Error(87, "SetJob", "The parameter is incorrect.")


def info(
    name: str, port: str, driver: str, *, status: int = 0, attributes: int = 0x40
) -> dict[str, object]:
    """Return a PRINTER_INFO_2 as far as it is read."""
    return {
        "pServerName": None,
        "pPrinterName": name,
        "pPortName": port,
        "pDriverName": driver,
        "Attributes": attributes,
        "Status": status,
        "cJobs": 0,
    }


def recorded() -> tuple[windows.WindowsSpooler, Recorded]:
    api = Recorded()
    return windows.WindowsSpooler(api, (Recorded.Error, RuntimeError)), api


def test_the_printers_of_windows_are_read() -> None:
    spooler, api = recorded()
    first, second, third = spooler.printers()
    assert first == Printer(name="EPSON Loket 1", is_default=True, problem=PrinterProblem.NO_PAPER)
    assert second == Printer(name="Microsoft Print to PDF", virtual=True)
    assert third == Printer(name="Printer Lantai 2", problem=PrinterProblem.STOPPED)
    assert api.told == [("printers", 0x2 | 0x4, None, 2)]


def test_without_a_default_printer_none_is_the_default() -> None:
    spooler, api = recorded()
    api.default = None
    assert not any(printer.is_default for printer in spooler.printers())


def test_the_jobs_of_a_printer_are_read_and_its_handle_is_closed() -> None:
    spooler, api = recorded()
    assert spooler.jobs("EPSON Loket 1") == {
        7: JobState.PRINTING,
        8: JobState.WAITING,
        9: JobState.DONE,
        10: JobState.WAITING,
    }
    handle = "handle of EPSON Loket 1"
    assert api.told == [("open", "EPSON Loket 1"), ("jobs", handle, 0, 200, 1), ("close", handle)]


def test_the_unfinished_jobs_of_a_title_are_told() -> None:
    spooler, api = recorded()
    assert spooler.unfinished("EPSON Loket 1", "Ringkasan") == (7, 8)
    api.gone = True
    assert spooler.unfinished("EPSON Loket 1", "Ringkasan") == ()


def test_a_job_is_cancelled_and_one_that_is_gone_is_no_error() -> None:
    spooler, api = recorded()
    for job in (7, 99):
        api.told.clear()
        spooler.cancel("EPSON Loket 1", job)
        kinds = [told[0] for told in api.told]
        assert kinds == ["open", "set", "close"]
        assert api.told[1][2:] == (job, 0, None, 5)


def test_a_spooler_that_does_not_answer_has_no_printers() -> None:
    spooler, api = recorded()
    api.gone = True
    assert spooler.printers() == ()
    assert spooler.jobs("EPSON Loket 1") == {}
    spooler.cancel("EPSON Loket 1", 7)


@pytest.mark.skipif(sys.platform == "win32", reason="it is there on Windows")
def test_where_pywin32_is_missing_there_is_no_spooler() -> None:
    with pytest.raises(ImportError):
        windows.spooler()


@pytest.mark.skipif(sys.platform != "win32", reason="win32print exists on Windows alone")
def test_the_spooler_of_this_windows_answers() -> None:
    """Whatever printers there are: what is read of each has to be there under its name."""
    for printer in windows.spooler().printers():
        assert printer.name
        assert isinstance(windows.spooler().jobs(printer.name), dict)

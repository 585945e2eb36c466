"""What the print queue tells, read right: trouble, virtual printers, and jobs."""

import ctypes
import inspect
import re
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from jknassist.gui.printing import spooler
from jknassist.gui.printing.spooler import cups, detect, windows
from jknassist.gui.printing.spooler.base import (
    JobState,
    NoSpooler,
    Printer,
    PrinterProblem,
    fit_for_kiosk,
    in_order,
    is_virtual,
)
from jknassist.gui.printing.spooler.native import declare


@pytest.mark.parametrize(
    ("name", "driver", "target"),
    [
        ("Microsoft Print to PDF", "Microsoft Print To PDF", "PORTPROMPT:"),
        ("Microsoft XPS Document Writer", "Microsoft XPS Document Writer v4", "PORTPROMPT:"),
        ("Fax", "Microsoft Shared Fax Driver", "SHRFAX:"),
        ("OneNote (Desktop)", "Send to Microsoft OneNote 16 Driver", "nul:"),
        ("PDF", "Generic CUPS-PDF Printer (w/ options)", "cups-pdf:/"),
        ("Cetak_ke_PDF", "", "ipp://localhost/ipp/print"),
        ("Arsip", "Raw", "file:///dev/null"),
        ("Faks_kantor", "HP Fax 3", "hpfax:/usb/Contoh"),
    ],
)
def test_a_printer_that_makes_no_paper_is_told_apart(name: str, driver: str, target: str) -> None:
    assert is_virtual(name, driver, target)


@pytest.mark.parametrize(
    ("name", "driver", "target"),
    [
        ("Kantor", "Contoh LaserJet 1020", "usb://Contoh/LaserJet"),
        ("POS-58", "POS-58 Series", "USB001"),
        ("Struk80", "Contoh TM-T82 Receipt", "socket://192.0.2.7:9100"),
        ("Halifax", "Contoh DeskJet", "LPT1:"),
    ],
)
def test_a_printer_with_ink_or_heat_is_one(name: str, driver: str, target: str) -> None:
    assert not is_virtual(name, driver, target)


@pytest.mark.parametrize(
    ("options", "trouble"),
    [
        ({}, None),
        ({"printer-state": "3", "printer-state-reasons": "none"}, None),
        ({"printer-state-reasons": "toner-low-warning"}, None),
        ({"printer-state-reasons": "media-low-warning"}, None),
        ({"printer-state-reasons": "media-empty-error"}, PrinterProblem.NO_PAPER),
        ({"printer-state-reasons": "toner-low-report,media-jam"}, PrinterProblem.NO_PAPER),
        ({"printer-state-reasons": "offline-report"}, PrinterProblem.STOPPED),
        ({"printer-state-reasons": "door-open-report"}, PrinterProblem.STOPPED),
        ({"printer-state": "5", "printer-state-reasons": "none"}, PrinterProblem.STOPPED),
        ({"printer-is-accepting-jobs": "false", "printer-state": "5"}, PrinterProblem.REFUSED),
        ({"printer-is-accepting-jobs": "true"}, None),
    ],
)
def test_the_attributes_of_cups_are_read(
    options: dict[str, str], trouble: PrinterProblem | None
) -> None:
    assert cups.trouble_in(options) is trouble


@pytest.mark.parametrize(
    ("status", "attributes", "trouble"),
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
    status: int, attributes: int, trouble: PrinterProblem | None
) -> None:
    assert windows.trouble_in(status, attributes) is trouble


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


def test_the_structures_of_windows_have_their_documented_size() -> None:
    # 13 pointers and 8 numbers; a number, 6 pointers, 5 numbers and a time of 16 bytes, rounded up.
    assert ctypes.sizeof(windows.PrinterInfo) == 13 * 8 + 8 * 4
    assert ctypes.sizeof(windows.JobInfo) == 8 + 6 * 8 + 5 * 4 + 16 + 4


def test_the_default_printer_comes_first() -> None:
    found = in_order((Printer(name="b"), Printer(name="a"), Printer(name="z", is_default=True)))
    assert [printer.name for printer in found] == ["z", "a", "b"]


def test_a_kiosk_is_offered_paper_only_and_also_printers_in_trouble() -> None:
    found = (Printer(name="a", virtual=True), Printer(name="b", trouble=PrinterProblem.NO_PAPER))
    assert [printer.name for printer in fit_for_kiosk(found)] == ["b"]


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """Let the library of CUPS be looked for again, and forget afterwards what was found."""
    cups.spooler.cache_clear()
    yield
    cups.spooler.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_without_the_library_of_cups_there_are_no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "LIBRARY", "libtidakada.so.2")
    found = detect.of_this_system()
    assert found.printers() == ()
    assert found.jobs("a") == {}
    found.cancel("a", 1)


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_a_library_that_lacks_a_function_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "LIBRARY", "libc.so.6")
    with pytest.raises(OSError, match="cupsGetDests"):
        cups.spooler()
    assert isinstance(detect.of_this_system(), NoSpooler)


@pytest.mark.parametrize("module", ["cups", "windows"])
def test_where_ctypes_is_missing_there_are_no_printers(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """As in the builds of November 2026, which left ctypes out."""
    name = f"jknassist.gui.printing.spooler.{module}"
    monkeypatch.setattr(sys, "platform", "win32" if module == "windows" else "linux")
    monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delattr(spooler, module, raising=False)
    assert isinstance(detect.of_this_system(), NoSpooler)


@pytest.mark.parametrize("module", [cups, windows])
def test_every_function_of_a_system_library_has_its_signature(module: ModuleType) -> None:
    """Without one ctypes guesses: a pointer handed on as a number loses its upper half."""
    text = inspect.getsource(module)
    called = set(re.findall(r"_library\.(\w+)", text))
    assert called
    assert called == module.SIGNATURES.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no library of that name")
def test_a_wrong_argument_is_refused_before_the_call() -> None:
    library = ctypes.CDLL("libc.so.6")
    declare(library, {"labs": (ctypes.c_long, (ctypes.c_long,))})
    assert library.labs(-3) == 3
    with pytest.raises(ctypes.ArgumentError):
        library.labs("tiga")

"""Common rules of the spoolers: problems, virtual printers, jobs."""

import pytest

from jknassist.gui.printing.spooler import cups
from jknassist.gui.printing.spooler.base import (
    Printer,
    PrinterProblem,
    fit_for_kiosk,
    in_order,
    is_virtual,
)


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
def test_a_virtual_printer_is_recognised(name: str, driver: str, target: str) -> None:
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
    ("options", "problem"),
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
    options: dict[str, str], problem: PrinterProblem | None
) -> None:
    assert cups.problem_in(options) is problem


def test_the_default_printer_comes_first() -> None:
    found = in_order((Printer(name="b"), Printer(name="a"), Printer(name="z", is_default=True)))
    assert [printer.name for printer in found] == ["z", "a", "b"]


def test_a_kiosk_is_offered_paper_only_and_also_printers_in_trouble() -> None:
    found = (Printer(name="a", virtual=True), Printer(name="b", problem=PrinterProblem.NO_PAPER))
    assert [printer.name for printer in fit_for_kiosk(found)] == ["b"]

"""The kiosk prints at once, and offers alternatives if no paper comes."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.export.print_document import PrintDocuments
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.print_allowance import PrintRules
from jknassist.gui.kiosk.print_panel import KioskPrintPanel
from jknassist.gui.panels.printing import problem_text
from jknassist.gui.printing.spooler.base import PrinterProblem
from jknassist.gui.volunteer.print_panel import PrintPanel
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.conftest import Open, Visitor
from tests.support.deferred_deletion import delete_deferred
from tests.support.print_queue import KNOWLEDGE, PlayedJob, Plug, Sent


@pytest.fixture
def kiosk(visitor: Visitor) -> Callable[..., KioskPrintPanel]:
    """Give a function that lays the panel of a kiosk over an ending."""

    def opened(**settings: object) -> KioskPrintPanel:
        visitor.choose("pulsa")
        summary = visitor.window.flow.summary()
        assert summary is not None
        context = replace(visitor.window.context, is_kiosk=True)
        panel = KioskPrintPanel(PrintDocuments(summary), context, **settings)  # type: ignore[arg-type]
        visitor.window.show_panel(panel)
        return panel

    return opened


def test_a_kiosk_prints_at_once_on_the_printer_of_the_office(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    sent: tuple[Sent, list[PlayedJob]],
    plug: Plug,
) -> None:
    plug("Lain")
    kiosk(printer="Struk", paper=Paper.ROLL_58)
    words = visitor.window.context.words
    assert sent[0] == [("Struk", Paper.ROLL_58, False)]
    assert visitor.sees(words.print_kiosk_title)
    sent[1][0].settled.emit(None)
    assert visitor.sees(words.print_kiosk_sent)


def test_no_paper_is_promised_before_it_is_known_to_have_come_out(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    sent: tuple[Sent, list[PlayedJob]],
    plug: Plug,
) -> None:
    plug("Struk")
    kiosk(printer="Struk")
    words = visitor.window.context.words
    sent[1][0].delayed.emit()
    assert visitor.sees(words.print_kiosk_title)
    assert visitor.sees(words.print_working)
    assert not visitor.sees(words.print_kiosk_sent)
    sent[1][0].settled.emit(PrinterProblem.STOPPED)
    assert visitor.sees(words.print_kiosk_failed)


def test_who_has_had_enough_paper_is_shown_codes_and_numbers(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    sent: tuple[Sent, list[PlayedJob]],
    plug: Plug,
) -> None:
    plug("Struk")
    kiosk(printer="Struk", rules=PrintRules(take_paper=lambda: False))
    words = visitor.window.context.words
    assert visitor.sees(words.print_kiosk_enough)
    assert visitor.sees(words.print_kiosk_instead)
    assert sent[0] == []


def test_who_comes_after_somebody_who_printed_on_and_on_is_not_told_of_a_paper(
    visitor: Visitor, kiosk: Callable[..., KioskPrintPanel], plug: Plug
) -> None:
    plug("Struk")
    kiosk(
        printer="Struk",
        rules=PrintRules(take_paper=lambda: False, has_printed=lambda: False),
    )
    words = visitor.window.context.words
    assert visitor.sees(words.print_kiosk_failed)
    assert visitor.sees(words.print_kiosk_instead)
    assert not visitor.sees(words.print_kiosk_enough)


def test_without_a_setting_a_kiosk_takes_the_first_printer_that_makes_paper(
    qtbot: QtBot,
    kiosk: Callable[..., KioskPrintPanel],
    sent: tuple[Sent, list[PlayedJob]],
    plug: Plug,
) -> None:
    plug("Struk", virtual=("Cetak PDF",))
    kiosk()
    qtbot.waitUntil(lambda: bool(sent[0]))
    assert sent[0] == [("Struk", Paper.ROLL_80, False)]


@pytest.mark.parametrize(
    ("virtual", "problem"),
    [((), PrinterProblem.NO_PRINTER), (("Cetak PDF", "Faks"), PrinterProblem.VIRTUAL)],
)
def test_a_kiosk_without_paper_shows_codes_and_large_numbers(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    plug: Plug,
    virtual: tuple[str, ...],
    problem: PrinterProblem,
) -> None:
    plug(virtual=virtual)
    panel = kiosk()
    words = visitor.window.context.words
    visitor._qtbot.waitUntil(lambda: visitor.sees(words.print_kiosk_failed))
    assert visitor.sees(problem_text(visitor.window.context, problem))
    assert visitor.sees("0812-3456-7890")
    codes = [view.payload for view in panel.findChildren(QrCode)]
    message = "?text=Kode%20tidak%20masuk.%20Tolong%20dicek."
    assert codes == ["tel:165", f"https://wa.me/6281234567890{message}"]
    assert not visitor.sees(words.save_pdf), "a kiosk has no folders"


def test_the_window_of_a_kiosk_offers_no_choice_of_printers(
    open_window: Open, qtbot: QtBot, plug: Plug, sent: tuple[Sent, list[PlayedJob]]
) -> None:
    plug("Struk")
    window = open_window(KNOWLEDGE)
    window.front = kiosk_front("", Paper.A4)
    visitor = Visitor(window, qtbot)
    visitor.choose("pulsa")
    window.show_print()
    assert not window.findChildren(PrintPanel)
    qtbot.waitUntil(lambda: bool(sent[0]))


def test_trouble_is_told_also_after_the_panel_was_closed(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    sent: tuple[Sent, list[PlayedJob]],
    plug: Plug,
) -> None:
    told: list[str] = []
    plug("Struk")
    kiosk(printer="Struk", rules=PrintRules(note=told.append))
    visitor.window.close_panel()
    delete_deferred()
    sent[1][0].settled.emit(PrinterProblem.NO_PAPER)
    assert told == ["no_paper"]


def test_a_paper_that_comes_is_no_trouble(
    kiosk: Callable[..., KioskPrintPanel], sent: tuple[Sent, list[PlayedJob]], plug: Plug
) -> None:
    told: list[str] = []
    plug("Struk")
    kiosk(printer="Struk", rules=PrintRules(note=told.append))
    sent[1][0].settled.emit(None)
    assert told == []


def test_a_machine_without_a_printer_is_told_of(
    qtbot: QtBot, kiosk: Callable[..., KioskPrintPanel], plug: Plug
) -> None:
    told: list[str] = []
    plug()
    kiosk(rules=PrintRules(note=told.append))
    qtbot.waitUntil(lambda: told == ["no_printer"])

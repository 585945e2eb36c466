"""Printing and saving as a person meets them: one press, an answer, and always a way on."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.core.export.print_document import PrintDocument, PrintDocuments, document_text
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.print_panel import KioskPrintPanel
from jknassist.gui.panels import save_pdf
from jknassist.gui.panels.printing import trouble_text
from jknassist.gui.panels.save_pdf import free_name, places
from jknassist.gui.printing import job, preferences, spooler
from jknassist.gui.printing.preferences import PrintPreferences
from jknassist.gui.printing.spooler import detect
from jknassist.gui.printing.spooler.base import JobState, Printer, PrinterProblem
from jknassist.gui.volunteer.print_panel import PrintPanel
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.conftest import Open, Visitor
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()


class StillQueue:
    """A queue with some printers, of which nothing more is asked."""

    keeps_finished = True

    def __init__(self, *printers: Printer) -> None:
        self._printers = printers

    def printers(self) -> tuple[Printer, ...]:
        return self._printers

    def jobs(self, printer: str) -> dict[int, JobState]:
        raise AssertionError(printer)

    def cancel(self, printer: str, job: int) -> None:
        raise AssertionError(printer, job)


class PlayedJob(QObject):
    """A job that is settled when the test says so."""

    settled = Signal(object)


Sent = list[tuple[str, Paper, bool]]
Plug = Callable[..., None]


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path) -> Iterator[None]:
    """Keep what is remembered away from the settings of the person who runs the tests."""
    place = (QSettings.Format.IniFormat, QSettings.Scope.UserScope)
    QSettings.setPath(*place, str(tmp_path / "settings"))
    yield
    QSettings.setPath(*place, "")


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Give a function that connects printers."""

    def plugged(*names: str, virtual: tuple[str, ...] = ()) -> None:
        printers = (
            *(Printer(name=name) for name in names),
            *(Printer(name=n, virtual=True) for n in virtual),
        )
        monkeypatch.setattr(detect, "of_this_system", lambda: StillQueue(*printers))

    plugged()
    return plugged


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> tuple[Sent, list[PlayedJob]]:
    """Keep what is printed, and the jobs, in place of a print queue."""
    told: Sent = []
    jobs: list[PlayedJob] = []

    def keep(content: PrintDocument, printer: str) -> PlayedJob:
        told.append((printer, content.paper, "****" in document_text(content)))
        jobs.append(PlayedJob())
        return jobs[-1]

    monkeypatch.setattr(job, "print_directly", keep)
    return told, jobs


def open_printing(visitor: Visitor, qtbot: QtBot) -> PrintPanel:
    visitor.choose("pulsa")
    visitor.press(visitor.window.context.words.print)
    (panel,) = visitor.window.findChildren(PrintPanel)
    qtbot.waitUntil(lambda: not visitor.sees(visitor.window.context.words.print_looking))
    return panel


def test_without_a_printer_the_page_says_so_and_nothing_is_lost(
    visitor: Visitor, qtbot: QtBot, plug: Plug
) -> None:
    plug(virtual=("Microsoft Print to PDF",))
    words = visitor.window.context.words
    open_printing(visitor, qtbot)
    assert visitor.sees(words.print_none)
    assert visitor.sees(words.save_pdf)
    assert not visitor.sees("Microsoft")
    visitor.press(words.close)
    assert visitor.place == "pulsa_habis"


def test_a_queue_that_hangs_counts_as_no_printer(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(StillQueue):
        @override
        def printers(self) -> tuple[Printer, ...]:
            raise OSError("no answer")

    monkeypatch.setattr(detect, "of_this_system", Broken)
    open_printing(visitor, qtbot)
    assert visitor.sees(visitor.window.context.words.print_none)


def test_printer_and_paper_are_chosen_once_and_remembered(
    visitor: Visitor, qtbot: QtBot, plug: Plug, sent: tuple[Sent, list[PlayedJob]]
) -> None:
    plug("Kantor", "Struk")
    words = visitor.window.context.words
    open_printing(visitor, qtbot)
    visitor.press(words.paper_58mm)
    visitor.press(words.print_now.format(printer="Struk"))
    assert sent[0] == [("Struk", Paper.ROLL_58, False)]
    assert visitor.sees(words.print_sending.format(printer="Struk"))
    sent[1][0].settled.emit(None)
    assert visitor.sees(words.print_sent.format(printer="Struk"))
    assert preferences.load_preferences() == PrintPreferences(printer="Struk", paper=Paper.ROLL_58)
    visitor.press(words.close)
    visitor.press(words.print)
    qtbot.waitUntil(lambda: not visitor.sees(words.print_looking))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == words.print_now.format(printer="Struk")


def test_what_cannot_be_read_from_the_memory_counts_as_not_chosen() -> None:
    preferences.save_preferences(PrintPreferences(printer="Struk", paper=Paper.ROLL_80))
    kept = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")
    kept.setValue(preferences.PAPER, "papirus")
    kept.sync()
    assert preferences.load_preferences() == PrintPreferences(printer="Struk", paper=Paper.A4)


@pytest.mark.parametrize("trouble", list(PrinterProblem))
def test_every_trouble_is_told_with_the_way_on_and_can_be_tried_again(
    visitor: Visitor,
    qtbot: QtBot,
    plug: Plug,
    sent: tuple[Sent, list[PlayedJob]],
    trouble: PrinterProblem,
) -> None:
    plug("Kantor")
    words = visitor.window.context.words
    open_printing(visitor, qtbot)
    visitor.press(words.print_now.format(printer="Kantor"))
    sent[1][0].settled.emit(trouble)
    assert visitor.sees(words.print_failed.format(printer="Kantor"))
    assert visitor.sees(trouble_text(visitor.window.context, trouble))
    assert visitor.sees(words.print_instead)
    visitor.press(words.print_now.format(printer="Kantor"))
    assert len(sent[0]) == 2


def test_the_preview_changes_with_the_paper(visitor: Visitor, qtbot: QtBot, plug: Plug) -> None:
    plug("Kantor")
    panel = open_printing(visitor, qtbot)
    before = panel.preview.pixmap().toImage()
    panel.choose_paper(Paper.ROLL_80)
    after = panel.preview.pixmap().toImage()
    assert before.size() != after.size()
    visitor.press("✓ " + visitor.window.context.words.paper_80mm)


def test_the_masked_number_is_printed_only_when_asked_for(
    visitor: Visitor, qtbot: QtBot, plug: Plug, sent: tuple[Sent, list[PlayedJob]]
) -> None:
    plug("Kantor")
    words = visitor.window.context.words
    plain = summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session())
    panel = PrintPanel(
        PrintDocuments(replace(plain, masked_number="0812-****-890")), visitor.window.context
    )
    visitor.window.show_panel(panel)
    qtbot.waitUntil(lambda: not visitor.sees(words.print_looking))
    visitor.press(words.paper_with_number)
    visitor.press(words.print_now.format(printer="Kantor"))
    assert sent[0] == [("Kantor", Paper.A4, True)]


def test_who_typed_no_number_is_not_asked_for_it(
    visitor: Visitor, qtbot: QtBot, plug: Plug
) -> None:
    plug("Kantor")
    open_printing(visitor, qtbot)
    assert not visitor.sees(visitor.window.context.words.paper_with_number)


# On a kiosk


@pytest.fixture
def kiosk(visitor: Visitor) -> Callable[..., KioskPrintPanel]:
    """Give a function that lays the panel of a kiosk over an ending."""

    def opened(**settings: object) -> KioskPrintPanel:
        visitor.choose("pulsa")
        summary = visitor.window.flow.summary()
        assert summary is not None
        context = replace(visitor.window.context, can_copy=False)
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
    ("virtual", "trouble"),
    [((), PrinterProblem.NO_PRINTER), (("Cetak PDF", "Faks"), PrinterProblem.VIRTUAL)],
)
def test_a_kiosk_without_paper_shows_codes_and_large_numbers(
    visitor: Visitor,
    kiosk: Callable[..., KioskPrintPanel],
    plug: Plug,
    virtual: tuple[str, ...],
    trouble: PrinterProblem,
) -> None:
    plug(virtual=virtual)
    panel = kiosk()
    words = visitor.window.context.words
    visitor._qtbot.waitUntil(lambda: visitor.sees(words.print_kiosk_failed))
    assert visitor.sees(trouble_text(visitor.window.context, trouble))
    assert visitor.sees("0812-3456-7890")
    codes = [view.payload for view in panel.findChildren(QrCode)]
    assert codes == ["tel:165", "https://wa.me/6281234567890"]
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


# Saving


def test_the_pdf_is_saved_with_one_press(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Folder é"
    folder.mkdir()
    monkeypatch.setattr(save_pdf, "places", lambda _parts: (("Folder contoh", folder),))
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Folder contoh")
    (saved,) = folder.iterdir()
    assert visitor.sees(words.save_done.format(name=saved.name, place="Folder contoh"))
    assert saved.read_bytes().startswith(b"%PDF-")
    assert not visitor.window.findChildren(QFileDialog)


def test_a_folder_that_cannot_be_written_is_told(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_pdf, "places", lambda _: (("Flashdisk", tmp_path / "dicabut"),))
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Flashdisk")
    assert visitor.sees(visitor.window.context.words.save_failed.format(place="Flashdisk"))


def test_there_is_always_a_place_to_save_and_each_once(visitor: Visitor) -> None:
    offered = places(visitor.window.context)
    assert offered
    assert all(folder.is_dir() for _, folder in offered)
    assert len({folder for _, folder in offered}) == len(offered)


def test_a_name_that_is_taken_is_not_overwritten(tmp_path: Path) -> None:
    first = free_name(tmp_path, "2026-11-22")
    first.touch()
    second = free_name(tmp_path, "2026-11-22")
    second.touch()
    assert len({first, second, free_name(tmp_path, "2026-11-22")}) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_without_the_print_library_the_page_opens_and_says_so(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jknassist.gui.printing.spooler.cups", None)
    monkeypatch.delattr(spooler, "cups", raising=False)
    open_printing(visitor, qtbot)
    assert visitor.sees(visitor.window.context.words.print_none)
    assert visitor.sees(visitor.window.context.words.save_pdf)

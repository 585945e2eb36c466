"""Printing and saving on a laptop: one press, a result, and alternatives."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.core.export.print_document import PrintDocuments
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.panels.printing import problem_text
from jknassist.gui.printing import preferences, spooler
from jknassist.gui.printing.preferences import PrintPreferences
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import Printer, PrinterProblem
from jknassist.gui.volunteer.print_panel import PrintPanel
from tests.gui.conftest import Visitor
from tests.support.print_queue import KNOWLEDGE, PlayedJob, Plug, Sent, StillQueue


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
    assert visitor.sees(words.print_title)
    assert visitor.sees(words.print_none_text)
    assert visitor.sees(words.save_pdf)
    assert not visitor.sees("Microsoft")
    visitor.press(words.close)
    assert visitor.place == "pulsa_habis"


def primary_buttons(panel: PrintPanel) -> list[str]:
    return [one.accessibleName() for one in panel.findChildren(QPushButton, "primary")]


def test_the_one_main_button_prints_or_saves_where_nothing_can_print(
    visitor: Visitor, qtbot: QtBot, plug: Plug
) -> None:
    words = visitor.window.context.words
    plug()
    panel = open_printing(visitor, qtbot)
    shown = [name for name in primary_buttons(panel) if name != words.next]
    assert shown == [words.save_pdf]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == words.save_pdf
    visitor.press(words.close)
    plug("Kantor")
    visitor.press(words.print)
    qtbot.waitUntil(lambda: not visitor.sees(words.print_looking))
    panel = visitor.window.findChildren(PrintPanel)[-1]
    shown = [name for name in primary_buttons(panel) if name != words.next]
    assert shown == [words.print_now.format(printer="Kantor")]


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (1080, 1920)])
def test_a_sheet_is_shown_large_enough_to_be_read(
    visitor: Visitor, qtbot: QtBot, plug: Plug, width: int, height: int
) -> None:
    plug("Kantor")
    visitor.window.resize(width, height)
    panel = open_printing(visitor, qtbot)
    qtbot.waitUntil(lambda: panel.preview.pixmap().deviceIndependentSize().width() >= 340)
    assert len(panel.area.screen_pages) == 1
    seen = panel.preview.mapTo(panel.area, panel.preview.rect().bottomRight())
    assert panel.area.rect().contains(seen)


def test_a_queue_that_hangs_counts_as_no_printer(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(StillQueue):
        @override
        def printers(self) -> tuple[Printer, ...]:
            raise OSError("no answer")

    monkeypatch.setattr(current_system, "spooler", Broken)
    open_printing(visitor, qtbot)
    assert visitor.sees(visitor.window.context.words.print_none_text)


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


@pytest.mark.parametrize("problem", list(PrinterProblem))
def test_every_trouble_is_reported_with_the_way_on_and_can_be_tried_again(
    visitor: Visitor,
    qtbot: QtBot,
    plug: Plug,
    sent: tuple[Sent, list[PlayedJob]],
    problem: PrinterProblem,
) -> None:
    plug("Kantor")
    words = visitor.window.context.words
    open_printing(visitor, qtbot)
    visitor.press(words.print_now.format(printer="Kantor"))
    sent[1][0].settled.emit(problem)
    assert visitor.sees(words.print_failed.format(printer="Kantor"))
    assert visitor.sees(problem_text(visitor.window.context, problem))
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


def test_what_is_chosen_stays_in_its_place_when_the_paper_changes(
    visitor: Visitor, qtbot: QtBot, plug: Plug
) -> None:
    plug("Kantor")
    visitor.window.resize(1366, 768)
    panel = open_printing(visitor, qtbot)
    places = set()
    for paper in Paper:
        panel.choose_paper(paper)
        QApplication.processEvents()
        places.add(panel.heading.mapTo(panel, panel.heading.rect().topLeft()).x())
    assert len(places) == 1


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


# Saving


@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_without_the_print_library_the_page_opens_and_says_so(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jknassist.gui.printing.spooler.cups", None)
    monkeypatch.delattr(spooler, "cups", raising=False)
    open_printing(visitor, qtbot)
    assert visitor.sees(visitor.window.context.words.print_none_text)
    assert visitor.sees(visitor.window.context.words.save_pdf)

"""Choosing answers by digit, and the sheet number on the page of a wait."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import WaitStep
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.print_allowance import PrintAllowance, PrintRules
from jknassist.gui.pages.choice import WaitPage
from jknassist.gui.volunteer.print_panel import PrintPanel
from tests.gui.conftest import Visitor
from tests.support.document_text import document_text
from tests.support.print_queue import PlayedJob, Plug, Sent
from tests.support.small_knowledge import small_knowledge


def test_enter_goes_on_and_digits_choose(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    page = visitor.window.view.page
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"


def test_zero_chooses_dont_know(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    QTest.keyClick(visitor.window.view.page, Qt.Key.Key_0)
    visitor.go_on()
    assert visitor.place == "periksa"


def to_the_wait(visitor: Visitor) -> WaitPage:
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    page = visitor.window.view.page
    assert isinstance(page, WaitPage)
    return page


def test_who_waits_prints_the_sheet_number_and_comes_back_to_the_wait(
    visitor: Visitor, plug: Plug
) -> None:
    plug("Struk")
    page = to_the_wait(visitor)
    visitor.press(visitor.window.context.words.wait_sheet)
    panel = visitor.window.panel
    assert isinstance(panel, PrintPanel)
    sheet = visitor.window.flow.sheet_summary()
    assert sheet is not None
    assert sheet.sheet_number in document_text(panel.paper_shown())
    visitor.window.close_panel()
    assert visitor.window.view.page is page
    visitor.window.start_over()
    visitor.window.read_sheet_number(sheet.sheet_number)
    visitor.press(visitor.window.context.words.sheet_go_on)
    assert visitor.place == "tunggu"


def test_the_kiosk_prints_it_within_the_allowance(
    visitor: Visitor, plug: Plug, sent: tuple[Sent, list[PlayedJob]]
) -> None:
    plug("Struk")
    allowance = PrintAllowance(1)
    visitor.window.front = kiosk_front("Struk", Paper.ROLL_80, PrintRules(may_print=allowance.take))
    to_the_wait(visitor)
    words = visitor.window.context.words
    visitor.press(words.wait_sheet)
    assert sent[0] == [("Struk", Paper.ROLL_80, False)]
    visitor.window.close_panel()
    visitor.press(words.wait_sheet)
    assert visitor.sees(words.print_kiosk_enough)
    assert len(sent[0]) == 1


def test_without_a_printer_the_sheet_number_stands_in_place_of_the_button(
    visitor: Visitor, plug: Plug, qtbot: QtBot
) -> None:
    plug(virtual=("Cetak PDF",))
    page = to_the_wait(visitor)
    sheet = visitor.window.flow.sheet_summary()
    assert sheet is not None
    qtbot.waitUntil(lambda: visitor.sees(sheet.sheet_number))
    assert page.print_sheet.isHidden()
    assert visitor.sees(visitor.window.context.words.sheet_not_otp)
    visitor.choose("masuk")
    visitor.go_back()
    assert visitor.sees(sheet.sheet_number)


def test_with_a_printer_the_button_stays(visitor: Visitor, plug: Plug, qtbot: QtBot) -> None:
    plug("Struk")
    page = to_the_wait(visitor)
    qtbot.wait(200)
    assert page.print_sheet.isVisible()


def test_a_wait_that_has_no_sheet_number_offers_none(visitor: Visitor, qtbot: QtBot) -> None:
    step = next(s for s in small_knowledge().steps if isinstance(s, WaitStep))
    page = WaitPage(step, visitor.window.context, None)
    qtbot.addWidget(page)
    page.activate("")
    assert page.print_sheet.isHidden()

"""The main window: help from every page, and panels that leave the page unchanged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.core.export.chat import as_text
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.print_allowance import PrintAllowance, PrintRules
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.clipboard import TRIES, ClipboardWriter
from jknassist.gui.style.theme import TextSize
from jknassist.gui.volunteer.print_panel import PrintPanel
from jknassist.gui.widgets.contact_card import ContactCard
from tests.gui.conftest import Visitor
from tests.support.document_text import document_text
from tests.support.print_queue import PlayedJob, Plug, Sent


def test_a_panel_leaves_the_page_as_it_was(visitor: Visitor) -> None:
    visitor.tap("tidak_tahu")
    visitor.window.show_contacts()
    (panel,) = visitor.window.findChildren(Panel)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert visitor.place == "mulai"
    visitor.go_on()
    assert visitor.place == "periksa"


def test_enter_goes_on_after_a_digit_though_a_button_of_the_bar_was_pressed(
    visitor: Visitor, qtbot: QtBot
) -> None:
    window = visitor.window
    qtbot.waitActive(window)
    before = window.theme.size
    window.top_bar.size_button.setFocus()
    window.view.page.choose_by_digit("0")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    assert window.theme.size == before
    assert visitor.place == "periksa"


def test_alt_left_closes_a_panel_before_it_goes_back(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.window.show_contacts()
    visitor.window.go_back()
    assert visitor.place == "periksa"
    visitor.window.go_back()
    assert visitor.place == "mulai"


def test_sources_print_and_save_wait_for_an_ending(visitor: Visitor) -> None:
    visitor.window.show_sources()
    visitor.window.show_print()
    visitor.window.show_save()
    visitor.window.copy_summary()
    assert not visitor.window.findChildren(Panel)
    assert QGuiApplication.clipboard().text() == ""


def test_a_contact_is_copied_as_digits_and_the_button_says_so(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    card = visitor.outcome_page.findChildren(ContactCard)[1]
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "081234567890"
    assert card.copy.text() == words.copied


def test_salin_semua_copies_the_summary(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    visitor.press(words.copy_all)
    assert QGuiApplication.clipboard().text() == as_text(summary)
    assert visitor.sees(words.copied)


def test_the_clipboard_is_wiped_with_the_visit_if_it_is_still_ours(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.window.copy_summary()
    visitor.window.start_over()
    assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_else_copied_stays(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.window.copy_summary()
    QGuiApplication.clipboard().setText("belanja")
    visitor.window.start_over()
    assert QGuiApplication.clipboard().text() == "belanja"


def test_a_busy_clipboard_is_tried_again_then_the_text_is_shown(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def never(copier: ClipboardWriter) -> bool:
        tries.append(copier._text)
        return False

    monkeypatch.setattr(ClipboardWriter, "_arrived", never)
    visitor.choose("pulsa")
    with qtbot.waitSignal(visitor.window.copier.failed):
        visitor.window.copy_summary()
    assert len(tries) == TRIES
    assert visitor.sees(visitor.window.context.words.copy_failed)
    assert visitor.sees("WhatsApp contoh: 081234567890")


def test_a_clipboard_that_becomes_free_is_not_a_failure(
    visitor: Visitor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, False, True])
    monkeypatch.setattr(ClipboardWriter, "_arrived", lambda _copier: next(answers))
    visitor.choose("pulsa")
    with qtbot.waitSignal(visitor.window.copier.copied):
        visitor.window.copy_summary()


def test_no_menu_of_qt_opens(visitor: Visitor) -> None:
    assert visitor.window.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_who_waits_prints_the_sheet_number_and_comes_back_to_the_wait(
    visitor: Visitor, plug: Plug
) -> None:
    plug("Struk")
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    page, words = visitor.window.view.page, visitor.window.context.words
    visitor.press(words.wait_sheet)
    panel = visitor.window.panel
    assert isinstance(panel, PrintPanel)
    sheet = visitor.window.flow.sheet_summary()
    assert sheet is not None
    assert sheet.sheet_number in document_text(panel.paper_shown())
    visitor.window.close_panel()
    assert visitor.window.view.page is page
    visitor.window.start_over()
    visitor.window.read_sheet_number(sheet.sheet_number)
    visitor.press(words.sheet_go_on)
    assert visitor.place == "tunggu"


def test_the_kiosk_prints_the_sheet_of_a_wait_within_the_allowance(
    visitor: Visitor, plug: Plug, sent: tuple[Sent, list[PlayedJob]]
) -> None:
    plug("Struk")
    visitor.window.front = kiosk_front(
        "Struk", Paper.ROLL_80, PrintRules(take_paper=PrintAllowance(1).take)
    )
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    words = visitor.window.context.words
    visitor.press(words.wait_sheet)
    assert sent[0] == [("Struk", Paper.ROLL_80, False)]
    visitor.window.close_panel()
    visitor.press(words.wait_sheet)
    assert visitor.sees(words.print_kiosk_enough)
    assert len(sent[0]) == 1


def test_pages_measure_by_the_letters_of_now(visitor: Visitor) -> None:
    window = visitor.window
    context, first = window.view.page.context, window.theme
    window.change_size()
    assert context.theme.size is TextSize.A_PLUS
    assert context.theme == window.theme
    window.start_over()
    assert window.view.page.context.theme == first


def test_the_letters_of_one_window_leave_those_of_another(visitor: Visitor) -> None:
    shared = visitor.window.context
    other = MainWindow(shared, visitor.window.front, visitor.window.copier)
    other.change_size()
    assert shared.theme.size is TextSize.A
    other.deleteLater()

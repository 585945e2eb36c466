"""Features of the laptop: search, number list, large display, lock."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jknassist.core.paper import Paper
from jknassist.gui.context import make_context
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.review import LeavePanel
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.features import VolunteerFeatures
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.conftest import Visitor
from tests.gui.volunteer.conftest import KNOWLEDGE, Start, keys, shipped, wait_to_see


def test_back_from_a_place_far_down_shows_no_page_that_nobody_has_seen(start: Start) -> None:
    visitor = start()
    visitor.window.view.jump_to("salah_ketik")
    assert visitor.place == "salah_ketik"
    assert [given.assumed for given in visitor.window.flow.session.answers] == [True, True]
    visitor.go_back()
    assert (visitor.place, visitor.window.flow.session.answers) == (KNOWLEDGE.start, ())


@pytest.mark.parametrize("place_id", sorted(set(KNOWLEDGE.places) - {KNOWLEDGE.start}))
def test_every_place_can_be_led_to(start: Start, place_id: str) -> None:
    visitor = start()
    visitor.window.view.jump_to(place_id)
    assert visitor.place == place_id


def test_a_question_come_to_again_and_answered_is_no_longer_assumed(start: Start) -> None:
    visitor = start()
    visitor.window.view.jump_to("pulsa_habis")
    visitor.go_back()
    visitor.choose("pulsa")
    assert not any(given.assumed for given in visitor.window.flow.session.answers)


def test_a_kiosk_has_none_of_it(qtbot: QtBot) -> None:
    context = replace(make_context(shipped(), Theme()), is_kiosk=True)
    window = MainWindow(
        context, kiosk_front("", Paper.A4), ClipboardWriter(QGuiApplication.clipboard())
    )
    qtbot.addWidget(window)
    window.show()
    words = KNOWLEDGE.words
    texts = Visitor(window, qtbot).texts()
    assert not window.view.page.findChildren(QLineEdit)
    assert not window.findChildren(VolunteerFeatures)
    assert not {words.list_button, words.tally_button, words.show_member} & {*texts}
    assert words.leave in texts


def test_next_member_is_one_key_and_asks_once_when_something_was_answered(start: Start) -> None:
    visitor = start()
    first = visitor.window.wizard
    keys(visitor, "Ctrl+N")
    assert visitor.window.wizard is not first
    visitor.choose("pulsa")
    keys(visitor, "Ctrl+N")
    assert isinstance(visitor.window.panel, LeavePanel)
    visitor.press(KNOWLEDGE.words.leave_yes)
    assert visitor.place == KNOWLEDGE.start
    assert visitor.window.flow.session.answers == ()


def test_the_member_is_shown_the_message_with_its_code_and_at_last_the_sheet_number(
    start: Start,
) -> None:
    visitor = start()
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    keys(visitor, "F4")
    wait_to_see(visitor, "165")
    assert not visitor.sees(summary.message)
    visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, summary.message)
    assert visitor.window.panel is not None
    payloads = [code.payload for code in visitor.window.panel.findChildren(QrCode)]
    assert summary.contacts[1].scanned in payloads
    assert "?text=" in summary.contacts[1].scanned
    visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, summary.limit_line)
    visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, summary.sheet_number)
    visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, "165")

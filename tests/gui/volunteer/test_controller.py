"""A volunteer's morning: find by words, check a list, count endings, show, and walk away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.core.flow.model import SameWord, Sayings, SearchWords
from jknassist.core.paper import Paper
from jknassist.core.statistics import by_outcome
from jknassist.gui.context import Shipped, make_context
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.review import LeavePanel
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.controller import VolunteerController
from jknassist.gui.volunteer.home_page import HomePage
from jknassist.gui.volunteer.large_display import LargeDisplay
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.volunteer.statistics_panel import StatisticsPanel
from jknassist.gui.volunteer.window import make_window
from jknassist.gui.widgets.qr_code import QrCode
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

Start = Callable[..., Visitor]

SEARCH = SearchWords(
    same_words=(SameWord(word="habis", variants=("abis",)),),
    places=(Sayings(goes_to="pulsa_habis", sayings=("pulsa habis",)),),
)
KNOWLEDGE = replace(small_knowledge(), search=SEARCH)


def shipped(statistics: StatisticsStore | None = None) -> Shipped:
    return Shipped(
        knowledge=KNOWLEDGE,
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
        statistics=statistics,
    )


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    # qtbot itself holds them weakly, and the last repaint comes after the end of a test.
    held: list[MainWindow] = []

    def started(statistics: StatisticsStore | None = None) -> Visitor:
        window = make_window(shipped(statistics), Theme())
        held.append(window)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return Visitor(window, qtbot)

    return started


def finder(visitor: Visitor) -> SearchBox:
    page = visitor.window.view.page
    assert isinstance(page, HomePage)
    return page.finder


def keys(visitor: Visitor, sequence: str) -> None:
    """Press keys as a person does: on whatever has the focus in the window in front."""
    visitor.window.activateWindow()
    QTest.qWaitForWindowActive(visitor.window)
    QTest.keySequence(QApplication.focusWidget() or visitor.window, sequence)


def wait_to_see(visitor: Visitor, text: str) -> None:
    """Wait for a text; widgets that were just made come on the screen a moment later."""
    visitor._qtbot.waitUntil(lambda: visitor.sees(text), timeout=1000)


def test_typing_a_complaint_and_enter_lead_to_its_ending(start: Start) -> None:
    visitor = start()
    QTest.keyClicks(finder(visitor).field, "pulsanya abis")
    (card,) = finder(visitor).found
    assert card.accessibleDescription() == KNOWLEDGE.words.find_why.format(words="pulsanya, abis")
    QTest.keyClick(finder(visitor).field, Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"
    assert visitor.ending_page.summary.tried


def test_a_place_far_down_is_reached_over_the_pages_before_it(start: Start) -> None:
    visitor = start()
    visitor.window.view.jump_to("salah_ketik")
    assert visitor.place == "salah_ketik"
    way = [visitor.place]
    while way[-1] != KNOWLEDGE.start:
        visitor.go_back()
        way.append(visitor.place)
    assert way[1] == "nomor"
    assert [given.assumed for given in visitor.window.flow.session.answers] == [True, True]


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


def test_digits_in_the_field_are_text_and_arrows_walk_over_the_places(start: Start) -> None:
    visitor = start()
    field = finder(visitor).field
    QTest.keyClicks(field, "2 pulsa")
    assert field.text() == "2 pulsa"
    assert visitor.window.flow.session.answers == ()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(finder(visitor).found[0], Qt.Key.Key_Escape)
    assert field.text() == ""
    assert finder(visitor).found == ()


def test_what_is_not_found_is_said_and_the_answers_stay(start: Start) -> None:
    visitor = start()
    QTest.keyClicks(finder(visitor).field, "zzzz")
    assert visitor.sees(KNOWLEDGE.words.find_nothing)
    visitor.choose("pulsa")
    assert visitor.place == "pulsa_habis"


def test_a_kiosk_has_none_of_it(qtbot: QtBot) -> None:
    context = replace(make_context(shipped(), Theme()), can_copy=False)
    window = MainWindow(
        context, kiosk_front("", Paper.A4), ClipboardWriter(QGuiApplication.clipboard())
    )
    qtbot.addWidget(window)
    window.show()
    words = KNOWLEDGE.words
    texts = Visitor(window, qtbot).texts()
    assert not window.view.page.findChildren(QLineEdit)
    assert not window.findChildren(VolunteerController)
    assert not {words.list_button, words.tally_button, words.show_member} & {*texts}
    assert words.restart in texts


def test_next_member_is_one_key_and_asks_once_when_something_was_answered(start: Start) -> None:
    visitor = start()
    first = visitor.window.wizard
    keys(visitor, "Ctrl+N")
    assert visitor.window.wizard is not first
    visitor.choose("pulsa")
    keys(visitor, "Ctrl+N")
    assert isinstance(visitor.window.panel, LeavePanel)
    visitor.press(KNOWLEDGE.words.finish_yes)
    assert visitor.place == KNOWLEDGE.start
    assert visitor.window.flow.session.answers == ()


def test_endings_are_counted_when_the_visit_is_left(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    visitor = start(statistics)
    visitor.choose("pulsa")
    assert by_outcome(statistics.read()) == ()
    visitor.window.start_over()
    visitor.window.start_over()
    visitor.choose("pulsa")
    visitor.window.close()
    visitor.window.leaving.emit()
    assert by_outcome(statistics.read()) == (("pulsa_habis", 2),)
    assert "0812" not in statistics.path.read_text()


def test_the_tally_is_shown_only_where_there_is_one(start: Start, tmp_path: Path) -> None:
    visitor = start()
    assert not visitor.sees(KNOWLEDGE.words.tally_button)
    keys(visitor, "Ctrl+T")
    assert visitor.window.panel is None
    statistics = StatisticsStore(tmp_path)
    other = start(statistics)
    other.press(KNOWLEDGE.words.tally_button)
    wait_to_see(other, KNOWLEDGE.words.tally_none)
    statistics.count("pulsa_habis", date(2026, 11, 22))
    statistics.count("outcome_of_an_older_edition", date(2026, 11, 22))
    keys(other, "Ctrl+T")
    assert isinstance(other.window.panel, StatisticsPanel)
    wait_to_see(other, KNOWLEDGE.words.tally_total.format(count=2, days=1))
    wait_to_see(other, "Pulsa habis")
    wait_to_see(other, "outcome_of_an_older_edition")


def test_a_broken_tally_is_said_and_does_not_stop_a_visit(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    statistics.path.write_text("kacau")
    visitor = start(statistics)
    visitor.choose("pulsa")
    visitor.window.start_over()
    assert visitor.place == KNOWLEDGE.start
    visitor.window.statistics_wanted.emit()
    wait_to_see(visitor, KNOWLEDGE.words.tally_broken)
    assert statistics.path.read_text() == "kacau"


def test_the_member_is_shown_both_numbers_then_each_contact(start: Start) -> None:
    visitor = start()
    visitor.choose("tidak_masuk")
    visitor.type_number("081234567890")
    visitor.go_on()
    visitor.type_number("081234567899")
    visitor.go_on()
    keys(visitor, "F4")
    assert isinstance(visitor.window.panel, LargeDisplay)
    wait_to_see(visitor, "0812-3456-7890")
    wait_to_see(visitor, "0812-3456-7899")
    visitor.press(KNOWLEDGE.words.show_other)
    assert not visitor.sees("0812-3456-7890")
    wait_to_see(visitor, KNOWLEDGE.contacts[0].shown)
    assert len(visitor.window.panel.findChildren(QrCode)) >= 1
    QTest.keyClick(visitor.window.panel.heading, Qt.Key.Key_Left)
    wait_to_see(visitor, "0812-3456-7890")


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
    wait_to_see(visitor, summary.sheet_number)
    visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, "165")


def test_a_laptop_left_alone_covers_itself_and_one_key_uncovers_it(
    start: Start, qtbot: QtBot
) -> None:
    visitor = start()
    (desk,) = visitor.window.findChildren(VolunteerController)
    visitor.tap("pulsa")
    desk.screen_lock.idle.watch(20)
    qtbot.waitUntil(lambda: desk.screen_lock.lock_screen is not None)
    cover = desk.screen_lock.lock_screen
    assert cover is not None
    assert cover.geometry() == visitor.window.rect()
    assert visitor.sees(KNOWLEDGE.words.cover_text)
    visitor.window.activateWindow()
    QTest.keySequence(cover, "Ctrl+N")
    assert desk.screen_lock.lock_screen is None
    assert visitor.window.panel is None
    assert len(visitor.window.flow.session.answers) == 1


def test_a_touch_anywhere_puts_the_cover_off(start: Start, qtbot: QtBot) -> None:
    visitor = start()
    (desk,) = visitor.window.findChildren(VolunteerController)
    handle = visitor.window.windowHandle()
    assert handle is not None
    desk.screen_lock.idle.watch(150)
    for _ in range(10):
        QTest.qWait(30)
        QTest.mouseMove(handle, QPoint(10, 10 + _))
    assert desk.screen_lock.lock_screen is None
    qtbot.waitUntil(lambda: desk.screen_lock.lock_screen is not None)
    visitor.window.resize(1024, 700)
    cover = desk.screen_lock.lock_screen
    assert cover is not None
    assert cover.geometry() == visitor.window.rect()
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert desk.screen_lock.lock_screen is None
    assert QApplication.activeModalWidget() is None

"""Visits on a kiosk: beginning, timeouts, and end."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.core.statistics import left_by_step
from jknassist.gui.context import DEFAULT_VOICE, Voice
from jknassist.gui.kiosk import visit
from jknassist.gui.kiosk.finder_panel import FinderPanel
from jknassist.gui.kiosk.visit import busy_printing, lowered_by
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.instructions import WaitPage
from jknassist.gui.panels.information import ContactsPanel
from jknassist.gui.printing.job import PrintJob, running_jobs
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.qt.idle_timer import IdleTimer
from jknassist.gui.speech.controller import SpeechController
from jknassist.gui.speech.speech_button import SpeechButton
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station
from tests.support.counting import shown
from tests.support.deferred_deletion import delete_deferred
from tests.support.print_queue import PlayedJob, Plug, Sent
from tests.support.recording_player import RecordingPlayer, marked_pack
from tests.support.small_knowledge import small_knowledge

# The first page.


def test_reach_mode_puts_the_bar_below_the_page(hall: Hall) -> None:
    hall.press(hall.start_page.context.words.kiosk_reach_on)
    visitor = hall.begin()
    (bar,) = visitor.window.findChildren(QWidget, "bar")
    assert bar.geometry().top() > visitor.window.wizard.height() // 2


@pytest.mark.parametrize(
    ("size", "free"), [((1080, 1920), 768), ((1366, 768), 0), ((1000, 1000), 0)]
)
def test_an_upright_screen_leaves_its_upper_part_free(size: tuple[int, int], free: int) -> None:
    assert lowered_by(*size) == free


# The staff corner.


# Nobody there.


def test_the_watch_stands_still_while_paper_is_on_its_way(qtbot: QtBot) -> None:
    owner = QObject()
    watch = IdleTimer(busy_printing, owner)
    knowledge = small_knowledge()
    summary = summarise(knowledge, knowledge.outcomes[0], Session())
    job = PrintJob(print_document(summary, Paper.ROLL_58), "Struk", current_system.spooler())
    assert busy_printing()
    job.is_delayed = True
    assert not busy_printing()
    job.is_delayed = False
    with qtbot.assertNotEmitted(watch.timed_out, wait=60):
        watch.watch(5)
    with qtbot.waitSignal(watch.timed_out, timeout=5000):
        job.setParent(owner)
    assert not busy_printing()


def test_a_job_that_was_not_sent_when_its_visit_ended_is_not_printed(
    hall: Hall, plug: Plug
) -> None:
    plug("Struk")
    hall.begin()
    summary = summarise(small_knowledge(), small_knowledge().outcomes[0], Session())
    job = PrintJob(print_document(summary, Paper.ROLL_58), "Struk", current_system.spooler())
    with hall.qtbot.waitSignal(job.settled):
        hall.window.reset()
    assert not running_jobs()


def test_a_visitor_who_prints_again_at_once_gets_one_paper(
    hall: Hall, sent: tuple[Sent, list[PlayedJob]], plug: Plug
) -> None:
    plug("Struk")
    visitor = hall.begin()
    visitor.choose("pulsa")
    for _ in range(3):
        visitor.window.show_print()
        hall.qtbot.waitUntil(lambda: bool(sent[0]))
        visitor.window.close_panel()
    assert len(sent[0]) == 1


# The end.


def test_a_copied_contact_is_gone_from_the_clipboard(hall: Hall) -> None:
    hall.begin()
    hall.visit.copier.copy("081234567890")
    assert QGuiApplication.clipboard().text()
    hall.window.reset()
    assert QGuiApplication.clipboard().text() == ""


# Finding by words.


def test_a_visitor_finds_by_words_and_is_led_there(hall: Hall) -> None:
    visitor = hall.begin()
    words = visitor.window.context.words
    hall.press(words.find_open)
    panel = visitor.window.panel
    assert isinstance(panel, FinderPanel)
    title = visitor.window.context.knowledge.places["pulsa_habis"].title
    for letter in title.lower():
        QTest.keyClicks(panel.field, letter)
    (card, *_) = panel.results.found
    card.click()
    assert visitor.window.panel is None
    assert visitor.window.flow.place.id == card.place_id == "pulsa_habis"


def test_a_phone_number_in_the_finder_is_checked_and_leaves_the_field(hall: Hall) -> None:
    visitor = hall.begin()
    words = visitor.window.context.words
    hall.press(words.find_open)
    panel = visitor.window.panel
    assert isinstance(panel, FinderPanel)
    QTest.keyClicks(panel.field, "0812334567890")
    hall.press(words.find_number_check)
    assert visitor.window.panel is None
    assert visitor.number_page.entry.text() == "0812334567890"
    assert panel.field.text() == ""


def test_letters_reach_the_kiosk_only_while_the_field_is_open(hall: Hall) -> None:
    visitor = hall.begin()
    hall.press(visitor.window.context.words.find_open)
    panel = visitor.window.panel
    assert isinstance(panel, FinderPanel)
    hall.key(Qt.Key.Key_A)
    typed = panel.field.text()
    hall.press(visitor.window.context.words.find_pictures)
    hall.key(Qt.Key.Key_A)
    assert typed == "a"
    assert visitor.window.panel is None


def test_what_was_searched_for_is_gone_with_the_visit(hall: Hall) -> None:
    visitor = hall.begin()
    hall.press(visitor.window.context.words.find_open)
    panel = visitor.window.panel
    assert isinstance(panel, FinderPanel)
    panel.field.type_on("rahasia")
    hall.window.reset()
    delete_deferred()
    assert not isValid(panel)
    again = hall.begin()
    hall.press(again.window.context.words.find_open)
    fresh = again.window.panel
    assert isinstance(fresh, FinderPanel)
    assert fresh.field.text() == ""


def test_who_finds_nothing_comes_to_the_contacts(hall: Hall) -> None:
    visitor = hall.begin()
    words = visitor.window.context.words
    hall.press(words.find_open)
    panel = visitor.window.panel
    assert isinstance(panel, FinderPanel)
    panel.field.type_on("xylophone")
    hall.press(words.find_ask_staff)
    assert isinstance(visitor.window.panel, ContactsPanel)


# Read aloud.


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecordingPlayer:
    """Give every visit a voice, and what it says."""
    made = RecordingPlayer(small_knowledge())
    pack = marked_pack(small_knowledge(), tmp_path / "voice")

    def attach(window: MainWindow, *_: Knowledge, voice: Voice) -> SpeechController:
        assert voice == DEFAULT_VOICE
        return SpeechController(window, {pack.language: pack}.get, made)

    monkeypatch.setattr(visit, "attach", attach)
    return made


def test_the_idle_clock_stands_still_while_a_page_is_read(
    player: RecordingPlayer, open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    """S19."""
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=150)))
    hall.begin()
    player.holds = True
    hall.press(small_knowledge().words.speech_listen)
    assert hall.visit.is_speaking()
    qtbot.wait(400)
    assert hall.window.cover is None
    player.holds = False
    qtbot.waitUntil(lambda: hall.window.cover is not None, timeout=5000)


def test_whoever_waits_for_the_code_is_not_asked_whether_they_are_there(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=150)))
    visitor = hall.begin()
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    page = hall.visit.main_window.view.page
    assert isinstance(page, WaitPage)
    visitor.press(visitor.window.context.words.wait_start)
    assert hall.visit.is_waiting()
    qtbot.wait(400)
    assert hall.window.cover is None
    page.countdown._timer.stop()
    qtbot.waitUntil(lambda: hall.window.cover is not None, timeout=5000)


def test_the_staff_pages_have_no_loudspeaker_and_a_visit_ends_in_silence(
    player: RecordingPlayer, hall: Hall
) -> None:
    """S7 and S12."""
    hall.begin()
    player.holds = True
    hall.press(small_knowledge().words.speech_listen)
    hall.window.reset()
    assert player.closed
    hall.window.show_pin_panel()
    assert hall.window.page.findChildren(SpeechButton) == []
    hall.window.show_staff()
    assert hall.window.page.findChildren(SpeechButton) == []


def test_without_a_voice_nothing_is_ever_spoken(hall: Hall) -> None:
    """S20."""
    hall.begin()
    assert hall.visit.speech is None
    assert not hall.visit.is_speaking()
    assert hall.window.findChildren(SpeechButton) == []


def test_a_kiosk_counts_who_walks_away(open_hall: OpenHall, tmp_path: Path) -> None:
    store = StatisticsStore(tmp_path / "counted")
    config = small_station(tmp_path)
    shipped = {
        language: replace(one, statistics=store) for language, one in config.by_language.items()
    }
    hall = open_hall(replace(config, by_language=shipped))
    hall.begin().choose("pulsa")
    hall.window.reset()
    assert shown(store.read()) == (("pulsa_habis", 1),)
    visitor = hall.begin()
    hall.window.reset()
    assert shown(store.read()) == (("pulsa_habis", 1),)
    visitor = hall.begin()
    visitor.choose("pulsa")
    visitor.go_back()
    hall.window.reset()
    assert left_by_step(store.read()) == ((small_knowledge().start, 1),)

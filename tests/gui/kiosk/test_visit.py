"""One visitor after the other: how a visit begins, when it is asked for, and how it ends."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.config import KioskConfig, Timeouts, timeouts_of
from jknassist.gui.kiosk.covers import InactivityPrompt
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.start_page import TAPS, drawn_size
from jknassist.gui.kiosk.visit import busy_printing, lowered_by
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.printing.job import PrintJob
from jknassist.gui.printing.spooler import detect
from jknassist.gui.qt.idle_timer import IdleTimer
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station
from tests.support.small_knowledge import small_knowledge


def press(hall: Hall, text: str) -> None:
    (found,) = [
        one
        for one in hall.window.findChildren(QPushButton)
        if one.isVisible() and text in {one.text().replace("&&", "&"), one.accessibleName()}
    ]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


# The first page.


@pytest.mark.parametrize("at", [(600, 5), (1300, 20), (300, 400), (700, 740)])
def test_a_touch_anywhere_begins(hall: Hall, at: tuple[int, int]) -> None:
    hall.touch(at=QPoint(*at))
    assert hall.window.visit is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_begin_too(hall: Hall, key: Qt.Key) -> None:
    QTest.keyClick(hall.start_page.start, key)
    assert hall.window.visit is not None


def test_the_first_page_tells_the_limit(hall: Hall) -> None:
    words = hall.start_page.context.words
    told = words.kiosk_start_limit.format(seconds=CALM.idle // 1000)
    assert told in [
        label.text() for label in hall.start_page.findChildren(QWidget) if hasattr(label, "text")
    ]


def test_size_language_and_reach_last_one_visit(hall: Hall) -> None:
    plain = hall.start_page.choice
    press(hall, "A+")
    press(hall, hall.start_page.context.words.kiosk_reach_on)
    press(hall, "English")
    chosen = hall.start_page.choice
    assert (chosen.language, chosen.size, chosen.reach) == ("en", 1.5, True)
    visitor = hall.begin()
    assert visitor.window.context.knowledge.language == "en"
    assert visitor.window.context.theme.scale > hall.visit.context.theme.scale / 1.6
    hall.window.reset()
    assert hall.start_page.choice == plain
    again = hall.begin()
    assert again.window.context.knowledge.language == "id"


def test_a_choice_on_the_first_page_is_forgotten_when_nobody_begins(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=30)))
    press(hall, "A++")
    qtbot.waitUntil(lambda: hall.start_page.choice.size == 1.0, timeout=5000)


def test_reach_mode_puts_the_bar_below_the_page(hall: Hall) -> None:
    press(hall, hall.start_page.context.words.kiosk_reach_on)
    visitor = hall.begin()
    (bar,) = visitor.window.findChildren(QWidget, "bar")
    assert bar.geometry().top() > visitor.window.wizard.height() // 2


@pytest.mark.parametrize(
    ("size", "free"), [((1080, 1920), 768), ((1366, 768), 0), ((1000, 1000), 0)]
)
def test_an_upright_screen_leaves_its_upper_part_free(size: tuple[int, int], free: int) -> None:
    assert lowered_by(*size) == free


@pytest.mark.parametrize(
    ("size", "screen", "drawn"),
    [
        (1.0, (1366, 768), 1.0),
        (1.5, (1366, 768), 1.5),
        (2.0, (1366, 768), 1.5),
        (2.0, (1080, 1920), 1.0),
    ],
)
def test_the_first_page_follows_a_size_as_far_as_it_fits(
    size: float, screen: tuple[int, int], drawn: float
) -> None:
    assert drawn_size(size, *screen) == drawn


# The staff corner.


def test_five_touches_of_the_corner_lead_to_the_door(hall: Hall) -> None:
    for _ in range(TAPS):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    assert isinstance(hall.window.page, PinPanel)


def test_fewer_touches_of_the_corner_begin_a_visit(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, corner=30)))
    for _ in range(TAPS - 1):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    qtbot.waitUntil(lambda: hall.window.visit is not None, timeout=5000)


# Nobody there.


def test_the_question_comes_after_the_time_of_the_office(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=50)))
    hall.begin()
    qtbot.waitUntil(lambda: isinstance(hall.window.cover, InactivityPrompt), timeout=5000)


def test_every_touch_makes_the_time_begin_anew(hall: Hall) -> None:
    hall.begin()
    timer = hall.window._idle._timer
    timer.setInterval(10_000)
    assert timer.remainingTime() < CALM.idle // 2
    QTest.mousePress(hall.window, Qt.MouseButton.LeftButton)
    assert timer.remainingTime() > CALM.idle // 2


def test_ja_goes_on_as_often_as_one_likes(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_tahu")
    for _ in range(25):
        hall.window._ask_if_present()
        cover = hall.window.cover
        assert isinstance(cover, InactivityPrompt)
        assert cover.yes.hasFocus()
        QTest.mouseClick(cover.yes, Qt.MouseButton.LeftButton)
        assert hall.window.cover is None
        assert visitor.place == "periksa"
        assert visitor.window.view.page.isVisible()


def test_a_touch_beside_ja_and_a_key_go_on_too(hall: Hall) -> None:
    hall.begin()
    for by_key in (False, True):
        hall.window._ask_if_present()
        assert hall.window.cover is not None
        if by_key:
            hall.key(Qt.Key.Key_Return)
        else:
            hall.touch(hall.window.cover)
        assert hall.window.cover is None
        assert hall.window.visit is not None


def test_the_question_counts_down_and_says_so(hall: Hall) -> None:
    hall.begin()
    hall.window._ask_if_present()
    cover = hall.window.cover
    assert isinstance(cover, InactivityPrompt)
    for left in range(CALM.asks, 0, -1):
        assert cover.message.text() == cover.context.words.kiosk_still_text.format(seconds=left)
        assert hall.window.cover is cover
        cover.tick()
    assert hall.at_start_page


def test_an_ending_has_more_time(hall: Hall) -> None:
    visitor = hall.begin()
    assert hall.window._idle._limit == CALM.idle
    visitor.choose("pulsa")
    assert isinstance(visitor.window.view.page, OutcomePage)
    assert hall.window._idle._limit == CALM.ending
    visitor.go_back()
    assert hall.window._idle._limit == CALM.idle


def test_the_figures_are_those_of_the_settings(config: KioskConfig) -> None:
    timeouts = timeouts_of(replace(config.site, idle_seconds=45))
    assert (timeouts.idle, timeouts.ending, timeouts.asks, timeouts.tap) == (
        45_000,
        180_000,
        30,
        400,
    )
    assert timeouts_of(replace(config.site, idle_seconds=600)).ending == 600_000
    assert Timeouts() == timeouts_of(replace(config.site, idle_seconds=90))


def test_the_watch_stands_still_while_paper_is_on_its_way(qtbot: QtBot) -> None:
    owner = QObject()
    watch = IdleTimer(busy_printing, owner)
    knowledge = small_knowledge()
    summary = summarise(knowledge, knowledge.outcomes[0], Session())
    job = PrintJob(print_document(summary, Paper.ROLL_58), "Struk", detect.of_this_system())
    assert busy_printing()
    with qtbot.assertNotEmitted(watch.timed_out, wait=60):
        watch.watch(5)
    with qtbot.waitSignal(watch.timed_out, timeout=5000):
        job.setParent(owner)
    assert not busy_printing()


def test_staff_pages_go_back_by_themselves(open_hall: OpenHall, tmp_path: Path) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=50)))
    for show in (hall.window.show_pin_panel, hall.window.show_staff):
        show()
        assert not hall.at_start_page
        hall.wait_for_start_page()


# The end.


def test_finishing_shows_the_first_page(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("pulsa")
    visitor.press(visitor.window.context.words.finish)
    visitor.press(visitor.window.context.words.finish_yes)
    hall.wait_for_start_page()


def test_wiped_in_two_touches_from_every_page(hall: Hall) -> None:
    for answers in ((), ("tidak_tahu",), ("pulsa",)):
        visitor = hall.begin()
        for answer in answers:
            visitor.choose(answer)
        visitor.press(visitor.window.context.words.restart)
        if answers:
            visitor.press(visitor.window.context.words.finish_yes)
        hall.wait_for_start_page()


def test_a_copied_contact_is_gone_from_the_clipboard(hall: Hall) -> None:
    hall.begin()
    hall.visit.copier.copy("081234567890")
    assert QGuiApplication.clipboard().text()
    hall.window.reset()
    assert QGuiApplication.clipboard().text() == ""


def test_no_page_of_an_earlier_visit_stays_alive(hall: Hall, qtbot: QtBot) -> None:
    def widgets() -> int:
        return len(hall.window.findChildren(QWidget))

    first = widgets()
    for _ in range(3):
        hall.touch()
        Visitor(hall.visit.help, qtbot).choose("pulsa")
        hall.window.reset()
        qtbot.waitUntil(lambda: widgets() == first, timeout=5000)

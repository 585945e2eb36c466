"""The kiosk window: prompts, resets, and what it deletes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.covers import InactivityPrompt
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.printing.spooler.base import PrinterProblem
from jknassist.gui.widgets.focus_ring import FocusRing
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station


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


def test_who_only_stirs_is_not_there(hall: Hall) -> None:
    hall.begin()
    timer = hall.window._idle._timer
    timer.setInterval(10_000)
    QTest.mouseMove(hall.window, QPoint(300, 300))
    QTest.mouseMove(hall.window, QPoint(301, 300))
    hall.key(Qt.Key.Key_F5)
    hall.key(Qt.Key.Key_K)
    assert timer.remainingTime() < CALM.idle // 2
    hall.key(Qt.Key.Key_Tab)
    assert timer.remainingTime() > CALM.idle // 2


def test_a_visit_is_asked_about_at_last_whatever_is_done(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, visit=200)))
    hall.begin()
    for _ in range(2):
        qtbot.waitUntil(lambda: isinstance(hall.window.cover, InactivityPrompt), timeout=5000)
        hall.touch(hall.window.cover)
        assert hall.window.cover is None, "a touch extends the visit by as much again"
        assert hall.window._longest.isActive()
    hall.window.reset()
    assert not hall.window._longest.isActive()


def test_who_keeps_pressing_on_one_page_is_asked_at_the_longest_visit_and_then_wiped(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=2000, visit=3000, asks=1)))
    visitor = hall.begin()
    page = hall.visit

    def press_until_asked() -> bool:
        if hall.window.cover is None:
            hall.touch()
        return isinstance(hall.window.cover, InactivityPrompt)

    qtbot.waitUntil(press_until_asked, timeout=20_000)
    assert visitor.place == "mulai"
    assert hall.window.page is page
    assert not hall.window._longest.isActive(), "it was this clock that asked"
    assert hall.window._idle._timer.isActive(), "and not the one of inactivity"
    hall.wait_for_start_page()


def test_printer_trouble_is_in_the_log_in_one_word(hall: Hall) -> None:
    hall.begin()
    hall.window._note_printer(PrinterProblem.NO_PAPER)
    (line,) = hall.window.log.last(1)
    assert line.endswith("printer: no_paper")


def test_an_ending_has_more_time(hall: Hall) -> None:
    visitor = hall.begin()
    assert hall.window._idle._limit == CALM.idle
    visitor.choose("pulsa")
    assert isinstance(visitor.window.view.page, OutcomePage)
    assert hall.window._idle._limit == CALM.outcome
    visitor.go_back()
    assert hall.window._idle._limit == CALM.idle


def test_staff_pages_go_back_by_themselves(open_hall: OpenHall, tmp_path: Path) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=50)))
    for show in (hall.window.show_pin_panel, hall.window.show_staff):
        show()
        assert not hall.at_start_page
        hall.wait_for_start_page()


def test_finishing_shows_the_first_page(hall: Hall) -> None:
    visitor = hall.begin()
    for answer in ("tidak_tahu", "sudah", "masuk"):
        visitor.choose(answer)
    visitor.press(visitor.window.context.words.start_again)
    visitor.press(visitor.window.context.words.leave_yes)
    hall.wait_for_start_page()


def test_who_says_that_it_helped_is_wished_well_and_leaves_with_one_touch(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("pulsa")
    words = visitor.window.context.words
    visitor.press(words.solved_yes)
    assert visitor.sees(words.solved_title)
    assert visitor.window.panel is not None
    leave = visitor.window.panel.findChildren(QPushButton)
    (way,) = [one for one in leave if one.text() == words.leave.replace("&", "&&")]
    way.click()
    hall.wait_for_start_page()


def test_wiped_in_two_touches_from_every_page(hall: Hall) -> None:
    for answers in ((), ("tidak_tahu",), ("pulsa",)):
        visitor = hall.begin()
        for answer in answers:
            visitor.choose(answer)
        visitor.press(visitor.window.context.words.leave)
        if answers:
            visitor.press(visitor.window.context.words.leave_yes)
        hall.wait_for_start_page()


def test_no_page_of_an_earlier_visit_stays_alive(hall: Hall, qtbot: QtBot) -> None:
    def widgets() -> int:
        # The window keeps the ring around the focus, of which it has one from the first focus on.
        every = hall.window.findChildren(QWidget)
        return sum(not isinstance(one, FocusRing) for one in every)

    first = widgets()
    for _ in range(3):
        hall.touch()
        Visitor(hall.visit.main_window, qtbot).choose("pulsa")
        hall.window.reset()
        qtbot.waitUntil(lambda: widgets() == first, timeout=5000)

"""The staff door and what is behind it: few tries, honest rows, and the only way out."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.pin import LOCKED_SECONDS, MOST_TRIES
from jknassist.core.site import Mode, Office, Site
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.door import Door
from jknassist.gui.kiosk.readiness import OLD_DAYS, Check, checks, printer_check
from jknassist.gui.kiosk.staff import StaffPage
from jknassist.gui.kiosk.station import Station
from jknassist.gui.kiosk.tries import FILE, TriesBook
from jknassist.gui.paper.spooler import Printer
from tests.core.small_knowledge import RELEASED, small_knowledge
from tests.gui.kiosk.conftest import PIN, Hall, OpenHall

WRONG = "999990"


def door(hall: Hall) -> Door:
    hall.window.show_door()
    assert isinstance(hall.window.page, Door)
    return hall.window.page


def type_pin(at: Door, pin: str) -> None:
    for digit in pin:
        keys = [key for key in at.keypad.findChildren(QPushButton) if key.text() == digit]
        QTest.mouseClick(keys[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(at.open, Qt.MouseButton.LeftButton)


def texts(hall: Hall) -> str:
    labels = [one.text() for one in hall.window.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in hall.window.findChildren(QPushButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    monkeypatch.setattr("jknassist.gui.kiosk.tries.time.time", lambda: now)


def test_the_right_pin_opens(hall: Hall) -> None:
    type_pin(door(hall), PIN)
    assert isinstance(hall.window.page, StaffPage)


def test_a_real_keyboard_opens_too(hall: Hall) -> None:
    at = door(hall)
    QTest.keyClicks(at, PIN + "7")
    QTest.keyClick(at, Qt.Key.Key_Backspace)
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert isinstance(hall.window.page, StaffPage)


def test_the_digits_are_counted_and_never_shown(hall: Hall) -> None:
    at = door(hall)
    assert at.findChildren(QLineEdit) == []
    for digit in PIN:
        at.type_on(digit)
    assert at.count.text() == at.parts.words.staff_door_typed.format(count=len(PIN))
    assert PIN not in texts(hall)
    at.erase_all()
    at.try_pin()
    assert isinstance(hall.window.page, Door), "nothing typed is no try"
    assert TriesBook(hall.window.station.state).tries.wrong == 0


def test_the_third_wrong_pin_locks_even_for_the_right_one(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1000.0)
    at = door(hall)
    words = at.parts.words
    type_pin(at, WRONG)
    assert at.says.text() == words.staff_door_wrong.format(left=MOST_TRIES - 1)
    type_pin(at, WRONG)
    type_pin(at, WRONG)
    assert at.says.text() == words.staff_door_wait.format(seconds=LOCKED_SECONDS)
    at.type_on("1")
    for digit in PIN:
        at._typed += digit
    at.try_pin()
    assert isinstance(hall.window.page, Door)
    set_clock(monkeypatch, 1000.0 + LOCKED_SECONDS)
    at._look()
    at.erase_all()
    type_pin(at, PIN)
    assert isinstance(hall.window.page, StaffPage)


def test_the_lock_outlives_a_restart(
    open_hall: OpenHall, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1000.0)
    first = open_hall(station)
    for _ in range(MOST_TRIES):
        type_pin(door(first), WRONG)
    second = open_hall(station)
    at = door(second)
    assert not at.keypad.isEnabled()
    assert str(LOCKED_SECONDS) in at.says.text()


def test_a_try_is_written_down_before_it_is_looked_at(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def look(_pin: str, _written: str) -> bool:
        seen.append(TriesBook(hall.window.station.state).tries.wrong)
        return False

    monkeypatch.setattr("jknassist.gui.kiosk.door.fits", look)
    type_pin(door(hall), WRONG)
    assert seen == [1]


def test_the_right_pin_makes_the_count_begin_anew(hall: Hall) -> None:
    type_pin(door(hall), WRONG)
    type_pin(door(hall), PIN)
    assert TriesBook(hall.window.station.state).tries.wrong == 0


def test_where_nothing_can_be_written_the_count_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    book = TriesBook(tmp_path / "state")
    before = book.tries.wrong
    book.count_wrong()
    assert book.tries.wrong >= before
    assert book.wait_seconds() >= 0


def test_a_damaged_count_locks(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\x00" * 500)
    assert TriesBook(tmp_path).wait_seconds() == LOCKED_SECONDS


def test_the_file_holds_no_pin(hall: Hall) -> None:
    type_pin(door(hall), WRONG)
    for path in hall.window.station.state.rglob("*"):
        assert WRONG not in path.read_text()
        assert PIN not in path.read_text()


# Behind the door.


def test_only_the_staff_page_lets_the_program_end(hall: Hall, qtbot: QtBot) -> None:
    type_pin(door(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPage)
    with qtbot.waitSignal(hall.window.left_by_staff, timeout=1000):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)


def test_without_a_pin_the_page_can_be_read_but_nobody_gets_out(
    open_hall: OpenHall, station: Station
) -> None:
    open_one = replace(station, site=replace(station.site, staff_pin=""))
    hall = open_hall(open_one)
    hall.window.show_door()
    page = hall.window.page
    assert isinstance(page, StaffPage)
    words = page.parts.words
    assert words.staff_pin_none in texts(hall)
    assert words.staff_leave not in texts(hall)


def test_with_a_pin_that_cannot_be_read_the_exit_is_locked_and_says_why(
    open_hall: OpenHall, station: Station, qtbot: QtBot
) -> None:
    lost = replace(station, site=Site(mode=Mode.KIOSK), faults=("site.yaml:3: salah",))
    hall = open_hall(lost)
    hall.window.show_door()
    page = hall.window.page
    assert isinstance(page, StaffPage)
    words = page.parts.words
    assert words.staff_pin_lost in texts(hall)
    assert "site.yaml:3: salah" in texts(hall)
    assert not page.leave.isEnabled()
    with qtbot.assertNotEmitted(hall.window.left_by_staff, wait=100):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
        page.leave.clicked.emit()


def rows(station: Station, folder: Path, today: date = RELEASED) -> dict[str, Check]:
    journal = ErrorLog(folder, "kiosk.log")
    found = checks(station, small_knowledge(), journal, (1366, 768), today)
    return {check.label: check for check in found}


def test_each_row_tells_good_from_bad(station: Station, tmp_path: Path) -> None:
    words = small_knowledge().words
    office = Office(name="Kantor Contoh", contact="Loket 1", checked_on=RELEASED)
    good = replace(station, site=replace(station.site, office=office, screen_diagonal="21.5"))
    assert all(check.good for check in rows(good, tmp_path).values())
    bare = replace(station, site=Site(), site_found=False)
    poor = rows(bare, tmp_path)
    for label in (words.staff_screen, words.staff_site, words.staff_pin, words.staff_settings):
        assert poor[label].good is False, label


def test_a_bad_file_is_named_with_its_first_fault(station: Station, tmp_path: Path) -> None:
    words = small_knowledge().words
    row = rows(replace(station, faults=("site.yaml:3: salah", "b")), tmp_path)[words.staff_site]
    assert row.good is False
    assert "site.yaml:3: salah" in row.text
    assert "2" in row.text


def test_old_content_is_told(station: Station, tmp_path: Path) -> None:
    words = small_knowledge().words
    late = RELEASED + timedelta(days=OLD_DAYS)
    assert rows(station, tmp_path, late)[words.staff_content].good
    assert rows(station, tmp_path, late + timedelta(days=1))[words.staff_content].good is False


def test_the_row_says_where_content_comes_from(station: Station, tmp_path: Path) -> None:
    words = small_knowledge().words
    assert words.staff_content_shipped in rows(station, tmp_path)[words.staff_content].text
    other = rows(replace(station, origin="isi.yaml"), tmp_path)[words.staff_content]
    assert "isi.yaml" in other.text


def test_a_log_that_cannot_be_written_is_told(station: Station, tmp_path: Path) -> None:
    words = small_knowledge().words
    (tmp_path / "state").write_text("a file where a folder should be")
    assert rows(station, tmp_path / "state")[words.staff_log].good is False


PAPER = Printer(name="Struk", is_default=True)
VIRTUAL = Printer(name="PDF", virtual=True)


@pytest.mark.parametrize(
    ("wanted", "found", "good"),
    [
        ("", (), False),
        ("", (VIRTUAL,), False),
        ("", (VIRTUAL, PAPER), True),
        ("Struk", (PAPER,), True),
        ("Struk", (), False),
        ("PDF", (VIRTUAL, PAPER), False),
    ],
)
def test_a_printer_is_good_when_it_makes_paper(
    wanted: str, found: tuple[Printer, ...], *, good: bool
) -> None:
    assert printer_check(small_knowledge().words, wanted, found).good is good


def test_a_paper_can_be_tried_once_a_printer_is_there(hall: Hall) -> None:
    type_pin(door(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPage)
    words = page.parts.words
    page.take_printers(())
    assert not page.try_paper.isEnabled()
    page.take_printers((PAPER,))
    assert page.try_paper.isEnabled()
    page._settled(None)
    assert words.staff_paper_sent in texts(hall)
    page._settled("no_paper")
    assert words.staff_paper_failed in texts(hall)


def test_content_that_was_meant_to_run_and_does_not_is_told_with_its_reason(
    station: Station, tmp_path: Path
) -> None:
    label = small_knowledge().words.staff_content
    assert rows(station, tmp_path)[label].good
    refused = replace(station, notices=("isi.yaml tidak dipakai: lebih lama.",))
    check = rows(refused, tmp_path)[label]
    assert check.good is False
    assert "isi.yaml tidak dipakai: lebih lama." in check.text


def test_content_of_this_machine_is_told_by_its_file(station: Station, tmp_path: Path) -> None:
    label = small_knowledge().words.staff_content
    check = rows(replace(station, origin="isi_kantor.yaml"), tmp_path)[label]
    assert check.good
    assert "isi_kantor.yaml" in check.text

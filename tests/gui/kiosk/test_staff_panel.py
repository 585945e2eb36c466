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
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.health_checks import OLD_DAYS, Check, checks, printer_check
from jknassist.gui.kiosk.pin_attempts import FILE, PinAttempts
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.printing.spooler.base import Printer
from tests.gui.kiosk.conftest import PIN, Hall, OpenHall
from tests.support.small_knowledge import RELEASED, small_knowledge

WRONG = "999990"


def pin_panel(hall: Hall) -> PinPanel:
    hall.window.show_pin_panel()
    assert isinstance(hall.window.page, PinPanel)
    return hall.window.page


def type_pin(at: PinPanel, pin: str) -> None:
    for digit in pin:
        keys = [key for key in at.keypad.findChildren(QPushButton) if key.text() == digit]
        QTest.mouseClick(keys[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(at.open, Qt.MouseButton.LeftButton)


def texts(hall: Hall) -> str:
    labels = [one.text() for one in hall.window.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in hall.window.findChildren(QPushButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    monkeypatch.setattr("jknassist.gui.kiosk.pin_attempts.time.time", lambda: now)


def test_the_right_pin_opens(hall: Hall) -> None:
    type_pin(pin_panel(hall), PIN)
    assert isinstance(hall.window.page, StaffPanel)


def test_a_real_keyboard_opens_too(hall: Hall) -> None:
    at = pin_panel(hall)
    QTest.keyClicks(at, PIN + "7")
    QTest.keyClick(at, Qt.Key.Key_Backspace)
    QTest.keyClick(at, Qt.Key.Key_Return)
    assert isinstance(hall.window.page, StaffPanel)


def test_the_digits_are_counted_and_never_shown(hall: Hall) -> None:
    at = pin_panel(hall)
    assert at.findChildren(QLineEdit) == []
    for digit in PIN:
        at.type_on(digit)
    assert at.count.text() == at.context.words.staff_door_typed.format(count=len(PIN))
    assert PIN not in texts(hall)
    at.erase_all()
    at.try_pin()
    assert isinstance(hall.window.page, PinPanel), "nothing typed is no try"
    assert PinAttempts(hall.window.config.state).tries.wrong == 0


def test_the_third_wrong_pin_locks_even_for_the_right_one(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1000.0)
    at = pin_panel(hall)
    words = at.context.words
    type_pin(at, WRONG)
    assert at.message.text() == words.staff_door_wrong.format(left=MOST_TRIES - 1)
    type_pin(at, WRONG)
    type_pin(at, WRONG)
    assert at.message.text() == words.staff_door_wait.format(seconds=LOCKED_SECONDS)
    at.type_on("1")
    for digit in PIN:
        at._typed += digit
    at.try_pin()
    assert isinstance(hall.window.page, PinPanel)
    set_clock(monkeypatch, 1000.0 + LOCKED_SECONDS)
    at._look()
    at.erase_all()
    type_pin(at, PIN)
    assert isinstance(hall.window.page, StaffPanel)


def test_the_lock_outlives_a_restart(
    open_hall: OpenHall, config: KioskConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, 1000.0)
    first = open_hall(config)
    for _ in range(MOST_TRIES):
        type_pin(pin_panel(first), WRONG)
    second = open_hall(config)
    at = pin_panel(second)
    assert not at.keypad.isEnabled()
    assert str(LOCKED_SECONDS) in at.message.text()


def test_a_try_is_written_down_before_it_is_looked_at(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def look(_pin: str, _written: str) -> bool:
        seen.append(PinAttempts(hall.window.config.state).tries.wrong)
        return False

    monkeypatch.setattr("jknassist.gui.kiosk.pin_panel.verify", look)
    type_pin(pin_panel(hall), WRONG)
    assert seen == [1]


def test_the_right_pin_makes_the_count_begin_anew(hall: Hall) -> None:
    type_pin(pin_panel(hall), WRONG)
    type_pin(pin_panel(hall), PIN)
    assert PinAttempts(hall.window.config.state).tries.wrong == 0


def test_where_nothing_can_be_written_the_count_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    book = PinAttempts(tmp_path / "state")
    before = book.tries.wrong
    book.count_wrong()
    assert book.tries.wrong >= before
    assert book.wait_seconds() >= 0


def test_a_damaged_count_locks(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\x00" * 500)
    assert PinAttempts(tmp_path).wait_seconds() == LOCKED_SECONDS


def test_the_file_holds_no_pin(hall: Hall) -> None:
    type_pin(pin_panel(hall), WRONG)
    for path in hall.window.config.state.rglob("*"):
        assert WRONG not in path.read_text()
        assert PIN not in path.read_text()


# Behind the door.


def test_only_the_staff_page_lets_the_program_end(hall: Hall, qtbot: QtBot) -> None:
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    with qtbot.waitSignal(hall.window.left_by_staff, timeout=1000):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)


def test_without_a_pin_the_page_can_be_read_but_nobody_gets_out(
    open_hall: OpenHall, config: KioskConfig
) -> None:
    open_one = replace(config, site=replace(config.site, staff_pin=""))
    hall = open_hall(open_one)
    hall.window.show_pin_panel()
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    assert words.staff_pin_none in texts(hall)
    assert words.staff_leave not in texts(hall)


def test_with_a_pin_that_cannot_be_read_the_exit_is_locked_and_says_why(
    open_hall: OpenHall, config: KioskConfig, qtbot: QtBot
) -> None:
    lost = replace(config, site=Site(mode=Mode.KIOSK), faults=("site.yaml:3: salah",))
    hall = open_hall(lost)
    hall.window.show_pin_panel()
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    assert words.staff_pin_lost in texts(hall)
    assert "site.yaml:3: salah" in texts(hall)
    assert not page.leave.isEnabled()
    with qtbot.assertNotEmitted(hall.window.left_by_staff, wait=100):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
        page.leave.clicked.emit()


def rows(config: KioskConfig, folder: Path, today: date = RELEASED) -> dict[str, Check]:
    log = ErrorLog(folder, "kiosk.log")
    found = checks(config, small_knowledge(), log, (1366, 768), today)
    return {check.label: check for check in found}


def test_each_row_tells_good_from_bad(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    office = Office(name="Kantor Contoh", contact="Loket 1", checked_on=RELEASED)
    good = replace(config, site=replace(config.site, office=office, screen_diagonal="21.5"))
    assert all(check.good for check in rows(good, tmp_path).values())
    bare = replace(config, site=Site(), site_found=False)
    poor = rows(bare, tmp_path)
    for label in (words.staff_screen, words.staff_site, words.staff_pin, words.staff_settings):
        assert poor[label].good is False, label


def test_a_bad_file_is_named_with_its_first_fault(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    row = rows(replace(config, faults=("site.yaml:3: salah", "b")), tmp_path)[words.staff_site]
    assert row.good is False
    assert "site.yaml:3: salah" in row.text
    assert "2" in row.text


def test_old_content_is_told(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    late = RELEASED + timedelta(days=OLD_DAYS)
    assert rows(config, tmp_path, late)[words.staff_content].good
    assert rows(config, tmp_path, late + timedelta(days=1))[words.staff_content].good is False


def test_the_row_says_where_content_comes_from(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    assert words.staff_content_shipped in rows(config, tmp_path)[words.staff_content].text
    other = rows(replace(config, origin="isi.yaml"), tmp_path)[words.staff_content]
    assert "isi.yaml" in other.text


def test_a_log_that_cannot_be_written_is_told(config: KioskConfig, tmp_path: Path) -> None:
    words = small_knowledge().words
    (tmp_path / "state").write_text("a file where a folder should be")
    assert rows(config, tmp_path / "state")[words.staff_log].good is False


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
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    page.take_printers(())
    assert not page.try_paper.isEnabled()
    page.take_printers((PAPER,))
    assert page.try_paper.isEnabled()
    page._settled(None)
    assert words.staff_paper_sent in texts(hall)
    page._settled("no_paper")
    assert words.staff_paper_failed in texts(hall)


def test_content_that_was_meant_to_run_and_does_not_is_told_with_its_reason(
    config: KioskConfig, tmp_path: Path
) -> None:
    label = small_knowledge().words.staff_content
    assert rows(config, tmp_path)[label].good
    refused = replace(config, notices=("isi.yaml tidak dipakai: lebih lama.",))
    check = rows(refused, tmp_path)[label]
    assert check.good is False
    assert "isi.yaml tidak dipakai: lebih lama." in check.text


def test_content_of_this_machine_is_told_by_its_file(config: KioskConfig, tmp_path: Path) -> None:
    label = small_knowledge().words.staff_content
    check = rows(replace(config, origin="isi_kantor.yaml"), tmp_path)[label]
    assert check.good
    assert "isi_kantor.yaml" in check.text

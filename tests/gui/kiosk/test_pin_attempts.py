"""Attempts at the PIN are kept across a restart."""

import shutil
import sys
from pathlib import Path

import pytest

from jknassist.core.pin import LOCKED_SECONDS, MOST_TRIES
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.pin_attempts import FILE, PinAttempts
from tests.gui.kiosk.conftest import PIN, Hall, OpenHall
from tests.support.staff import WRONG, pin_panel, set_clock, type_pin


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


@pytest.mark.parametrize("years", [-1, 0, 1])
def test_a_clock_that_is_set_while_it_runs_makes_the_lock_neither_longer_nor_shorter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    begun = 9e8
    set_clock(monkeypatch, begun)
    book = PinAttempts(tmp_path)
    for _ in range(MOST_TRIES):
        book.count_wrong()
    clocks = "jknassist.gui.kiosk.pin_attempts"
    monkeypatch.setattr(f"{clocks}.time", lambda: begun + years * 31_536_000.0)
    monkeypatch.setattr(f"{clocks}.monotonic", lambda: begun + LOCKED_SECONDS - 10)
    assert 9 <= book.wait_seconds() <= 10
    monkeypatch.setattr(f"{clocks}.monotonic", lambda: begun + LOCKED_SECONDS + 1)
    assert book.wait_seconds() == 0
    book.count_wrong()
    assert book.tries.wrong == 1, "after the wait there are three tries again"


def test_where_nothing_can_be_written_the_count_is_kept_in_memory(tmp_path: Path) -> None:
    book = PinAttempts(tmp_path / "state")
    shutil.rmtree(tmp_path / "state")
    (tmp_path / "state").write_text("a file where a folder should be")
    for count in range(MOST_TRIES):
        assert book.wait_seconds() == 0
        assert book.tries.wrong == count
        book.count_wrong()
    assert book.wait_seconds() == LOCKED_SECONDS


def test_a_start_that_cannot_write_the_count_begins_with_the_wait_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or else each cut of the power would give new tries."""
    begun = 9e8
    set_clock(monkeypatch, begun)
    (tmp_path / "state").write_text("a file where a folder should be")
    book = PinAttempts(tmp_path / "state")
    assert book.wait_seconds() == LOCKED_SECONDS
    set_clock(monkeypatch, begun + LOCKED_SECONDS + 1)
    assert book.wait_seconds() == 0
    book.count_wrong()
    assert book.tries.wrong == 1
    assert book.wait_seconds() == 0


@pytest.mark.parametrize("wrong", range(MOST_TRIES))
def test_a_start_that_can_write_it_keeps_the_count(tmp_path: Path, wrong: int) -> None:
    book = PinAttempts(tmp_path)
    for _ in range(wrong):
        book.count_wrong()
    again = PinAttempts(tmp_path)
    assert again.tries.wrong == wrong
    assert again.wait_seconds() == 0


def test_a_damaged_count_locks(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\x00" * 500)
    assert PinAttempts(tmp_path).wait_seconds() == LOCKED_SECONDS


def test_the_file_holds_no_pin(hall: Hall) -> None:
    type_pin(pin_panel(hall), WRONG)
    for path in hall.window.config.state.rglob("*"):
        assert WRONG not in path.read_text()
        assert PIN not in path.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder")
def test_the_file_can_be_read_by_this_account_alone(tmp_path: Path) -> None:
    PinAttempts(tmp_path).count_wrong()
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0

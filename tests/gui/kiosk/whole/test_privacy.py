"""PR01 to PR05: after every kind of end no digit of the number remains in the process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jknassist.gui.crash_handler import CrashHandler
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.covers import InactivityPrompt
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import CALM, Hall
from tests.support.memory_search import holds, temporary, traces

NUMBER = "081298765432"
TWISTED = "081298765342"


def type_both(visitor: Visitor) -> None:
    """Type a number, then the same with a slip, so that both stand on the screen."""
    visitor.choose("tidak_masuk")
    visitor.type_number(NUMBER)
    visitor.go_on()
    visitor.type_number(TWISTED)
    visitor.go_on()


# The search itself: what it does not find proves nothing unless it finds what is there.


def test_the_search_finds_a_number_that_is_there(hall: Hall, tmp_path: Path) -> None:
    visitor = hall.begin()
    type_both(visitor)
    (tmp_path / "log").write_text(f"x {NUMBER[:6]} y", encoding="utf-16-le")
    QGuiApplication.clipboard().setText("0812-9876-5432")
    found = " ".join(traces(NUMBER, [tmp_path]))
    for place in ("NumberField", "Answer.number", "Clipboard", "accessible", str(tmp_path / "log")):
        assert place in found


def test_the_search_finds_what_undo_brings_back(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    QTest.keyClicks(field, NUMBER)
    field.clear()
    assert field.text() == ""
    assert any("undo" in place for place in traces(NUMBER))


@pytest.mark.parametrize("text", ["0812 9876 5432", "(0812-98) 7", "x98765x"])
def test_digits_are_found_however_they_are_grouped(text: str) -> None:
    assert holds(text, NUMBER)


def test_a_few_digits_are_no_trace() -> None:
    assert not holds("165, 0811 8 165 165, 2026", NUMBER)


# The ends of a visit.


def say_finished(hall: Hall) -> None:
    visitor = Visitor(hall.visit.main_window, hall.qtbot)
    visitor.press(visitor.window.context.words.leave)
    visitor.press(visitor.window.context.words.leave_yes)


def walk_away(hall: Hall) -> None:
    hall.window._ask_if_present()
    cover = hall.window.cover
    assert isinstance(cover, InactivityPrompt)
    for _ in range(CALM.asks):
        cover.tick()


def finish_while_asked(hall: Hall) -> None:
    hall.window._ask_if_present()
    cover = hall.window.cover
    assert isinstance(cover, InactivityPrompt)
    cover.leave.click()


def fail(hall: Hall) -> None:
    handler = CrashHandler(hall.window.log)
    handler.failed.connect(hall.window.reset)
    try:
        raise ValueError(NUMBER)
    except ValueError as error:
        handler.take_error(ValueError, error, error.__traceback__)


@pytest.mark.parametrize("end", [say_finished, walk_away, finish_while_asked, fail])
def test_nothing_of_a_number_is_left(
    hall: Hall, config: KioskConfig, end: Callable[[Hall], None]
) -> None:
    before = temporary()
    visitor = hall.begin()
    type_both(visitor)
    assert traces(NUMBER)
    end(hall)
    hall.wait_for_start_page()
    del visitor
    hall.qtbot.waitUntil(lambda: traces(NUMBER, [config.state]) == [], timeout=5000)
    new = [path for path in temporary() - before if holds(path.name, NUMBER)]
    assert new == []


def test_the_next_visitor_meets_an_empty_field_and_an_empty_undo(hall: Hall) -> None:
    visitor = hall.begin()
    type_both(visitor)
    hall.window.reset()
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    entry = visitor.number_page.entry
    assert entry.text() == ""
    assert not entry.isUndoAvailable()
    entry.undo()
    assert entry.text() == ""


def test_the_way_of_one_visitor_is_not_that_of_the_next(hall: Hall) -> None:
    first = hall.begin()
    first.choose("tidak_tahu")
    help_before = hall.visit.main_window
    hall.window.reset()
    second = hall.begin()
    assert second.place == "mulai"
    assert second.window is not help_before
    assert second.window.flow.session.answers == ()
    assert second.window.wizard.visitedIds() == [second.window.wizard.startId()]


# PR05: a number does not stay on the screen while its owner looks away.


def test_the_privacy_notice_stands_with_the_keypad(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    assert visitor.sees(visitor.window.context.words.number_privacy)


def test_a_key_that_undoes_does_nothing(hall: Hall) -> None:
    visitor = hall.begin()
    visitor.choose("tidak_masuk")
    visitor.type_number("0812")
    visitor.number_page.entry.backspace()
    QTest.keyClick(visitor.number_page.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert visitor.number_page.entry.text() == "081"

"""The kiosk process: heartbeat, log, and reset after an error."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tools import page_tour

from jknassist.core.flow.model import NumberStep, Outcome
from jknassist.core.flow.way import way_of
from jknassist.gui import kiosk as kiosk_package
from jknassist.gui import panels
from jknassist.gui.crash_handler import MANY, CrashHandler
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk import launch
from jknassist.gui.kiosk.covers import InactivityPrompt, PrivacyScreen
from jknassist.gui.kiosk.finder_panel import FinderPanel
from jknassist.gui.kiosk.launch import ClockWatch, Heartbeat
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.visit import Visit
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.panels.information import FraudWarningPanel
from jknassist.gui.panels.sheet_number import SheetPanel
from jknassist.system.exit_codes import FAILED, STAFF_LEFT
from jknassist.system.heartbeat import HEARTBEAT, NOT_SHOWN
from jknassist.system.supervisor import LAST_END
from tests.conftest import ROOT, SLOWEST
from tests.gui.kiosk.conftest import PIN, Hall
from tests.support.deferred_deletion import delete_deferred
from tests.support.failing_laptop import fail, without_printers
from tests.support.panel_ways import kind, panel_classes, pressed, ways_to_panels
from tests.support.small_knowledge import small_knowledge

LOG = "kiosk.log"


NUMBER = "081298765432"


def take(handler: CrashHandler) -> None:
    """Have the handler told of an error that nobody caught."""
    try:
        raise ValueError(NUMBER)
    except ValueError as error:
        handler.take_error(ValueError, error, error.__traceback__)


def test_an_error_in_a_visit_leads_to_the_first_page(hall: Hall) -> None:
    handler = CrashHandler(hall.window.log)
    handler.failed.connect(hall.window.reset)
    hall.begin()
    take(handler)
    assert hall.at_start_page
    assert hall.window.log.path is not None
    log = hall.window.log.path.read_text()
    assert "ValueError" in log
    assert NUMBER not in log
    assert hall.begin().place == "mulai", "the kiosk goes on"


def test_errors_that_come_too_fast_end_the_process(tmp_path: Path, qtbot: QtBot) -> None:
    handler = CrashHandler(ErrorLog(tmp_path, LOG))
    for _ in range(MANY - 1):
        with qtbot.assertNotEmitted(handler.gave_up):
            take(handler)
    with qtbot.waitSignal(handler.gave_up, timeout=1000):
        take(handler)


RUN = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from jknassist.gui.kiosk import launch
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.window import KioskWindow
from tests.gui.kiosk.conftest import small_station

def look(window):
    print("first page" if isinstance(window.page, StartPage) else "not the first page")
    window.leave()

def begin():
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, KioskWindow)]
    window.begin_visit()
    assert window.visit is not None
    window.reset_done.connect(lambda: QTimer.singleShot(0, lambda: look(window)))
    QTimer.singleShot(0, FAIL[sys.argv[2]])

FAIL = {
    "slot": lambda: int("0812-9876-5432"),
    "fault": lambda: __import__("faulthandler")._sigabrt(),
    "interrupt": lambda: signal.raise_signal(signal.SIGINT),
}
signal.signal(signal.SIGINT, signal.default_int_handler)  # as at a terminal
app = QApplication([])
QTimer.singleShot(200, begin)
QTimer.singleShot(120_000, lambda: os._exit(9))
sys.exit(launch.run(small_station(Path(sys.argv[1])), heartbeat=False))
"""


def kiosk(folder: Path, how: str) -> "subprocess.CompletedProcess[str]":
    """Run a kiosk in which something goes wrong in a visit; it ends once it was reset."""
    return subprocess.run(
        [sys.executable, "-c", RUN, str(folder), how],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )


def test_an_error_in_a_real_slot_leads_to_the_first_page(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "slot")
    assert (done.returncode, done.stdout.strip()) == (STAFF_LEFT, "first page"), done.stderr
    log = (tmp_path / LOG).read_text()
    assert "ValueError at <string>" in log
    assert "9876" not in log + done.stderr


def test_an_interrupt_at_a_terminal_leads_to_the_first_page(tmp_path: Path) -> None:
    done = kiosk(tmp_path, "interrupt")
    assert (done.returncode, done.stdout.strip()) == (STAFF_LEFT, "first page"), done.stderr


def test_a_fault_of_the_last_process_is_in_the_log_of_the_next(tmp_path: Path) -> None:
    assert kiosk(tmp_path, "fault").returncode < 0
    assert "Aborted" not in (tmp_path / LOG).read_text()
    assert kiosk(tmp_path, "slot").returncode == STAFF_LEFT
    assert "the last process ended by Aborted at <string>" in (tmp_path / LOG).read_text()
    assert kiosk(tmp_path, "slot").returncode == STAFF_LEFT
    assert (tmp_path / LOG).read_text().count("Aborted") == 1


def test_the_heart_writes_and_stops_when_nobody_gave_an_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_end, write_end = os.pipe()
    monkeypatch.setattr(launch, "STDOUT", write_end)
    shown = [True, False]
    heart = Heartbeat(lambda: shown.pop(0), ErrorLog(None, LOG))
    heart.beat()
    heart.beat()
    assert os.read(read_end, 10) == HEARTBEAT + NOT_SHOWN
    shown.append(True)
    os.close(write_end)
    os.close(read_end)
    monkeypatch.setattr(launch, "STDOUT", 999_999)
    heart.beat()
    assert not heart._timer.isActive()


def test_without_its_parent_the_kiosk_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    monkeypatch.setattr(launch, "STDOUT", write_end)
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    log = ErrorLog(None, LOG)
    Heartbeat(lambda: False, log).beat()
    os.close(write_end)
    assert codes == [FAILED]
    assert log.last(1)[0].endswith("the supervisor has gone")


@pytest.mark.usefixtures("qapp")
def test_the_log_tells_that_the_clock_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    log = ErrorLog(None, LOG)
    watch = ClockWatch(log)
    watch.look()
    assert not log.last(1), "a clock that goes on as usual is not worth a line"
    now = time.time()
    monkeypatch.setattr(launch, "time", lambda: now - 86_400)
    watch.look()
    watch.look()
    (line,) = log.last(5)
    assert "the clock was set by -864" in line


def test_the_log_tells_how_the_last_process_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LAST_END, "signal 9")
    assert kiosk(tmp_path, "interrupt").returncode == STAFF_LEFT
    assert "the last process ended: signal 9" in (tmp_path / LOG).read_text()


ELSEWHERE = {
    *("PinPanel", "StaffPanel", "ErrorPanel", "ReportPanel", "FinderPanel", "SheetPanel"),
    *("FraudWarningPanel", "SavePanel"),
}
"""Panels that no press of a button opens: those of the staff, the one that a key alone opens, those
of a laptop after an error, those that are opened by what is typed, and the warning over one of
these; what the kiosk itself opens is broken below."""


WHERE_IT_FAILS = "ValueError at failing_laptop.py:"


class BreakingKiosk:
    """A kiosk whose errors are caught as in the program; one is made again for each break."""

    def __init__(self, hall: Hall, handler: CrashHandler) -> None:
        self.hall = hall
        self.handler = handler

    @property
    def log(self) -> str:
        path = self.hall.window.log.path
        assert path is not None
        return path.read_text() if path.exists() else ""

    def stand(self, place: str, way: str) -> MainWindow:
        """Show a place in a new visit, and open the panel that a way leads to."""
        self.hall.window.reset()
        delete_deferred()
        self.hall.begin()
        window = self.hall.visit.main_window
        page_tour.stand(window, place)
        if way:
            pressed(window, way)
        QApplication.processEvents()
        return window

    def breaks(self, do: Callable[[], object]) -> None:
        """Do what breaks something; a new first page comes, and nothing of the visit is left."""
        before, gone = self.log.count(WHERE_IT_FAILS), self.hall.window.page
        do()
        self.hall.qtbot.waitUntil(lambda: self.hall.window.page is not gone, timeout=5000)
        assert self.hall.at_start_page
        delete_deferred()
        assert not isValid(gone)
        assert self.log.count(WHERE_IT_FAILS) == before + 1
        assert "9876" not in self.log

    def goes_on(self) -> None:
        """See that the next visitor gets to an ending and what can be opened there."""
        window = self.stand(small_knowledge().outcomes[0].id, "")
        assert window.flow.summary() is not None
        window.show_contacts()
        assert kind(window) == "ContactsPanel"


@pytest.fixture
def breaking(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> Iterator[BreakingKiosk]:
    without_printers(monkeypatch)
    handler = CrashHandler(hall.window.log)
    handler.install()
    handler.failed.connect(hall.window.reset, Qt.ConnectionType.QueuedConnection)
    yield BreakingKiosk(hall, handler)
    handler.remove()


def test_whatever_opens_a_panel_for_a_visitor_may_fail(
    breaking: BreakingKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each panel fails by one of its ways; the laptop's test goes through all of them.
    found = ways_to_panels(tuple(small_knowledge().places), breaking.stand, by_keys=False)
    assert "Error at" not in breaking.log
    classes = panel_classes(panels, kiosk_package)
    opened = {panel for _, panel in found}
    assert classes.keys() - opened - ELSEWHERE == set(), "every panel was met"
    for panel in sorted(opened):
        name, (place, before, _) = next(
            (way[0], at) for way, at in found.items() if way[1] == panel
        )
        window = breaking.stand(place, before)
        with monkeypatch.context() as broken:
            broken.setattr(classes[panel], "__init__", fail)
            breaking.breaks(partial(pressed, window, name))
        breaking.goes_on()
    breaking.hall.window.reset()


@pytest.mark.parametrize("page", [NumberPage, OutcomePage])
def test_a_page_that_cannot_be_made_for_a_visitor(
    breaking: BreakingKiosk, monkeypatch: pytest.MonkeyPatch, page: type[QWidget]
) -> None:
    window = breaking.stand(small_knowledge().start, "")
    place = next(
        place
        for place, what in small_knowledge().places.items()
        if isinstance(what, Outcome if page is OutcomePage else NumberStep)
    )
    with monkeypatch.context() as broken:
        broken.setattr(page, "__init__", fail)
        breaking.breaks(lambda: QTimer.singleShot(0, partial(window.view.jump_to, place)))
    breaking.goes_on()


def at_the_start(one: BreakingKiosk) -> None:
    one.hall.window.reset()


def at_the_door(one: BreakingKiosk) -> None:
    one.hall.window.show_pin_panel()


def at_a_number(one: BreakingKiosk) -> None:
    places = small_knowledge().places
    number = next(place for place, what in places.items() if isinstance(what, NumberStep))
    page = one.stand(number, "").view.page
    assert isinstance(page, NumberPage)
    page.entry.setText(NUMBER)


def at_an_ending(one: BreakingKiosk) -> None:
    one.stand(small_knowledge().outcomes[0].id, "")


def take_up_a_sheet(one: BreakingKiosk) -> None:
    window = one.hall.visit.main_window
    window.show_sheet(way_of(window.context.knowledge, window.flow.session))


def warn_over_a_sheet(one: BreakingKiosk) -> None:
    take_up_a_sheet(one)
    window = one.hall.visit.main_window
    knowledge = window.context.knowledge
    safety = replace(knowledge.safety, goes_to=knowledge.outcomes[0].id)
    window.context = replace(window.context, knowledge=replace(knowledge, safety=safety))
    window.show_contacts()
    window.show_fraud_warning()


def open_the_door(one: BreakingKiosk) -> None:
    panel = one.hall.window.page
    assert isinstance(panel, PinPanel)
    for digit in PIN:
        panel.type_on(digit)
    panel.try_pin()


@pytest.mark.parametrize(
    ("begin", "broken", "do"),
    [
        (at_the_start, Visit, lambda one: one.hall.touch()),
        (at_the_start, PinPanel, lambda one: one.hall.start_page.staff_called.emit()),
        (at_the_door, StaffPanel, open_the_door),
        (at_a_number, InactivityPrompt, lambda one: one.hall.window._idle.timed_out.emit()),
        (at_a_number, PrivacyScreen, lambda one: one.hall.window._privacy_timer.timed_out.emit()),
        (at_an_ending, FinderPanel, lambda one: one.hall.visit.main_window.finder_wanted.emit()),
        (at_an_ending, SheetPanel, take_up_a_sheet),
        (at_an_ending, FraudWarningPanel, warn_over_a_sheet),
    ],
    ids=["visit", "PIN panel", "staff page", "prompt", "privacy", "finder", "sheet", "warning"],
)
def test_whatever_the_kiosk_itself_opens_may_fail(
    breaking: BreakingKiosk,
    monkeypatch: pytest.MonkeyPatch,
    begin: Callable[[BreakingKiosk], None],
    broken: type[QWidget],
    do: Callable[[BreakingKiosk], object],
) -> None:
    begin(breaking)
    with monkeypatch.context() as patched:
        patched.setattr(broken, "__init__", fail)
        breaking.breaks(lambda: QTimer.singleShot(0, partial(do, breaking)))
    breaking.goes_on()


def test_a_first_page_that_cannot_be_made_again_ends_the_process(
    breaking: BreakingKiosk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    breaking.hall.begin()
    with monkeypatch.context() as patched:
        patched.setattr(StartPage, "__init__", fail)
        with qtbot.waitSignal(breaking.handler.gave_up, timeout=5000):
            QTimer.singleShot(0, fail)
    assert "9876" not in breaking.log
    breaking.hall.window.reset()

"""Errors on a laptop: a crash window, and at most the visit is lost."""

import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tools import page_tour
from typing_extensions import override

from jknassist.content import loader
from jknassist.core.flow.summary import current_contacts
from jknassist.core.flow.way import way_of
from jknassist.gui import content_error_window, crash_report, crash_window, panels, volunteer
from jknassist.gui.crash_window import CrashWindow
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.panels.crash import ReportPanel
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.sheet_number import SheetNumberPanel, SheetPanel
from jknassist.gui.volunteer import launch
from jknassist.gui.volunteer import window as app
from jknassist.gui.volunteer.home_page import HomePage
from jknassist.gui.volunteer.idle_lock import IdleLock
from jknassist.gui.volunteer.launch import FAILED, INTERRUPTED
from jknassist.gui.volunteer.lock_screen import LockScreen
from tests.support.deferred_deletion import delete_deferred
from tests.support.failing_laptop import (
    NUMBER,
    Broken,
    alone,
    broken_laptop,
    fail,
    without_printers,
)
from tests.support.panel_ways import kind, panel_classes, pressed, ways_to_panels

ELSEWHERE = {
    *("ErrorPanel", "ReportPanel", "SheetPanel"),
    *("ContentReviewPanel", "OutcomeDetailsPanel", "FraudWarningPanel"),
}
"""Panels that no press alone opens: after an error, after a typed number, over a file or over typed
text; what is behind an ending is a page of its own on a kiosk only."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what is saved go to a home of the test, and nothing to a printer."""
    for name in ("Documents", "Desktop", "Downloads"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    without_printers(monkeypatch)


@pytest.fixture
def broken(tmp_path: Path, qtbot: QtBot) -> Iterator[Broken]:
    with broken_laptop(tmp_path, qtbot) as one:
        yield one


def stand(window: MainWindow, place: str, panel_way: str) -> MainWindow:
    """Show a place with a number typed on the way, and open the panel that a way leads to."""
    window.start_over()
    delete_deferred()
    page_tour.stand(window, place)
    if panel_way:
        pressed(window, panel_way)
    QApplication.processEvents()
    return window


def test_whatever_opens_a_panel_may_fail(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with broken_laptop(tmp_path, qtbot) as healthy:
        places = tuple(healthy.main_window.context.knowledge.places)
        found = ways_to_panels(places, partial(stand, healthy.main_window))
        assert healthy.log == ""
    classes = panel_classes(panels, volunteer)
    opened = {panel for _, panel in found}
    assert classes.keys() - opened - ELSEWHERE == set(), "every panel was met"
    for (name, panel), (place, before, _) in found.items():
        with broken_laptop(tmp_path / name, qtbot) as one, monkeypatch.context() as broken:
            page_tour.stand(
                one.main_window, one.main_window.context.knowledge.outcomes[0].id
            )  # it is counted
            stand(one.main_window, place, before)
            broken.setattr(classes[panel], "__init__", fail)
            one.breaks(partial(pressed, one.main_window, name))
            assert "ValueError at failing_laptop.py:" in one.log, (name, panel)
            broken.undo()
            begin_again(one)


def begin_again(one: Broken) -> None:
    """Press "Mulai lagi" and see that a whole visit is possible after it."""
    page = one.page
    page.page.close_button.click()
    one.settle()
    assert not isValid(page)
    window = one.main_window
    assert window.flow.session.answers == ()
    assert window.isVisible()
    page_tour.stand(window, window.context.knowledge.outcomes[0].id)
    assert window.flow.summary() is not None
    window.show_contacts()
    assert kind(window) == "ContactsPanel"


def test_a_sheet_that_cannot_be_shown(broken: Broken, monkeypatch: pytest.MonkeyPatch) -> None:
    window = broken.main_window
    page_tour.stand(window, window.context.knowledge.outcomes[0].id)
    window.show_sheet_number()
    panel = window.panel
    assert isinstance(panel, SheetNumberPanel)
    monkeypatch.setattr(SheetPanel, "__init__", fail)
    way = way_of(window.context.knowledge, window.flow.session)
    broken.breaks(partial(panel.way_found.emit, way))
    monkeypatch.undo()
    begin_again(broken)


@pytest.mark.parametrize("page", [NumberPage, OutcomePage])
def test_a_page_that_cannot_be_made(
    broken: Broken, monkeypatch: pytest.MonkeyPatch, page: type[QWidget]
) -> None:
    monkeypatch.setattr(page, "__init__", fail)
    slot = broken.main_window.view.jump_to

    def go() -> None:
        for place in broken.main_window.context.knowledge.places:
            slot(place)

    broken.breaks(lambda: QTimer.singleShot(0, go))
    monkeypatch.undo()
    begin_again(broken)


def test_the_cover_that_cannot_be_made_shows_nothing_of_the_visit(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LockScreen, "__init__", fail)
    (watch,) = broken.main_window.findChildren(IdleLock)
    broken.breaks(watch.idle.timed_out.emit)


def test_a_clipboard_that_cannot_be_written_and_a_page_that_cannot_say_so(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Panel, "add_text", fail)
    broken.breaks(lambda: broken.main_window.copier.failed.emit(NUMBER))


def test_many_errors_at_once_are_one_page(broken: Broken) -> None:
    class Painted(QWidget):
        @override
        def paintEvent(self, event: QPaintEvent) -> None:
            fail(event)

    def show_it() -> None:
        for at in range(4):
            painted = Painted(broken.main_window)
            painted.setGeometry(at * 50, 0, 50, 50)
            painted.show()

    broken.breaks(show_it)
    assert broken.log.count("ValueError") >= 4
    begin_again(broken)


def test_the_visit_is_lost_and_nothing_else(broken: Broken, tmp_path: Path) -> None:
    """What was copied is gone, what was typed is gone, the ending that was reached is counted."""
    window = broken.main_window
    ending = window.context.knowledge.outcomes[0].id
    page_tour.stand(window, ending)
    window.copy_summary()
    assert QGuiApplication.clipboard().text()
    QTimer.singleShot(0, fail)
    broken.breaks(lambda: None)
    assert QGuiApplication.clipboard().text() == ""
    (counted,) = (tmp_path / "tally").iterdir()
    assert ending in counted.read_text()
    kept = [getattr(sys, name, None) for name in ("last_value", "last_traceback", "last_exc")]
    assert kept == [None, None, None], "the interpreter keeps no error with what was typed in it"


def test_the_page_speaks_and_looks_as_the_visit_did(broken: Broken) -> None:
    window = broken.main_window
    window.switch_language()
    window.change_color_scheme()
    window.enlarge()
    theme, name = window.theme, window.context.knowledge.name
    QTimer.singleShot(0, fail)
    page = broken.breaks(lambda: None)
    assert (page.theme, page.context.knowledge.name) == (theme, name)


def test_an_error_of_a_background_task_does_not_end_the_visit(broken: Broken) -> None:
    from threading import Thread  # noqa: PLC0415

    task = Thread(target=fail)
    task.start()
    task.join()
    broken.settle()
    assert broken.main_window.isVisible()
    assert "ValueError at failing_laptop.py" in broken.log


@pytest.fixture
def at_a_terminal() -> Iterator[None]:
    """Have Ctrl+C do what it does at a terminal; in the background of a shell it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("at_a_terminal")
def test_an_interrupt_ends_the_program(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    with broken_laptop(tmp_path, qtbot) as one:
        QTimer.singleShot(0, partial(signal.raise_signal, signal.SIGINT))
        one.settle()
    assert codes == [INTERRUPTED]


# A second failure.


def plain(one: Broken) -> QWidget:
    """Return the plain window, the only one that is left."""
    window = one.laptop.window
    assert window is not None
    assert window.isVisible()
    assert window.windowTitle() == app.ENDED_TITLE
    assert [label.text() for label in window.findChildren(QLabel)] == [
        app.ENDED_TITLE,
        app.ENDED_TEXT,
    ]
    assert alone(window)
    assert one.laptop.code == FAILED
    assert "9876" not in one.log
    return window


class BadEvent(CrashWindow):
    """A page that is made, and fails when Qt shows it."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            fail(event)
        return super().event(event)


class BadPaint(CrashWindow):
    """A page that is shown, and fails when it is painted."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fail(event)


@pytest.mark.parametrize(
    ("module", "name", "bad"),
    [
        (crash_window, "CrashWindow", fail),
        (crash_window, "CrashWindow", BadEvent),
        (crash_window, "CrashWindow", BadPaint),
        (crash_window, "crash_panel", fail),
        (crash_report, "report_lines", fail),
        (Panel, "__init__", fail),
        (launch, "_show_like", fail),
    ],
)
def test_a_page_that_fails_itself_ends_the_program_with_a_plain_message(
    broken: Broken, monkeypatch: pytest.MonkeyPatch, module: object, name: str, bad: object
) -> None:
    old = broken.main_window
    monkeypatch.setattr(module, name, bad)
    QTimer.singleShot(0, fail)
    broken.settle()
    plain(broken)
    assert not isValid(old)


@pytest.mark.parametrize("where", ["make_window", "HomePage"])
def test_a_window_that_cannot_be_made_again_ends_the_program(
    broken: Broken, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    QTimer.singleShot(0, fail)
    page = broken.breaks(lambda: None)
    if where == "make_window":
        monkeypatch.setattr(app, "make_window", fail)
    else:
        monkeypatch.setattr(HomePage, "__init__", fail)
    page.again.emit()
    broken.settle()
    plain(broken)


def test_a_report_that_cannot_be_shown_ends_the_program(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTimer.singleShot(0, fail)
    page = broken.breaks(lambda: None)
    monkeypatch.setattr(ReportPanel, "__init__", fail)
    page.page.report.click()
    broken.settle()
    plain(broken)


def test_where_not_even_the_plain_message_can_be_shown_the_program_ends(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    monkeypatch.setattr(crash_window, "CrashWindow", fail)
    monkeypatch.setattr(content_error_window, "plain_window", fail)
    QTimer.singleShot(0, fail)
    broken.settle()
    assert codes == [FAILED]
    assert broken.laptop.window is None


def test_an_error_below_the_plain_message_ends_the_program(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    monkeypatch.setattr(crash_window, "CrashWindow", fail)
    QTimer.singleShot(0, fail)
    broken.settle()
    plain(broken)
    assert codes == []
    QTimer.singleShot(0, fail)
    broken.settle()
    assert codes == [FAILED]


# The start.


@pytest.fixture
def closed_by_a_person(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand for the event loop: note the title of the one window, press its last button."""
    titles: list[str] = []
    others = set(QApplication.topLevelWidgets())

    def looked_at(*_application: QApplication) -> int:
        (window,) = [w for w in set(QApplication.topLevelWidgets()) - others if w.isVisible()]
        titles.append(window.windowTitle())
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", looked_at)
    return titles


@pytest.mark.usefixtures("qtbot")
def test_content_that_breaks_the_program_is_a_plain_message(
    closed_by_a_person: list[str],
) -> None:
    assert launch.run(fail) == FAILED  # type: ignore[arg-type]
    assert closed_by_a_person == [app.ENDED_TITLE]


@pytest.mark.usefixtures("qtbot")
def test_a_first_page_that_cannot_be_made_is_a_plain_message(
    broken: Broken, closed_by_a_person: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = broken.laptop._loaded
    assert shipped is not None
    monkeypatch.setattr(HomePage, "__init__", fail)
    assert launch.run(lambda: shipped) == FAILED
    assert closed_by_a_person == [app.ENDED_TITLE]


@pytest.mark.usefixtures("qtbot")
def test_the_hooks_are_given_back(closed_by_a_person: list[str]) -> None:
    before = (sys.excepthook, sys.unraisablehook)
    launch.run(lambda: ("isi.yaml:1: salah",))
    assert (sys.excepthook, sys.unraisablehook) == before
    assert closed_by_a_person == [content_error_window.BROKEN_TITLE]


def test_the_plain_message_names_whom_to_call() -> None:
    shown = [row.shown for row in current_contacts(loader.knowledge_of(None))]
    assert "165" in shown
    assert "165" in app.ENDED_TEXT

"""The page "Ada yang salah" by keyboard, in every text size and both colour schemes."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import loader, resources
from jknassist.core.flow.model import Knowledge
from jknassist.gui.context import LoadedContent, make_context
from jknassist.gui.crash_handler import CrashHandler
from jknassist.gui.crash_window import CrashWindow
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.panels.crash import ErrorPanel, ReportPanel
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, Theme, theme_for
from jknassist.gui.volunteer import launch
from jknassist.gui.volunteer.launch import Laptop
from tests.gui.whole.test_accessible_names import SHIPPED, nameless
from tests.support.page_faults import faults, shown_in

FRAMES = "gui/panels/review.py:34 ReviewPanel.__init__ < gui/main_window.py:290 MainWindow.show"
LINES = (
    "jknassist 0.0",
    f"2026-11-26 20:00:00 ValueError at {FRAMES} < gui/wizard/wizard.py:300 HelpWizard._take_along",
    *(["2026-11-26 20:00:01 QtWarningMsg default QLayout at gui/panels/panel.py:3 Panel.x"] * 6),
)


def shipped(knowledge: Knowledge) -> LoadedContent:
    return LoadedContent(
        knowledge=knowledge,
        plan=loader.shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=loader.picture,
    )


def open_page(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], language: str = "id"
) -> CrashWindow:
    # What is laid out by numbers keeps those of the first size, as in the window of the visit.
    context = make_context(shipped(SHIPPED[language]), replace(theme, letters=Theme().letters))
    context.icons.apply_theme(theme.palette)
    window = CrashWindow(context, theme, LINES)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.activate()
    return window


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("Documents", "Desktop", "Downloads"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def page(qtbot: QtBot) -> CrashWindow:
    return open_page(qtbot, Theme(), (1366, 768))


def texts(window: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def key(key: Qt.Key) -> None:
    there = QApplication.focusWidget()
    assert there is not None
    QTest.keyClick(there, key)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (640, 480), (640, 400)])
@pytest.mark.parametrize("language", SHIPPED)
def test_nothing_is_cut_in_any_size_and_look(
    qtbot: QtBot, width: int, height: int, language: str
) -> None:
    for size, scheme in product(TextSize, ColorScheme):
        screen = Screen(width=width, height=height)
        theme = replace(theme_for(screen, kiosk=False, scheme=scheme), letters=size.times)
        window = open_page(qtbot, theme, (width, height), language)
        for show in (window.close_report, window.show_report):
            show()
            QApplication.processEvents()
            shown = window.panel
            assert isinstance(shown, ErrorPanel | ReportPanel)
            for _screen_page in shown.area.screen_pages:
                assert list(faults(window)) == []  # type: ignore[arg-type]
                shown.area.turn(1)
        window.close()


def test_everything_is_named(page: CrashWindow) -> None:
    for show in (page.close_report, page.show_report):
        show()
        named = [w for w in shown_in(page) if isinstance(w, QPushButton)]
        assert len(named) >= 2
        assert [fault for widget in named for fault in nameless(widget)] == []


def test_the_heading_is_heard_with_what_it_means_and_what_is_saved(page: CrashWindow) -> None:
    words = page.context.words
    assert QApplication.focusWidget() is page.page.heading
    heard = page.page.heading.accessibleName()
    assert all(text in heard for text in (words.crash_text, words.crash_lost))
    page.show_report()
    assert isinstance(page.panel, ReportPanel)
    assert page.panel.heading.hasFocus()
    assert all(line in page.panel.heading.accessibleName() for line in LINES)


def test_all_of_it_by_keyboard(page: CrashWindow, qtbot: QtBot, home: Path) -> None:
    key(Qt.Key.Key_Tab)
    assert page.page.report.hasFocus()
    key(Qt.Key.Key_Space)
    assert isinstance(page.panel, ReportPanel)
    key(Qt.Key.Key_1)
    (saved,) = (home / "Documents").iterdir()
    assert saved.read_text() == "\n".join((*LINES, ""))
    key(Qt.Key.Key_Escape)
    assert isinstance(page.panel, ErrorPanel)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    assert page.page.close_button.hasFocus()
    with qtbot.waitSignal(page.again, timeout=1000):
        key(Qt.Key.Key_Space)


def test_what_will_be_saved_is_read_before(page: CrashWindow, home: Path) -> None:
    page.show_report()
    assert [line for line in LINES if line not in texts(page)] == []
    assert list((home / "Documents").iterdir()) == []


def test_where_a_report_cannot_be_saved_another_place_can_be_chosen(
    page: CrashWindow, home: Path
) -> None:
    page.show_report()
    (home / "Documents").rmdir()
    panel = page.panel
    assert isinstance(panel, ReportPanel)
    panel.save_into(home / "Documents", "Dokumen")
    assert page.context.words.save_failed.format(place="Dokumen") in texts(page)
    panel.save_into(home / "Desktop", "Desktop")
    assert len(list((home / "Desktop").iterdir())) == 1


@pytest.fixture
def after_fault(tmp_path: Path, qtbot: QtBot) -> Laptop:
    """Give a laptop whose last process was ended by a fault."""
    log = ErrorLog(tmp_path, launch.LOG)
    log.write("the last process ended by Aborted at gui/main_window.py:3 show")
    one = Laptop(CrashHandler(log))
    one.begin(shipped(SHIPPED["id"]), after_fault=True)
    assert one.window is not None
    qtbot.addWidget(one.window)
    return one


def test_a_fault_is_mentioned_at_the_next_start_with_its_report(
    after_fault: Laptop, qtbot: QtBot
) -> None:
    window = after_fault.window
    assert window is not None
    words = SHIPPED["id"].words
    qtbot.waitUntil(lambda: words.crash_ended_title in texts(window), timeout=5000)
    heading = QApplication.focusWidget()
    assert isinstance(heading, QLabel)
    assert heading.text() == words.crash_ended_title
    button = next(b for b in window.findChildren(QPushButton) if b.text() == words.crash_save)
    button.click()
    assert any("Aborted at gui/main_window.py" in text for text in texts(window))
    key(Qt.Key.Key_Escape)
    assert SHIPPED["id"].steps[0].title in texts(window)

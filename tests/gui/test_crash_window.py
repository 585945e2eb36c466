"""The crash window: page, report, and back."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.crash_window import CrashWindow
from jknassist.gui.panels.crash import ReportPanel
from jknassist.gui.style.theme import Theme
from tests.support.small_context import small_context


@pytest.fixture
def window(qtbot: QtBot) -> CrashWindow:
    made = CrashWindow(small_context(), Theme(), ("jknassist 0.0", "a line"))
    qtbot.addWidget(made)
    return made


def test_the_report_is_laid_over_the_page_and_goes_again(window: CrashWindow) -> None:
    assert window.panel is window.page
    window.show_report()
    assert isinstance(window.panel, ReportPanel)
    window.close_report()
    assert window.panel is window.page
    window.close_report()
    assert window.panel is window.page, "the page itself is never taken away"


def test_closing_the_page_begins_again(window: CrashWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.again):
        window.page.close_button.click()


def test_its_title_says_what_has_happened(window: CrashWindow) -> None:
    assert isinstance(window, QWidget)
    assert window.windowTitle().startswith(small_context().words.crash_title)

"""A kiosk on small content, operated as by visitors and staff."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.core.flow.model import Knowledge
from jknassist.core.pin import hashed
from jknassist.core.site import Mode, Site
from jknassist.gui.context import LoadedContent
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig, Timeouts
from jknassist.gui.kiosk.input_filter import InputFilter
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.visit import Visit
from jknassist.gui.kiosk.window import KioskWindow
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

PIN = "280417"
WRITTEN = hashed(PIN, b"0123456789abcdef")

HOUR = 3_600_000
CALM = Timeouts(idle=HOUR, outcome=2 * HOUR, privacy=HOUR, asks=30, tap=0, corner=HOUR)
"""Nothing happens by itself: a test that is about a clock sets it."""


def small_shipped(knowledge: Knowledge) -> LoadedContent:
    return LoadedContent(
        knowledge=knowledge,
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
    )


def small_station(folder: Path, timeouts: Timeouts = CALM) -> KioskConfig:
    """Return a kiosk of two languages with a PIN; the second language is the first once more."""
    knowledge = small_knowledge()
    other = replace(knowledge, language="en", name="Small Help")
    return KioskConfig(
        by_language={"id": small_shipped(knowledge), "en": small_shipped(other)},
        site=Site(mode=Mode.KIOSK, staff_pin=WRITTEN),
        site_name="site.yaml",
        site_found=True,
        faults=(),
        state=folder,
        timeouts=timeouts,
    )


class Hall:
    """A kiosk and whoever stands in front of it."""

    def __init__(self, window: KioskWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def at_start_page(self) -> bool:
        """Tell whether the first page is shown."""
        return isinstance(self.window.page, StartPage) and self.window.cover is None

    @property
    def start_page(self) -> StartPage:
        assert isinstance(self.window.page, StartPage)
        return self.window.page

    @property
    def visit(self) -> Visit:
        assert self.window.visit is not None
        return self.window.visit

    def touch(self, widget: QWidget | None = None, at: QPoint | None = None) -> None:
        """Touch a widget, by itself the page that is shown, somewhere without a button."""
        touched = widget or self.window.page
        QTest.mouseClick(touched, Qt.MouseButton.LeftButton, pos=at or QPoint(600, 5))

    def press(self, text: str) -> None:
        """Press the one visible button with this text or accessible name."""
        (found,) = [
            one
            for one in self.window.findChildren(QPushButton)
            if one.isVisible() and text in {one.text().replace("&&", "&"), one.accessibleName()}
        ]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def begin(self) -> Visitor:
        """Begin a visit by touching the screen."""
        self.touch()
        return Visitor(self.visit.main_window, self.qtbot)

    def wait_for_start_page(self) -> None:
        self.qtbot.waitUntil(lambda: self.at_start_page, timeout=5000)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


OpenHall = Callable[[KioskConfig], Hall]


@pytest.fixture
def open_hall(qtbot: QtBot) -> Iterator[OpenHall]:
    """Give a function that opens a kiosk; the guard watches while the test runs."""
    app = QGuiApplication.instance()
    assert isinstance(app, QApplication)
    opened: list[InputFilter] = []

    def open_one(config: KioskConfig) -> Hall:
        guard = InputFilter(config.timeouts.tap)
        log = ErrorLog(config.state, "kiosk.log")
        window = KioskWindow(config, log, guard)
        app.installEventFilter(guard)
        opened.append(guard)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return Hall(window, qtbot)

    yield open_one
    for guard in opened:
        app.removeEventFilter(guard)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def config(tmp_path: Path) -> KioskConfig:
    return small_station(tmp_path / "state")


@pytest.fixture
def hall(open_hall: OpenHall, config: KioskConfig) -> Hall:
    return open_hall(config)

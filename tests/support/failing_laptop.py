"""A laptop window with errors injected."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jknassist.content import resources
from jknassist.core.flow.model import Knowledge
from jknassist.gui.context import LoadedContent
from jknassist.gui.crash_handler import CrashHandler
from jknassist.gui.crash_window import CrashWindow
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.main_window import MainWindow
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import Printer
from jknassist.gui.volunteer.launch import LOG, Laptop
from jknassist.system.statistics_store import StatisticsStore
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

NUMBER = "081298765432"


def fail(*_given: object, **_named: object) -> None:
    """Stand for anything that is broken; the error quotes what was typed."""
    raise ValueError(f"cannot show {NUMBER}", NUMBER)


class NoPrinters:
    """A spooler without any printer."""

    def printers(self) -> tuple[Printer, ...]:
        return ()


@dataclass
class Broken:
    """A laptop and what becomes of it."""

    laptop: Laptop
    folder: Path
    qtbot: QtBot

    @property
    def main_window(self) -> MainWindow:
        """The window of the visit."""
        assert isinstance(self.laptop.window, MainWindow), self.laptop.window
        return self.laptop.window

    @property
    def page(self) -> CrashWindow:
        """The page "Ada yang salah"."""
        assert isinstance(self.laptop.window, CrashWindow), self.laptop.window
        return self.laptop.window

    @property
    def log(self) -> str:
        path = self.folder / LOG
        return path.read_text() if path.exists() else ""

    def settle(self) -> None:
        """Let everything happen that is due."""
        for _ in range(3):
            QApplication.processEvents()

    def breaks(self, do: Callable[[], object]) -> CrashWindow:
        """Do something that breaks the visit; return the page that stands there instead."""
        old = self.main_window
        self.qtbot.waitExposed(old)
        do()
        self.settle()
        page = self.page
        assert not isValid(old)
        assert alone(page)
        assert "9876" not in self.log
        return page


def alone(window: QWidget) -> bool:
    """Tell whether a window is the only one of the program that is seen."""
    kinds = MainWindow | CrashWindow
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return window in seen and not [w for w in seen if w is not window and isinstance(w, kinds)]


def small_shipped(knowledge: Knowledge, statistics: StatisticsStore | None = None) -> LoadedContent:
    """Return small content that looks like the real one."""
    return LoadedContent(
        knowledge=knowledge,
        others=(replace(knowledge, language="en", name="Small Help"),),
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
        statistics=statistics,
    )


@contextmanager
def broken_laptop(
    folder: Path, qtbot: QtBot, shipped: LoadedContent | None = None
) -> Iterator[Broken]:
    """Open a laptop whose errors are caught as in the program."""
    handler = CrashHandler(ErrorLog(folder, LOG))
    handler.install()
    laptop = Laptop(handler)
    try:
        laptop.begin(shipped or small_shipped(small_knowledge(), StatisticsStore(folder)))
        one = Broken(laptop, folder, qtbot)
        one.main_window.showNormal()
        one.main_window.resize(1366, 768)
        yield one
    finally:
        handler.remove()
        if laptop.window is not None:
            laptop.window.close()
            laptop.window.deleteLater()
        laptop.deleteLater()
        QGuiApplication.clipboard().clear()


def without_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no test reach a printer."""
    monkeypatch.setattr(current_system, "spooler", NoPrinters)

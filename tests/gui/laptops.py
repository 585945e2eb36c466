"""A laptop on which something goes wrong on purpose."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jknassist import bundle
from jknassist.core.knowledge import Knowledge
from jknassist.gui.app import Shipped
from jknassist.gui.crash_handler import CrashHandler
from jknassist.gui.crash_window import CrashWindow
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.laptop import LOG, Laptop
from jknassist.gui.paper import system
from jknassist.gui.paper.spooler import Printer
from jknassist.gui.window import HelpWindow
from jknassist.ledger import Ledger
from tests.core.small_knowledge import small_knowledge
from tests.core.small_plan import small_index

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
    def help(self) -> HelpWindow:
        """The window of the visit."""
        assert isinstance(self.laptop.window, HelpWindow), self.laptop.window
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
        old = self.help
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
    kinds = HelpWindow | CrashWindow
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return window in seen and not [w for w in seen if w is not window and isinstance(w, kinds)]


def small_shipped(knowledge: Knowledge, ledger: Ledger | None = None) -> Shipped:
    """Return small content that looks like the real one."""
    return Shipped(
        knowledge=knowledge,
        others=(replace(knowledge, language="en", name="Small Help"),),
        plan=small_index(),
        style=bundle.read("theme.qss").decode(),
        picture=lambda _name: None,
        ledger=ledger,
    )


@contextmanager
def broken_laptop(folder: Path, qtbot: QtBot, shipped: Shipped | None = None) -> Iterator[Broken]:
    """Open a laptop whose errors are caught as in the program."""
    handler = CrashHandler(ErrorLog(folder, LOG))
    handler.install()
    laptop = Laptop(handler)
    try:
        laptop.begin(shipped or small_shipped(small_knowledge(), Ledger(folder)))
        one = Broken(laptop, folder, qtbot)
        one.help.showNormal()
        one.help.resize(1366, 768)
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
    monkeypatch.setattr(system, "of_this_system", NoPrinters)

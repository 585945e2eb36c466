"""Background preloading: import the modules of later pages while the first question is read."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from jknassist.gui.main_window import MainWindow

NEXT = (
    "jknassist.gui.pages.instructions",
    "jknassist.gui.pages.number.page",
    "jknassist.gui.pages.outcome",
    "jknassist.gui.panels.review",
    "jknassist.core.search.index",
)
"""Modules whose import is deferred at the start."""

PAUSE = 20
"""Milliseconds between two imports, so that a key press in between is handled first."""


class Preloader(QObject):
    """Runs one import per event-loop turn until all are done; a child of the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._steps: list[Callable[[], object]] = [partial(import_module, name) for name in NEXT]
        self._steps.append(window.context.read_plan)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._take_a_step)
        self._timer.start()

    def _take_a_step(self) -> None:
        step = self._steps.pop(0)
        if not self._steps:
            self._timer.stop()
            self.deleteLater()
        try:
            step()
        except Exception:  # noqa: BLE001  the page that needs it will fail, if anybody opens it
            return

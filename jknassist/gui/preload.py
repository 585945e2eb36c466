"""Background preloading: import the modules of later pages while the first page is read."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "jknassist.gui.pages.instructions",
    "jknassist.gui.pages.number.page",
    "jknassist.gui.pages.outcome",
    "jknassist.gui.panels.review",
    "segno",
)
"""Modules whose import is deferred at the start. `segno` makes the QR codes of an outcome; it loads
the network and TLS modules of Python, which are never used.
"""

VOLUNTEER_MODULES = (*MODULES, "jknassist.core.search.index")
"""The same for a laptop, whose first page has a search field."""

PAUSE = 20
"""Milliseconds between two steps, so that a key press in between is handled first."""


class Preloader(QObject):
    """Imports one module per event-loop turn, calls `last`, and ends; a child of the window."""

    def __init__(
        self, window: QObject, modules: Sequence[str], *last: Callable[[], object]
    ) -> None:
        super().__init__(window)
        imports: list[Callable[[], object]] = [partial(import_module, name) for name in modules]
        self._steps = [*imports, *last]
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

"""Loads what the next pages are made of while the first question is read, a little at a time."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from jknassist.gui.window import HelpWindow

ROOMS = (
    "jknassist.core.summary",
    "jknassist.core.phone.plan",
    "jknassist.core.phone.diagnosis",
    "jknassist.core.phone.examining",
    "jknassist.core.phone.telling",
    "jknassist.gui.digit_boxes",
    "jknassist.gui.pages.number",
    "jknassist.gui.contact_card",
    "jknassist.gui.pages.ending",
    "jknassist.gui.panels.reading",
    "jknassist.gui.panels.review",
    "jknassist.core.search",
    "jknassist.core.chat",
    "jknassist.gui.laptop_cover",
)
"""What the first question does without, in the order in which it may be wanted."""

PAUSE = 20
"""Milliseconds between two steps, so that a key that is pressed meanwhile is answered first."""


class Warming(QObject):
    """Takes one step after the other until all is loaded; belongs to the window."""

    def __init__(self, window: "HelpWindow") -> None:
        super().__init__(window)
        self._steps: list[Callable[[], object]] = [partial(import_module, room) for room in ROOMS]
        self._steps.append(window.parts.read_plan)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._take_a_step)
        self._timer.start()

    def _take_a_step(self) -> None:
        step = self._steps.pop(0)
        if not self._steps:
            self._timer.stop()
            self.deleteLater()
        step()

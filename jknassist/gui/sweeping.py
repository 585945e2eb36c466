"""Collects garbage from the event loop, in the thread of the window (see gui/garbage.py)."""

from PySide6.QtCore import QObject, QTimer

from jknassist.gui import garbage

PAUSE = 10_000
"""Milliseconds between two collections; an idle screen must not keep the processor busy."""


class Sweeping(QObject):
    """Has garbage collected as long as its parent is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        clock = QTimer(self)
        clock.setInterval(PAUSE)
        clock.timeout.connect(garbage.collect)
        clock.start()

"""Runs the cyclic garbage collector on the GUI thread, at intervals (garbage_collection.py)."""

from PySide6.QtCore import QObject, QTimer

from jknassist.gui.qt import garbage_collection

PAUSE = 10_000
"""Milliseconds between two collections; rare enough for an idle CPU."""


class CollectionTimer(QObject):
    """Runs a garbage collection at intervals for the lifetime of its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        clock = QTimer(self)
        clock.setInterval(PAUSE)
        clock.timeout.connect(garbage_collection.collect)
        clock.start()

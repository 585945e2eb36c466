"""Runs the cyclic garbage collector on the GUI thread, at intervals (garbage_collection.py)."""

from PySide6.QtCore import QObject, QTimer

from jknassist.gui.qt import garbage_collection

PAUSE = 10_000
"""Milliseconds between two collections; an idle screen must not keep the processor busy."""


class CollectionTimer(QObject):
    """Has garbage collected as long as its parent is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        clock = QTimer(self)
        clock.setInterval(PAUSE)
        clock.timeout.connect(garbage_collection.collect)
        clock.start()

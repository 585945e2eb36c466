"""The QApplication singleton of the process."""

import sys

from PySide6.QtWidgets import QApplication

from jknassist.gui.qt.clipboard import keep_no_selection
from jknassist.gui.qt.typeface import load_typeface


def make_application() -> QApplication:
    """Return the QApplication, created on first use."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("jknassist")
    app.setQuitOnLastWindowClosed(True)
    app.setFont(load_typeface())
    keep_no_selection(app.clipboard())
    return app

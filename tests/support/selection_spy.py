"""A second X client: reads the selections, or owns them until it is killed.

Arguments: `read` prints PRIMARY and CLIPBOARD as a JSON list; `own TEXT` takes both, then says so.
"""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

MODES = (QClipboard.Mode.Selection, QClipboard.Mode.Clipboard)
SETTLED = 300
"""Milliseconds in which a client has its connection to the display going."""


def read() -> None:
    """Print what any program can read."""
    board = QGuiApplication.clipboard()
    sys.stdout.write(json.dumps([board.text(mode) for mode in MODES]))
    QGuiApplication.quit()


def own(text: str) -> None:
    """Take both selections."""
    for mode in MODES:
        QGuiApplication.clipboard().setText(text, mode)
    sys.stdout.write("owned\n")
    sys.stdout.flush()


if __name__ == "__main__":
    application = QGuiApplication([])
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(read if sys.argv[1] == "read" else lambda: own(sys.argv[2]))
    timer.start(SETTLED)
    application.exec()

"""Prints one ending of the shipped content as a kiosk does; says how it went as JSON.

Run by the tests in a process of its own, because the CUPS library remembers its first server.

    python -m tests.support.print_one PRINTER PAPER [OUTCOME]
"""

import json
import sys

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from jknassist.core.export.print_document import print_document
from jknassist.core.paper import Paper
from jknassist.gui.printing.job import print_directly
from jknassist.gui.printing.spooler.base import PrinterProblem
from jknassist.gui.qt.application import make_application
from tests.support import golden_texts

GO_ON = 500
"""Milliseconds for what is done after the answer, as taking a job out of the queue."""


class Report:
    """Keeps what the job said, and when."""

    def __init__(self, loop: QEventLoop) -> None:
        self._loop = loop
        self._clock = QElapsedTimer()
        self._clock.start()
        self.times: list[int] = []
        self.troubles: list[PrinterProblem | None] = []

    def take(self, problem: PrinterProblem | None) -> None:
        """Take what was said, and go on a little."""
        self.times.append(self._clock.elapsed())
        self.troubles.append(problem)
        QTimer.singleShot(GO_ON, self._loop.quit)


def main(printer: str, paper: str, outcome: str = "salah_ketik") -> None:
    """Print and write what came of it."""
    app = make_application()
    summary = golden_texts.fullest_summaries(golden_texts.shipped())[outcome]
    loop = QEventLoop()
    told = Report(loop)
    job = print_directly(print_document(summary, Paper(paper)), printer)
    job.settled.connect(told.take)
    # As if the visitor went away without any paper.
    job.delayed.connect(lambda: job.end_soon(GO_ON))
    loop.exec()
    windows = [type(one).__name__ for one in app.topLevelWidgets()]
    dialogs = [type(one).__name__ for one in app.topLevelWidgets() if isinstance(one, QDialog)]
    assert len(told.times) == 1, "it is said once"
    answer = {
        "problem": told.troubles[0],
        "milliseconds": told.times[0],
        "windows": windows,
        "dialogs": dialogs,
    }
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Prints on this Windows, and tells as JSON what its queue answers through pywin32.

Run under Wine by tests/end_to_end/test_windows_printing.py. It sets no limit of time, unlike
print_one.py: a Wine on a busy machine needs longer than a person may wait.

    python.exe -m tests.support.windows_queue [PRINTER PAPER]
"""

import json
import sys
from dataclasses import asdict

from jknassist.core.export.print_document import print_document
from jknassist.core.paper import Paper
from jknassist.gui.printing import render
from jknassist.gui.printing.spooler import windows
from jknassist.gui.qt.application import make_application
from tests.support import golden_texts

UNKNOWN_JOB = 9999
OUTCOME = "salah_ketik"


def main(*words: str) -> None:
    """Print if asked to; then ask everything the program asks, of what is there and is not."""
    app = make_application()
    if words:
        printer, paper = words
        summary = golden_texts.fullest_summaries(golden_texts.shipped())[OUTCOME]
        render.print_sheet(print_document(summary, Paper(paper)), printer)
    spooler = windows.spooler()
    printers = spooler.printers()
    for name in (*(printer.name for printer in printers), "Tidak ada"):
        spooler.cancel(name, UNKNOWN_JOB)
    answer = {
        "printers": [asdict(printer) for printer in printers],
        "missing": spooler.jobs("Tidak ada"),
        "windows": [type(one).__name__ for one in app.topLevelWidgets()],
    }
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""One visit in a process of its own, told as JSON: what a visitor sees when the machine is ill.

    python -m tests.story FOLDER

It walks to an ending of the small content, saves the paper into FOLDER and into every place that
is offered, counts the ending and remembers a printer. Nothing of the program is replaced.
"""

import io
import json
import sys
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QWidget

from jknassist import content, machine
from jknassist.core.paper import Paper
from jknassist.core.paths import route_to
from jknassist.core.tally import by_outcome
from jknassist.gui import printing
from jknassist.gui.app import Shipped, make_application, make_window
from jknassist.gui.panels.saving import SavePanel, places
from jknassist.gui.panels.tally import TallyPanel
from jknassist.gui.paper import memory
from jknassist.gui.parts import Parts
from jknassist.gui.selftest import walk
from jknassist.ledger import Ledger, LedgerError
from tests.core.small_knowledge import small_knowledge
from tests.core.small_plan import small_index

OUTCOME = "pulsa_habis"
PRINTER = "Kantor"
WHERE = (QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")


def texts_of(widget: QWidget) -> list[str]:
    """Return what stands on a widget, in any order that is always the same."""
    return sorted(label.text() for label in widget.findChildren(QLabel) if label.text())


def saved(panel: SavePanel, folder: Path, label: str) -> str:
    """Save into a folder and return what the panel says of it."""
    panel.save_into(folder, label)
    return panel.says.text()


def counted(ledger: Ledger, parts: Parts) -> dict[str, object]:
    """Return what the tally holds and what its page says."""
    try:
        tally = dict(by_outcome(ledger.read()))
    except LedgerError:
        tally = {}
    return {"tally": tally, "tally_says": texts_of(TallyPanel(ledger, parts))}


def kept() -> str:
    """Return what is on the disk of the choice of a printer; a file is read, not what Qt keeps."""
    file = Path(QSettings(*WHERE).fileName())
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def main(folder: Path) -> None:
    """Live through the visit and write what was seen."""
    app = make_application()
    ledger = Ledger(machine.state_folder())
    shipped = Shipped(
        knowledge=small_knowledge(),
        plan=small_index(),
        style=content.style(),
        picture=lambda _name: None,
        ledger=ledger,
    )
    window = make_window(shipped)
    window.show()
    walk(window, route_to(shipped.knowledge, OUTCOME))
    app.processEvents()
    summary = window.summary()
    assert summary is not None
    pdf = printing.as_pdf(summary, Paper.A4)
    panel = SavePanel(summary, window.parts)
    memory.remember(memory.Choice(printer=PRINTER, paper=Paper.ROLL_80))
    told = {
        "locale": QLocale().name(),
        "thousand": QLocale().toString(1234),
        "fonts": sorted(QFontDatabase.families()),
        "right_to_left": app.isRightToLeft(),
        "page": texts_of(window.wizard.currentPage()),
        "paper": " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()),
        "saved": saved(panel, folder, "Folder"),
        "offered": {label: saved(panel, path, label) for label, path in places(window.parts)},
        "remembered": kept(),
    }
    window.start_anew()
    told.update(counted(ledger, window.parts), anew=len(window.wizard.session.answers) == 0)
    window.close()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

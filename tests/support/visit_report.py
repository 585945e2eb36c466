"""One visit in a process of its own, reported as JSON: what a visitor sees on a failing system.

    python -m tests.support.visit_report FOLDER

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

from jknassist.content import loader
from jknassist.core.export.print_document import PrintDocuments, print_document
from jknassist.core.flow.graph import route_to
from jknassist.core.paper import Paper
from jknassist.gui.context import LoadedContent, UiContext
from jknassist.gui.devtools.self_test import walk
from jknassist.gui.panels.save_pdf import SavePanel, save_folders
from jknassist.gui.printing import preferences, render
from jknassist.gui.qt.application import make_application
from jknassist.gui.volunteer.statistics_panel import StatisticsPanel
from jknassist.gui.volunteer.window import make_window
from jknassist.system import paths
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError
from tests.support.counting import shown
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

OUTCOME = "pulsa_habis"
PRINTER = "Kantor"
WHERE = (QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jknassist", "printing")


def texts_of(widget: QWidget) -> list[str]:
    """Return what stands on a widget, in any order that is always the same."""
    return sorted(label.text() for label in widget.findChildren(QLabel) if label.text())


def saved(panel: SavePanel, folder: Path, label: str) -> str:
    """Save into a folder and return what the panel says of it."""
    panel.save_into(folder, label)
    return panel.message.text()


def counted(statistics: StatisticsStore, context: UiContext) -> dict[str, object]:
    """Return what the tally holds and what its page says."""
    try:
        tally = dict(shown(statistics.read()))
    except StatisticsStoreError:
        tally = {}
    return {"tally": tally, "tally_says": texts_of(StatisticsPanel(statistics, context))}


def kept() -> str:
    """Return what is on the disk of the choice of a printer; a file is read, not what Qt keeps."""
    file = Path(QSettings(*WHERE).fileName())
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def main(folder: Path) -> None:
    """Run the visit and write the report."""
    app = make_application()
    statistics = StatisticsStore(paths.state_folder())
    shipped = LoadedContent(
        knowledge=small_knowledge(),
        plan=small_index(),
        style=loader.style(),
        picture=lambda _name: None,
        statistics=statistics,
    )
    window = make_window(shipped)
    window.show()
    walk(window, route_to(shipped.knowledge, OUTCOME))
    app.processEvents()
    summary = window.flow.summary()
    assert summary is not None
    pdf = render.as_pdf(print_document(summary, Paper.A4))
    panel = SavePanel(PrintDocuments(summary), window.context)
    preferences.save_preferences(preferences.PrintPreferences(printer=PRINTER, paper=Paper.ROLL_80))
    told = {
        "locale": QLocale().name(),
        "thousand": QLocale().toString(1234),
        "fonts": sorted(QFontDatabase.families()),
        "right_to_left": app.isRightToLeft(),
        "page": texts_of(window.view.page),
        "paper": " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()),
        "saved": saved(panel, folder, "Folder"),
        "offered": {
            label: saved(panel, path, label) for label, path in save_folders(window.context)
        },
        "remembered": kept(),
    }
    window.start_over()
    told.update(counted(statistics, window.context), anew=len(window.flow.session.answers) == 0)
    window.close()
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

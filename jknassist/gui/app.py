"""The one place where the parts of the window are made and joined."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.core.knowledge import Knowledge
from jknassist.core.phone.plan import PlanIndex
from jknassist.gui.clipboard import Copier
from jknassist.gui.desk import Desk
from jknassist.gui.parts import Parts
from jknassist.gui.pictures import Pictures
from jknassist.gui.theme import Look, scale_for, style_sheet
from jknassist.gui.window import HelpWindow
from jknassist.ledger import Ledger

SMALLEST = QSize(640, 480)
FAULTS_SHOWN = 12

# The only words for visitors that stand in code: they are needed when the words cannot be read.
BROKEN_TITLE = "Bantuan Kode OTP tidak bisa dibuka"
BROKEN_TEXT = (
    "Berkas isi program ini rusak atau hilang.\n"
    "Minta bantuan orang yang memasang program ini.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)
BROKEN_CLOSE = "Tutup"


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """What was read from the bundle before the window is made.

    `others` is the same content in other languages; `origin` is the file it was read from, empty
    for what the program brought, and `notices` is what the staff must know of that.
    """

    knowledge: Knowledge
    others: tuple[Knowledge, ...] = ()
    plan: PlanIndex
    style: str
    picture: Callable[[str], bytes | None]
    origin: str = ""
    notices: tuple[str, ...] = ()
    ledger: Ledger | None = None


def make_application() -> QApplication:
    """Return the one application, made on first use."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("jknassist")
    app.setQuitOnLastWindowClosed(True)
    return app


def make_parts(shipped: Shipped, look: Look) -> Parts:
    """Bring together what every page is built from."""
    return Parts(
        knowledge=shipped.knowledge,
        plan=shipped.plan,
        look=look,
        pictures=Pictures(shipped.picture, look.palette),
        ledger=shipped.ledger,
    )


def make_window(shipped: Shipped, look: Look | None = None) -> HelpWindow:
    """Make the window in a look; without one, in the size that suits the screen."""
    app = make_application()
    screen = QGuiApplication.primaryScreen().availableSize()
    look = look or Look(scale=scale_for(screen.width(), screen.height()))
    parts = make_parts(shipped, look)
    window = HelpWindow(parts, Copier(app.clipboard()), shipped.others)
    Desk(window)
    window.setStyleSheet(style_sheet(shipped.style, look))
    window.setMinimumSize(SMALLEST)
    icon = parts.pictures.draw("jknassist", 256)
    if not icon.isNull():
        window.setWindowIcon(QIcon(icon))
    return window


def run(shipped: Shipped) -> int:
    """Show the window until it is closed; return the exit code."""
    app = make_application()
    window = make_window(shipped)
    window.showMaximized()
    return app.exec()


def show_broken(faults: tuple[str, ...]) -> int:
    """Show the one plain window for content that cannot be read; return exit code 1."""
    app = make_application()
    window = QWidget()
    window.setWindowTitle(BROKEN_TITLE)
    column = QVBoxLayout(window)
    column.setContentsMargins(32, 32, 32, 32)
    for text in (BROKEN_TITLE, BROKEN_TEXT, "\n".join(faults[:FAULTS_SHOWN])):
        label = QLabel(text)
        label.setWordWrap(True)
        column.addWidget(label)
    close = QPushButton(BROKEN_CLOSE)
    close.clicked.connect(window.close)
    column.addWidget(close)
    window.resize(720, 360)
    window.show()
    app.exec()
    return 1

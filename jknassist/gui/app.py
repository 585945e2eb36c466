"""The one place where the parts of the window are made and joined."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.core.knowledge import Knowledge
from jknassist.gui.clipboard import Copier, keep_no_selection
from jknassist.gui.desk import Desk
from jknassist.gui.parts import Parts
from jknassist.gui.pictures import Pictures
from jknassist.gui.sweeping import Sweeping
from jknassist.gui.theme import Look, Screen, Shade, look_for
from jknassist.gui.warming import Warming
from jknassist.gui.window import HelpWindow

if TYPE_CHECKING:
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.ledger import Ledger

SMALLEST = QSize(480, 300)
"""Less than what a desktop leaves of a screen of 640x400: a window larger than its screen loses
the buttons that lead on."""

FAULTS_SHOWN = 12

AFTER_THE_FIRST_LOOK = 1000
"""Milliseconds from the first question until that is done which it could be shown without."""

ROOM_FOR_A_FRAME = 40

# The only words for visitors that stand in code: they are needed when the words cannot be read.
BROKEN_TITLE = "Bantuan Kode OTP tidak bisa dibuka"
BROKEN_TEXT = (
    "Berkas isi program ini rusak atau hilang.\n"
    "Minta bantuan orang yang memasang program ini.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)
BROKEN_CLOSE = "Tutup"
ENDED_TITLE = "Program ini perlu ditutup"
ENDED_TEXT = (
    "Ada yang salah, dan halaman bantuan tidak bisa dibuka lagi.\n"
    "Tekan Tutup, lalu buka program ini sekali lagi.\n"
    "Kalau tetap begini, minta bantuan orang yang memasang program ini.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """What was read from the bundle before the window is made.

    `others` is the same content in other languages; `origin` is the file it was read from, empty
    for what the program brought, and `notices` is what the staff must know of that. `plan` may be a
    way to the number plan that gives the same one each time: the first page does without it.
    """

    knowledge: Knowledge
    others: tuple[Knowledge, ...] = ()
    plan: "PlanIndex | Callable[[], PlanIndex]"
    style: str
    picture: Callable[[str], bytes | None]
    origin: str = ""
    notices: tuple[str, ...] = ()
    ledger: "Ledger | None" = None


def make_application() -> QApplication:
    """Return the one application, made on first use."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setApplicationName("jknassist")
    app.setQuitOnLastWindowClosed(True)
    keep_no_selection(app.clipboard())
    return app


def make_parts(shipped: Shipped, look: Look) -> Parts:
    """Bring together what every page is built from."""
    plan = shipped.plan
    return Parts(
        knowledge=shipped.knowledge,
        read_plan=plan if callable(plan) else lambda: plan,
        look=look,
        pictures=Pictures(shipped.picture, look.palette),
        style=shipped.style,
        ledger=shipped.ledger,
    )


def preferred_shade() -> Shade:
    """Return the colours that the system prefers."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Shade.DARK if dark else Shade.LIGHT


def look_of_screen() -> Look:
    """Return the look that suits the screen of a laptop and what the system prefers."""
    room = QGuiApplication.primaryScreen().availableSize()
    screen = Screen(width=room.width(), height=room.height())
    return look_for(screen, kiosk=False, shade=preferred_shade())


def make_window(shipped: Shipped, look: Look | None = None, *, kiosk: bool = False) -> HelpWindow:
    """Make the window in a look; without one, in the size that suits the screen."""
    app = make_application()
    parts = replace(make_parts(shipped, look or look_of_screen()), kiosk=kiosk)
    window = HelpWindow(parts, Copier(app.clipboard()), shipped.others)
    Desk(window)
    window.wear(parts.look)
    window.setMinimumSize(SMALLEST)
    return window


def put_icon(window: HelpWindow) -> None:
    """Give the window its icon, for its frame and the list of windows."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  with the names of all icons of a desktop

    icon = window.parts.pictures.draw("jknassist", 256)
    if not icon.isNull():
        window.setWindowIcon(QIcon(icon))


def open_wide(window: HelpWindow) -> None:
    """Show the window over the whole screen, laid out for that size from the beginning.

    The system makes it as large as that only later, and the page would be laid out twice.
    """
    room = QGuiApplication.primaryScreen().availableSize()
    window.resize(room.width(), room.height() - ROOM_FOR_A_FRAME)
    window.showMaximized()


def finish(window: HelpWindow) -> None:
    """Do what the first question could be shown without."""
    Sweeping(window)
    Warming(window)


def show_broken(faults: tuple[str, ...]) -> int:
    """Show the one plain window for content that cannot be read; return exit code 1."""
    app = make_application()
    told = "\n".join(faults[:FAULTS_SHOWN])
    window = plain_window(BROKEN_TITLE, BROKEN_TEXT, told)
    window.show()
    app.exec()
    return 1


def plain_window(title: str, *texts: str) -> QWidget:
    """Make a window of which nothing could fail: no look, no picture, no words from a file."""
    window = QWidget()
    window.setWindowTitle(title)
    column = QVBoxLayout(window)
    column.setContentsMargins(32, 32, 32, 32)
    for text in (title, *texts):
        label = QLabel(text)
        label.setWordWrap(True)
        column.addWidget(label)
    close = QPushButton(BROKEN_CLOSE)
    close.clicked.connect(window.close)
    column.addWidget(close)
    window.resize(720, 360)
    return window

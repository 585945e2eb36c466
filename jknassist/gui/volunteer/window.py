"""Create the main window of a laptop and connect its parts."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from jknassist.gui.context import LoadedContent, make_context
from jknassist.gui.front import Front
from jknassist.gui.main_window import MainWindow
from jknassist.gui.preload import VOLUNTEER_MODULES, Preloader
from jknassist.gui.qt.application import make_application
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.gui.style.system_theme import theme_of_screen
from jknassist.gui.style.theme import Theme
from jknassist.gui.visit_counter import VisitCounter
from jknassist.gui.volunteer.features import VolunteerFeatures
from jknassist.gui.volunteer.front import volunteer_front

SMALLEST = QSize(480, 300)
"""Less than the available area of a 640x400 screen: a window larger than its screen would hide
the navigation buttons."""

AFTER_THE_FIRST_PAINT = 100
"""Delay in milliseconds of the window icon; of an installed program the system has one."""

AFTER_THE_FIRST_LOOK = 1000
"""Delay in milliseconds before work that the first question does not need."""

ROOM_FOR_A_FRAME = 40

ENDED_TITLE = "Program ini perlu ditutup"
ENDED_TEXT = (
    "Ada yang salah, dan halaman bantuan tidak bisa dibuka lagi.\n"
    "Tekan Tutup, lalu buka program ini sekali lagi.\n"
    "Kalau tetap begini, minta bantuan orang yang memasang program ini.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)


def make_window(
    loaded: LoadedContent, theme: Theme | None = None, *, front: Front | None = None
) -> MainWindow:
    """Create the window with a theme, by default that for the screen."""
    app = make_application()
    shown = front or volunteer_front()
    context = replace(make_context(loaded, theme or theme_of_screen()), is_kiosk=shown.is_kiosk)
    window = MainWindow(context, shown, ClipboardWriter(app.clipboard()), loaded.others)
    VolunteerFeatures(window)
    VisitCounter(window)
    window.setMinimumSize(SMALLEST)
    return window


def put_icon(window: MainWindow) -> None:
    """Set the window icon."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415  with the names of all icons of a desktop

    icon = window.context.icons.draw("jknassist", 256)
    if not icon.isNull():
        window.setWindowIcon(QIcon(icon))


def open_wide(window: MainWindow) -> None:
    """Show the window maximized, laid out for that size from the start.

    The system maximizes it only later, which would lay out the page twice.
    """
    available = QGuiApplication.primaryScreen().availableSize()
    window.resize(available.width(), available.height() - ROOM_FOR_A_FRAME)
    window.showMaximized()


def finish(window: MainWindow) -> None:
    """Do the work that the first question does not need."""
    CollectionTimer(window)
    Preloader(window, VOLUNTEER_MODULES, window.context.read_plan)

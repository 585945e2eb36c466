"""One visit: a help window of its own, laid out for one visitor and thrown away after that."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from jknassist.gui import theme
from jknassist.gui.app import make_parts
from jknassist.gui.clipboard import Copier
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.choice import Choice
from jknassist.gui.kiosk.station import Station
from jknassist.gui.pages.ending import EndingPage
from jknassist.gui.pages.number import NumberPage
from jknassist.gui.paper.job import PrintJob
from jknassist.gui.parts import Parts
from jknassist.gui.theme import Look, Screen, style_sheet
from jknassist.gui.window import HelpWindow

REACH = 0.6
"""Share of an upright screen that is used when the buttons are lowered."""


class Visit(QWidget):
    """Holds the help window; emits `turned` with each page and `ended` when the visitor is done."""

    turned = Signal()
    ended = Signal()

    def __init__(self, station: Station, choice: Choice) -> None:
        super().__init__()
        self.choice = choice
        self.parts = make_parts_for(station, choice)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.copier = Copier(QGuiApplication.clipboard())
        self.help = HelpWindow(self.parts, self.copier)
        self.help.visitor_left.connect(self.ended, Qt.ConnectionType.QueuedConnection)
        self.help.wizard.currentIdChanged.connect(self.turned)
        for stack in self.help.findChildren(
            QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            stack.currentChanged.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if choice.reach:
            column.addSpacing(lowered_by(*screen.size()))
            self._lower_bar()
        column.addWidget(self.help)

    def _lower_bar(self) -> None:
        """Move the bar with its two buttons below the page."""
        layout = self.help.layout()
        bars = self.help.findChildren(QWidget, "bar")
        if layout is not None:
            for bar in bars:
                layout.removeWidget(bar)
                layout.addWidget(bar)

    def greet(self) -> None:
        """Make ready to be looked at."""
        self.help.wizard.greet()

    def forget(self) -> None:
        """Empty the clipboard if what is on it came from here."""
        self.copier.forget()

    def at_ending(self) -> bool:
        """Tell whether the advice is shown; people copy numbers from it by hand."""
        return isinstance(self.help.wizard.page_now, EndingPage)

    def at_number(self) -> bool:
        """Tell whether a page is shown on which a number is typed."""
        return isinstance(self.help.wizard.page_now, NumberPage)

    def shows_digits(self) -> bool:
        """Tell whether a typed number stands on the screen."""
        page = self.help.wizard.page_now
        return isinstance(page, NumberPage) and bool(page.entry.text())


def lowered_by(width: int, height: int) -> int:
    """Return how much room is left free above the page on a screen of this size.

    A screen that lies has none to spare: there only the bar with its buttons goes down.
    """
    return round(height * (1 - REACH)) if height > width else 0


def look_for(station: Station, choice: Choice) -> Look:
    """Return the look of one visit on the screen that the office declared."""
    width, height = screen.size()
    declared = Screen(
        width=width,
        height=height,
        inches=station.site.inches or screen.measured_inches(),
        distance=station.site.screen_distance,
    )
    return replace(theme.look_for(declared, kiosk=True), letters=choice.size)


def make_parts_for(station: Station, choice: Choice) -> Parts:
    """Return what the pages of one visit are built from."""
    parts = make_parts(station.shipped[choice.language], look_for(station, choice))
    return replace(parts, kiosk=True, printer=station.site.printer, paper=station.site.paper)


def sheet_for(station: Station, choice: Choice) -> str:
    """Return the style sheet of one visit."""
    return style_sheet(station.shipped[choice.language].style, look_for(station, choice))


def busy_printing() -> bool:
    """Tell whether a paper is on its way, so that waiting for it is no absence."""
    app = QCoreApplication.instance()
    return app is not None and any(isinstance(child, PrintJob) for child in app.children())

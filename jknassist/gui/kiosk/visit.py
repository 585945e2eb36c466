"""One visit on a kiosk: a main window of its own, deleted afterwards."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.gui.context import UiContext, make_context
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.finder_panel import FinderPanel
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.preferences import VisitorPreferences
from jknassist.gui.kiosk.print_allowance import PrintRules
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.instructions import WaitPage
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.printing.job import running_jobs
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.speech.attach import attach, voice_of
from jknassist.gui.style import theme
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.visit_counter import VisitCounter

LOW_REACH = 0.6
"""Share of the height of a portrait screen that is used with low reach."""


class Visit(QWidget):
    """Holds the main window; emits `page_changed` on each page change and `ended` at the end."""

    page_changed = Signal()
    ended = Signal()
    heard = Signal()

    def __init__(self, config: KioskConfig, choice: VisitorPreferences, rules: PrintRules) -> None:
        super().__init__()
        self.choice = choice
        self.context = make_context_for(config, choice)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.copier = ClipboardWriter(QGuiApplication.clipboard())
        front = kiosk_front(config.site.printer, config.site.paper, rules)
        self.main_window = MainWindow(self.context, front, self.copier)
        self.main_window.visitor_left.connect(self.ended, Qt.ConnectionType.QueuedConnection)
        self.main_window.place_shown.connect(self.page_changed)
        self.main_window.panel_changed.connect(self.page_changed)
        self.main_window.finder_wanted.connect(self.show_finder)
        self._counter = VisitCounter(self.main_window)
        self.speech = attach(self.main_window, self.context.knowledge, voice=voice_of(config.site))
        if self.speech is not None:
            self.speech.heard.connect(self.heard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if choice.reach:
            column.addSpacing(lowered_by(*screen.size()))
            self._lower_bar()
        column.addWidget(self.main_window)

    def _lower_bar(self) -> None:
        """Move the top bar below the page."""
        layout = self.main_window.layout()
        bars = self.main_window.findChildren(QWidget, "bar")
        if layout is not None:
            for bar in bars:
                layout.removeWidget(bar)
                layout.addWidget(bar)

    def show_finder(self) -> None:
        """Show the search panel over the page."""
        panel = FinderPanel(self.main_window.context)
        panel.chosen.connect(self._go_to)
        panel.number_typed.connect(self._check_number)
        panel.staff_wanted.connect(self.main_window.show_contacts)
        self.main_window.show_panel(panel)

    def _go_to(self, place_id: str) -> None:
        self.main_window.close_panel()
        self.main_window.view.jump_to(place_id)

    def _check_number(self, text: str) -> None:
        self.main_window.close_panel()
        self.main_window.view.check_number(text)

    def activate(self) -> None:
        """Activate the main window."""
        self.main_window.view.activate()

    def is_speaking(self) -> bool:
        """Return whether a page is being read aloud, which is no inactivity."""
        return self.speech is not None and self.speech.is_sounding

    def is_waiting(self) -> bool:
        """Return whether the wait for a code is being counted down, which is no inactivity."""
        page = self.main_window.view.page
        return isinstance(page, WaitPage) and page.countdown.is_running

    def read_aloud(self, *, by_key: bool) -> None:
        """Read this page and all that follow; by key say first which keys there are."""
        if self.speech is not None:
            self.speech.turn_on(by_key=by_key)

    def say(self, *texts: str) -> None:
        """Say what lies over the page, if pages are being read."""
        if self.speech is not None:
            self.speech.say_texts(*texts)

    def forget(self) -> None:
        """Count the visit, clear the clipboard if its content came from it, and be silent."""
        self._counter.count()
        if self.speech is not None:
            self.speech.turn_off()
        self.copier.forget()

    def at_outcome(self) -> bool:
        """Return whether an outcome is shown, from which people copy numbers by hand."""
        return isinstance(self.main_window.view.page, OutcomePage)

    def at_number(self) -> bool:
        """Return whether a number page is shown."""
        return isinstance(self.main_window.view.page, NumberPage)

    def focus_number(self) -> None:
        """Give the field of the number page the focus, if there is one."""
        page = self.main_window.view.page
        if isinstance(page, NumberPage):
            page.begins_at().setFocus()

    def type_number(self, text: str) -> None:
        """Type digits into the field of the number page, if there is one."""
        page = self.main_window.view.page
        if isinstance(page, NumberPage):
            page.write(text)

    def shows_digits(self) -> bool:
        """Return whether a typed number is on the screen."""
        page = self.main_window.view.page
        return isinstance(page, NumberPage) and bool(page.entry.text())


def lowered_by(width: int, height: int) -> int:
    """Return the height in pixels left free above the page with low reach.

    A landscape screen has none to spare: there only the top bar moves down.
    """
    return round(height * (1 - LOW_REACH)) if height > width else 0


def theme_for(config: KioskConfig, choice: VisitorPreferences) -> Theme:
    """Return the theme of one visit for the configured or measured screen."""
    width, height = screen.size()
    declared = Screen(
        width=width,
        height=height,
        inches=config.site.inches or screen.measured_inches(),
        distance=config.site.screen_distance,
    )
    found = theme.theme_for(declared, kiosk=True, scheme=choice.scheme)
    return replace(found, letters=choice.size)


def make_context_for(config: KioskConfig, choice: VisitorPreferences) -> UiContext:
    """Return the UI context of one visit."""
    context = make_context(config.by_language[choice.language], theme_for(config, choice))
    return replace(context, is_kiosk=True)


def style_sheet_for(config: KioskConfig, choice: VisitorPreferences) -> str:
    """Return the style sheet of one visit."""
    return style_sheet(config.by_language[choice.language].style, theme_for(config, choice))


def busy_printing() -> bool:
    """Return whether a print job has not reported yet, which is no inactivity."""
    return any(not job.is_delayed for job in running_jobs())

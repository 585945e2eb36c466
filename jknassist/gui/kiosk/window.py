"""Window of the kiosk: start page, visit or staff pages; resets after inactivity."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.covers import InactivityPrompt, PrivacyScreen
from jknassist.gui.kiosk.fullscreen import FLAGS, FullscreenController
from jknassist.gui.kiosk.input_filter import InputFilter
from jknassist.gui.kiosk.pin_attempts import PinAttempts
from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.preferences import VisitorPreferences
from jknassist.gui.kiosk.print_allowance import TEST_PAUSE, PrintAllowance, PrintRules
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.kiosk.start_page import StartPage, drawn_size
from jknassist.gui.kiosk.visit import Visit, busy_printing, make_context_for, style_sheet_for
from jknassist.gui.kiosk.voice_offer import offer_voice
from jknassist.gui.panels.panel import Panel
from jknassist.gui.printing.job import end_jobs_soon
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.qt.free_memory import overwrite_free_memory
from jknassist.gui.qt.idle_timer import IdleTimer
from jknassist.gui.widgets.cover import Cover
from jknassist.gui.widgets.focus_ring import ring_of

if TYPE_CHECKING:
    # Imported when a sheet number is typed.
    from jknassist.core.flow.way import Way

View = StartPage | Visit | Panel
"""What fills the window of a kiosk, below a cover if there is one."""


def never_busy() -> bool:
    """Nothing puts off the cover over typed digits."""
    return False


class KioskWindow(QWidget):
    """Shows the start page, a visit or the staff pages; emits `left_by_staff` at "Keluar".

    Every page is deleted when it is left, so that nothing of a visitor remains for the next.
    """

    left_by_staff = Signal()
    reset_done = Signal()

    def __init__(self, config: KioskConfig, log: ErrorLog, input_filter: InputFilter) -> None:
        super().__init__(None, FLAGS)
        self.config = config
        self.log = log
        self._input_filter = input_filter
        self._attempts = PinAttempts(config.state)
        self._allowance = PrintAllowance(config.site.prints)
        self._tests = PrintAllowance(1, pause=TEST_PAUSE)
        self._leaving = False
        self.setObjectName("window")
        self.setWindowTitle(config.by_language[config.language].knowledge.name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # No page may make the window larger than its screen.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        # Made with the window, not by the first visit: it belongs to no visit.
        ring_of(self)
        self._idle = IdleTimer(self._is_busy, self)
        self._idle.timed_out.connect(self._ask_if_present)
        self._privacy_timer = IdleTimer(never_busy, self)
        self._privacy_timer.timed_out.connect(self._hide_digits)
        self._reading_timer = IdleTimer(self._is_busy, self)
        self._reading_timer.timed_out.connect(self._note_nobody)
        self._left_alone = False
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.timeout.connect(self._ask_if_present)
        input_filter.activity.connect(self._idle.reset_timer)
        input_filter.activity.connect(self._privacy_timer.reset_timer)
        input_filter.activity.connect(self._reading_timer.reset_timer)
        input_filter.text_dropped.connect(self._note_text)
        self.fullscreen = FullscreenController(self)
        self.show_start_page()

    @property
    def page(self) -> QWidget:
        """The page below the cover, if there is one."""
        return self._stack.widget(0) or self

    @property
    def cover(self) -> Cover | None:
        """The cover that is shown over the visit, or None."""
        top = self._stack.currentWidget()
        return top if isinstance(top, Cover) else None

    @property
    def visit(self) -> Visit | None:
        """The current visit, or None."""
        page = self.page
        return page if isinstance(page, Visit) else None

    def _is_busy(self) -> bool:
        """Return whether something is printed, read aloud or waited for: that is no inactivity."""
        visit = self.visit
        busy = visit is not None and (visit.is_speaking() or visit.is_waiting())
        return busy_printing() or busy

    def default_preferences(self) -> VisitorPreferences:
        """Return the default preferences of a visitor."""
        seconds = self.config.timeouts.idle // 1000
        return VisitorPreferences(language=self.config.language, idle_seconds=seconds)

    def show_start_page(self, choice: VisitorPreferences | None = None) -> None:
        """Show the start page; preferences set there last until the visit ends or times out."""
        chosen = choice or self.default_preferences()
        drawn = chosen.with_size(drawn_size(chosen.size, *screen.size()))
        context = make_context_for(self.config, drawn)
        page = StartPage(context, chosen, self.config.by_language, self.config.timeouts.corner)
        page.started.connect(self.begin_visit)
        page.staff_called.connect(self.show_pin_panel)
        page.chosen.connect(self.show_start_page)
        self._show(page, drawn)
        offer_voice(page, self.config.site.voice, self.begin_aloud)
        page.activate()
        self._idle.watch(self.config.timeouts.idle if chosen != self.default_preferences() else 0)

    def begin_visit(self, *, by_key: bool = False) -> None:
        """Begin a visit with the preferences set on the start page; `by_key` if one began it."""
        page = self.page
        if isinstance(page, StartPage):
            self._allowance.begin_visit()
            rules = PrintRules(
                take_paper=self._allowance.take,
                has_printed=self._allowance.has_printed,
                note=self._note_printer,
            )
            visit = Visit(self.config, page.choice, rules)
            visit.page_changed.connect(self._page_changed)
            visit.ended.connect(self.reset)
            visit.heard.connect(self._idle.reset_timer)
            visit.heard.connect(self._privacy_timer.reset_timer)
            visit.heard.connect(self._reading_timer.reset_timer)
            self._show(visit, page.choice)
            visit.activate()
            self._page_changed()
            self._longest.start(self.config.timeouts.visit)
            if page.choice.aloud:
                visit.read_aloud(by_key=by_key)

    def begin_aloud(self) -> None:
        """Begin a visit that is read aloud, for somebody who does not see the start page."""
        page = self.page
        if isinstance(page, StartPage):
            page.choice = page.choice.with_aloud(on=True)
            self.begin_visit(by_key=True)

    def reset(self) -> None:
        """Delete everything of the visit and show the start page."""
        visit = self.visit
        if visit is not None:
            visit.forget()
        end_jobs_soon()
        self.show_start_page()
        # After the pages are deleted, on the next event-loop turn.
        call_later(self, overwrite_free_memory)
        self.reset_done.emit()

    def show_pin_panel(self) -> None:
        """Show the PIN panel, or the staff panel without an exit if no PIN is configured."""
        if not self.config.site.staff_pin:
            self.show_staff()
            return
        context = make_context_for(self.config, self.default_preferences())
        panel = PinPanel(self.config.site.staff_pin, self._attempts, context)
        panel.opened.connect(self.show_staff)
        self._show_panel(panel)

    def show_staff(self) -> None:
        """Show the staff panel."""
        context = make_context_for(self.config, self.default_preferences())
        self._tests.begin_visit()
        page = StaffPanel(self.config, self.log, context, self._tests)
        page.left.connect(self.leave)
        page.sheet_wanted.connect(self.show_sheet_number)
        self._show_panel(page)

    def show_sheet_number(self) -> None:
        """Show the panel for a sheet number to the staff."""
        from jknassist.gui.panels.sheet_number import SheetNumberPanel  # noqa: PLC0415

        context = make_context_for(self.config, self.default_preferences())
        panel = SheetNumberPanel(context, on_screen_keys=True)
        panel.way_found.connect(self.show_sheet)
        self._show_panel(panel)

    def show_sheet(self, way: "Way") -> None:
        """Show the answers of a sheet to the staff."""
        from jknassist.gui.panels.sheet_number import SheetPanel  # noqa: PLC0415

        context = make_context_for(self.config, self.default_preferences())
        self._show_panel(SheetPanel(way, context, read_only=True))

    def leave(self) -> None:
        """Close the window, on request of the staff only."""
        self._leaving = True
        self.log.write("closed by staff")
        self.left_by_staff.emit()

    def _show_panel(self, panel: Panel) -> None:
        panel.closed.connect(self.reset)
        self._show(panel, self.default_preferences())
        panel.activate()
        self._idle.watch(self.config.timeouts.idle)

    def _show(self, page: View, choice: VisitorPreferences) -> None:
        """Replace everything by a page; the old widgets are deleted later."""
        self._longest.stop()
        self._privacy_timer.watch(0)
        self._reading_timer.watch(0)
        self._left_alone = False
        page.setStyleSheet(style_sheet_for(self.config, choice))
        while (gone := self._stack.widget(0)) is not None:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._stack.addWidget(page)
        self._input_filter.page_changed()

    def _page_changed(self) -> None:
        """Set the timeouts of the current page, and drop a second tap.

        An outcome may be read for longer than other pages are left open. Whoever comes then and
        goes back need not be who has read it: no number is shown again, the next visit begins.
        """
        self._input_filter.page_changed()
        visit = self.visit
        if visit is not None and self._left_alone and visit.shows_digits():
            call_later(self, self.reset)  # the page is still being shown
        elif visit is not None:
            timeouts = self.config.timeouts
            self._reading_timer.watch(timeouts.idle if visit.at_outcome() else 0)
            self._idle.watch(timeouts.outcome if visit.at_outcome() else timeouts.idle)
            self._privacy_timer.watch(timeouts.privacy if visit.at_number() else 0)

    def _note_nobody(self) -> None:
        self._left_alone = True

    def _ask_if_present(self) -> None:
        visit = self.visit
        if visit is None:
            self.reset()
            return
        asking = InactivityPrompt(self.config.timeouts.asks, visit.context)
        asking.touched.connect(self._go_on)
        asking.nobody.connect(self.reset)
        asking.finished.connect(self.reset)
        self._show_cover(asking)
        visit.say(visit.context.words.kiosk_still_title, asking.message.text())

    def _note_text(self) -> None:
        visit = self.visit
        if visit is not None:
            visit.main_window.outside_typing.note_text()

    def _note_printer(self, problem: str) -> None:
        self.log.write(f"printer: {problem}")

    def _hide_digits(self) -> None:
        visit = self.visit
        if visit is not None and visit.shows_digits() and self.cover is None:
            screen_cover = PrivacyScreen(visit.context)
            screen_cover.touched.connect(self._go_on)
            self._show_cover(screen_cover)

    def _show_cover(self, cover: Cover) -> None:
        """Show a cover, replacing an earlier one."""
        self._remove_cover()
        cover.typed.connect(self._type_on)
        if self.visit is not None:
            cover.setStyleSheet(style_sheet_for(self.config, self.visit.choice))
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._input_filter.page_changed()
        cover.activate()

    def _remove_cover(self) -> None:
        cover = self.cover
        if cover is not None:
            self._stack.removeWidget(cover)
            cover.deleteLater()

    def _go_on(self) -> None:
        """Continue the visit: remove the cover, and give the field of a number the focus."""
        self._remove_cover()
        visit = self.visit
        if visit is not None and visit.shows_digits():
            visit.focus_number()
        self._page_changed()
        if not self._longest.isActive():
            self._longest.start(self.config.timeouts.visit)

    def _type_on(self, text: str) -> None:
        """Type the key that removed a cover: without it a wrong number would stand in the field."""
        if self.visit is not None:
            self.visit.type_number(text)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._leaving)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            call_later(self, self.fullscreen.take)
        super().changeEvent(event)

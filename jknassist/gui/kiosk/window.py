"""The one window of the kiosk: which page it shows, and when it goes back to the first one."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
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
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.kiosk.start_page import StartPage, drawn_size
from jknassist.gui.kiosk.visit import Visit, busy_printing, make_context_for, style_sheet_for
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.qt.idle_timer import IdleTimer
from jknassist.gui.widgets.cover import Cover

Page = StartPage | Visit | Panel


class KioskWindow(QWidget):
    """Shows the start page, a visit or the staff pages; emits `left_by_staff` at "Keluar".

    Every page is thrown away when it is left, so nothing of one visitor is there for the next.
    """

    left_by_staff = Signal()
    reset_done = Signal()

    def __init__(self, config: KioskConfig, log: ErrorLog, input_filter: InputFilter) -> None:
        super().__init__(None, FLAGS)
        self.config = config
        self.log = log
        self._input_filter = input_filter
        self._attempts = PinAttempts(config.state)
        self._leaving = False
        self.setObjectName("window")
        self.setWindowTitle(config.shipped[config.language].knowledge.name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # The screen is as large as it is: no page may make the window larger.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self._idle = IdleTimer(busy_printing, self)
        self._idle.timed_out.connect(self._ask_if_present)
        self._privacy_timer = IdleTimer(bool, self)
        self._privacy_timer.timed_out.connect(self._hide_digits)
        input_filter.activity.connect(self._idle.reset_timer)
        input_filter.activity.connect(self._privacy_timer.reset_timer)
        self.front = FullscreenController(self)
        self.show_start_page()

    @property
    def page(self) -> QWidget:
        """The page below whatever is laid over it."""
        return self._stack.widget(0) or self

    @property
    def cover(self) -> Cover | None:
        """What is laid over the visit, if anything."""
        top = self._stack.currentWidget()
        return top if isinstance(top, Cover) else None

    @property
    def visit(self) -> Visit | None:
        """The visit that goes on, or None."""
        page = self.page
        return page if isinstance(page, Visit) else None

    def first_choice(self) -> VisitorPreferences:
        """Return what each visitor begins with."""
        seconds = self.config.timeouts.idle // 1000
        return VisitorPreferences(language=self.config.language, idle_seconds=seconds)

    def show_start_page(self, choice: VisitorPreferences | None = None) -> None:
        """Show the first page; a choice made there lasts until the visit ends or nobody comes."""
        chosen = choice or self.first_choice()
        drawn = chosen.with_size(drawn_size(chosen.size, *screen.size()))
        context = make_context_for(self.config, drawn)
        page = StartPage(context, chosen, self.config.shipped, self.config.timeouts.corner)
        page.started.connect(self.begin_visit)
        page.staff_called.connect(self.show_pin_panel)
        page.chosen.connect(self.show_start_page)
        self._show(page, drawn)
        page.activate()
        self._idle.watch(self.config.timeouts.idle if chosen != self.first_choice() else 0)

    def begin_visit(self) -> None:
        """Begin with a new visitor, in the way chosen on the first page."""
        page = self.page
        if isinstance(page, StartPage):
            visit = Visit(self.config, page.choice)
            visit.turned.connect(self._page_turned)
            visit.ended.connect(self.reset)
            self._show(visit, page.choice)
            visit.activate()
            self._page_turned()

    def reset(self) -> None:
        """Wipe everything and show the first page."""
        visit = self.visit
        if visit is not None:
            visit.forget()
        self.show_start_page()
        self.reset_done.emit()

    def show_pin_panel(self) -> None:
        """Ask the staff for the PIN; where there is none, show only what may be read."""
        if not self.config.site.staff_pin:
            self.show_staff()
            return
        context = make_context_for(self.config, self.first_choice())
        panel = PinPanel(self.config.site.staff_pin, self._attempts, context)
        panel.opened.connect(self.show_staff)
        self._show_panel(panel)

    def show_staff(self) -> None:
        """Show what is ready and what is not."""
        context = make_context_for(self.config, self.first_choice())
        page = StaffPanel(self.config, self.log, context)
        page.left.connect(self.leave)
        self._show_panel(page)

    def leave(self) -> None:
        """Let the window be closed: only the staff gets here."""
        self._leaving = True
        self.log.write("closed by staff")
        self.left_by_staff.emit()

    def _show_panel(self, panel: Panel) -> None:
        panel.closed.connect(self.reset)
        self._show(panel, self.first_choice())
        panel.activate()
        self._idle.watch(self.config.timeouts.idle)

    def _show(self, page: Page, choice: VisitorPreferences) -> None:
        """Put a page in the place of all that is there; what was there is destroyed soon."""
        self._privacy_timer.watch(0)
        page.setStyleSheet(style_sheet_for(self.config, choice))
        while (gone := self._stack.widget(0)) is not None:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._stack.addWidget(page)
        self._input_filter.page_turned()

    def _page_turned(self) -> None:
        """Take the time that this page of the visit has, and let no second tap through."""
        self._input_filter.page_turned()
        visit = self.visit
        if visit is not None:
            timeouts = self.config.timeouts
            self._idle.watch(timeouts.ending if visit.at_ending() else timeouts.idle)
            self._privacy_timer.watch(timeouts.privacy if visit.at_number() else 0)

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

    def _hide_digits(self) -> None:
        visit = self.visit
        if visit is not None and visit.shows_digits() and self.cover is None:
            screen_cover = PrivacyScreen(visit.context)
            screen_cover.touched.connect(self._go_on)
            self._show_cover(screen_cover)

    def _show_cover(self, cover: Cover) -> None:
        """Show a cover, in the place of an earlier one."""
        self._remove_cover()
        if self.visit is not None:
            cover.setStyleSheet(style_sheet_for(self.config, self.visit.choice))
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._input_filter.page_turned()
        cover.activate()

    def _remove_cover(self) -> None:
        cover = self.cover
        if cover is not None:
            self._stack.removeWidget(cover)
            cover.deleteLater()

    def _go_on(self) -> None:
        """Somebody is there: show the page as it was."""
        self._remove_cover()
        self._page_turned()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._leaving)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            call_later(self, self.front.take)
        super().changeEvent(event)


def destroy_now() -> None:
    """Have Qt destroy at once what was thrown away, instead of a moment later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

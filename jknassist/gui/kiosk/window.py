"""The one window of the kiosk: which page it shows, and when it goes back to the first one."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from jknassist.core.overriding import override
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.attract import AttractPage, drawn_size
from jknassist.gui.kiosk.choice import Choice
from jknassist.gui.kiosk.covers import Cover, StillHere, Veil
from jknassist.gui.kiosk.door import Door
from jknassist.gui.kiosk.front import FLAGS, Front
from jknassist.gui.kiosk.guard import Guard
from jknassist.gui.kiosk.idle import IdleWatch
from jknassist.gui.kiosk.staff import StaffPage
from jknassist.gui.kiosk.station import Station
from jknassist.gui.kiosk.tries import TriesBook
from jknassist.gui.kiosk.visit import (
    Visit,
    busy_printing,
    make_parts_for,
    sheet_for,
)
from jknassist.gui.panels.base import Panel
from jknassist.gui.soon import soon

Page = AttractPage | Visit | Panel


class KioskWindow(QWidget):
    """Shows the attract page, a visit or the staff pages; emits `left_by_staff` at "Keluar".

    Every page is thrown away when it is left, so nothing of one visitor is there for the next.
    """

    left_by_staff = Signal()
    reset_done = Signal()

    def __init__(self, station: Station, journal: ErrorLog, guard: Guard) -> None:
        super().__init__(None, FLAGS)
        self.station = station
        self.journal = journal
        self._guard = guard
        self._book = TriesBook(station.state)
        self._leaving = False
        self.setObjectName("window")
        self.setWindowTitle(station.shipped[station.language].knowledge.name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # The screen is as large as it is: no page may make the window larger.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self._idle = IdleWatch(busy_printing, self)
        self._idle.grew_idle.connect(self._nobody_there)
        self._veil_watch = IdleWatch(bool, self)
        self._veil_watch.grew_idle.connect(self._draw_veil)
        guard.stirred.connect(self._idle.stir)
        guard.stirred.connect(self._veil_watch.stir)
        self.front = Front(self)
        self.show_attract()

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

    def first_choice(self) -> Choice:
        """Return what each visitor begins with."""
        seconds = self.station.pace.idle // 1000
        return Choice(language=self.station.language, idle_seconds=seconds)

    def show_attract(self, choice: Choice | None = None) -> None:
        """Show the first page; a choice made there lasts until the visit ends or nobody comes."""
        chosen = choice or self.first_choice()
        drawn = chosen.with_size(drawn_size(chosen.size, *screen.size()))
        parts = make_parts_for(self.station, drawn)
        page = AttractPage(parts, chosen, self.station.shipped, self.station.pace.corner)
        page.started.connect(self.begin_visit)
        page.staff_called.connect(self.show_door)
        page.chosen.connect(self.show_attract)
        self._show(page, drawn)
        page.greet()
        self._idle.watch(self.station.pace.idle if chosen != self.first_choice() else 0)

    def begin_visit(self) -> None:
        """Begin with a new visitor, in the way chosen on the first page."""
        page = self.page
        if isinstance(page, AttractPage):
            visit = Visit(self.station, page.choice)
            visit.turned.connect(self._page_turned)
            visit.ended.connect(self.reset)
            self._show(visit, page.choice)
            visit.greet()
            self._page_turned()

    def reset(self) -> None:
        """Wipe everything and show the first page."""
        visit = self.visit
        if visit is not None:
            visit.forget()
        self.show_attract()
        self.reset_done.emit()

    def show_door(self) -> None:
        """Ask the staff for the PIN; where there is none, show only what may be read."""
        if not self.station.site.staff_pin:
            self.show_staff()
            return
        parts = make_parts_for(self.station, self.first_choice())
        door = Door(self.station.site.staff_pin, self._book, parts)
        door.opened.connect(self.show_staff)
        self._show_panel(door)

    def show_staff(self) -> None:
        """Show what is ready and what is not."""
        parts = make_parts_for(self.station, self.first_choice())
        page = StaffPage(self.station, self.journal, parts)
        page.left.connect(self.leave)
        self._show_panel(page)

    def leave(self) -> None:
        """Let the window be closed: only the staff gets here."""
        self._leaving = True
        self.journal.write("closed by staff")
        self.left_by_staff.emit()

    def _show_panel(self, panel: Panel) -> None:
        panel.closed.connect(self.reset)
        self._show(panel, self.first_choice())
        panel.greet()
        self._idle.watch(self.station.pace.idle)

    def _show(self, page: Page, choice: Choice) -> None:
        """Put a page in the place of all that is there; what was there is destroyed soon."""
        self._veil_watch.watch(0)
        page.setStyleSheet(sheet_for(self.station, choice))
        while (gone := self._stack.widget(0)) is not None:
            self._stack.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._stack.addWidget(page)
        self._guard.page_turned()

    def _page_turned(self) -> None:
        """Take the time that this page of the visit has, and let no second tap through."""
        self._guard.page_turned()
        visit = self.visit
        if visit is not None:
            pace = self.station.pace
            self._idle.watch(pace.ending if visit.at_ending() else pace.idle)
            self._veil_watch.watch(pace.veil if visit.at_number() else 0)

    def _nobody_there(self) -> None:
        visit = self.visit
        if visit is None:
            self.reset()
            return
        asking = StillHere(self.station.pace.asks, visit.parts)
        asking.touched.connect(self._go_on)
        asking.nobody.connect(self.reset)
        asking.finished.connect(self.reset)
        self._lay_over(asking)

    def _draw_veil(self) -> None:
        visit = self.visit
        if visit is not None and visit.shows_digits() and self.cover is None:
            veil = Veil(visit.parts)
            veil.touched.connect(self._go_on)
            self._lay_over(veil)

    def _lay_over(self, cover: Cover) -> None:
        """Show a cover, in the place of an earlier one."""
        self._lift()
        if self.visit is not None:
            cover.setStyleSheet(sheet_for(self.station, self.visit.choice))
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._guard.page_turned()
        cover.greet()

    def _lift(self) -> None:
        cover = self.cover
        if cover is not None:
            self._stack.removeWidget(cover)
            cover.deleteLater()

    def _go_on(self) -> None:
        """Somebody is there: show the page as it was."""
        self._lift()
        self._page_turned()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._leaving)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            soon(self, self.front.take)
        super().changeEvent(event)


def destroy_now() -> None:
    """Have Qt destroy at once what was thrown away, instead of a moment later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

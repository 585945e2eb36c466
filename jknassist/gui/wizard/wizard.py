"""The QWizard: shows one page for each place of the flow.

It has no state of its own. The buttons, history and page order of QWizard are unused, because
"next" and "back" first turn the screen pages of a page, which QWizard cannot do.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget, QWizard

from jknassist.core.flow.model import Knowledge, Outcome, Step
from jknassist.core.typing_compat import override
from jknassist.gui.pages.page import Page

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

RULER = 2
"""Height in pixels of the line above the unused buttons of QWizard; nothing else is as flat."""

MakePage = Callable[[Step | Outcome], Page]


class HelpWizard(QWizard):
    """Shows places; emits `enter_pressed` for an Enter that no widget has handled."""

    enter_pressed = Signal()

    def __init__(self, knowledge: Knowledge, make_page: MakePage) -> None:
        super().__init__()
        self._ids = {place_id: number for number, place_id in enumerate(knowledge.places)}
        self._make_page = make_page
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setButtonLayout([])
        self._flatten_ruler()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(knowledge.name)

    def _flatten_ruler(self) -> None:
        """Give no room to the line that QWizard draws above buttons of its own."""
        for child in self.findChildren(QWidget):
            if child.maximumHeight() == RULER:
                child.setFixedHeight(0)

    @property
    def page_now(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def page_for(self, place: Step | Outcome) -> Page:
        """Return the page of a place; `show_page` shows it.

        The page of a step is created once per visit; that of an outcome each time, because it
        depends on the answers that led there.
        """
        if isinstance(place, Outcome):
            self._remove_page(place.id)
        if place.id not in self._pages:
            self._pages[place.id] = page = self._make_page(place)
            self.setPage(self._ids[place.id], page)
        return self._pages[place.id]

    def hide_page(self) -> None:
        """Hide the page that is shown, so that it is not laid out for the bar of the next one."""
        if self._shown in self._pages:
            self.page_now.hide()

    def show_page(self, place_id: str) -> None:
        """Show the page of a place that `page_for` has made."""
        self._shown = place_id
        self.setStartId(self._ids[place_id])
        self.restart()

    def _remove_page(self, place_id: str) -> None:
        page = self._pages.pop(place_id, None)
        if page is None:
            return
        # QWizard moves the focus when a page is removed, even one that is not shown.
        focused = QApplication.focusWidget()
        self.removePage(self._ids[place_id])
        page.deleteLater()
        if focused is not None:
            focused.setFocus()

    @override
    def nextId(self) -> int:
        return -1

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # While pages change, the whole wizard is hidden for a moment. Qt would move the focus to
        # the top bar meanwhile, and a screen reader would announce it.
        page = self.currentPage()
        return page is not None and page.isVisible() and super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.enter_pressed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def reject(self) -> None:
        pass

"""The wizard on a draft: read anew at a key, with the id of each step and the faults by line."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from jknassist.core.session import Given, UnknownAnswerError, give
from jknassist.gui.app import Shipped, make_application, make_window
from jknassist.gui.pages.base import StepPage
from jknassist.gui.sweeping import Sweeping
from jknassist.gui.theme import Look
from jknassist.gui.window import HelpWindow

# The keeper reads these, not a member: like what the command line says, they stand in code.
KEYS = "F5: baca ulang draf"
BROKEN = "Draf ini punya {count} kesalahan. Perbaiki, simpan, lalu tekan F5."
STILL = "Esc: kembali ke draf terakhir yang benar."
OLD = "draf di berkas rusak; ini yang terakhir benar"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was read of a draft: something to show, or its faults, each with file and line."""

    shipped: Shipped | None = None
    faults: tuple[str, ...] = ()


Load = Callable[[], Draft]
"""Reads the draft as it is now."""


class PreviewWindow(QWidget):
    """Shows a draft as a visitor sees it, below a line that tells the place."""

    def __init__(self, name: str, load: Load, look: Look | None = None) -> None:
        super().__init__()
        self.setWindowTitle(f"{name} - jknassist preview")
        self._load = load
        self._look = look
        self._stale = False
        self.help: HelpWindow | None = None
        self.line = QLabel()
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setContentsMargins(12, 6, 12, 6)
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = QPlainTextEdit(readOnly=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.faults)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._stack, 1)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.reload)
        escape = QShortcut(QKeySequence("Esc"), self.faults)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.show_sound)
        self.reload()

    def reload(self) -> None:
        """Read the draft again and stay on the page; a broken one only shows its faults."""
        draft = self._load()
        self._stale = draft.shipped is None
        if draft.shipped is None:
            self._show_faults(draft.faults)
            return
        given = _way_to_here(self.help) if self.help else ()
        self._take_away()
        self.help = make_window(draft.shipped, self._look)
        self.help.visitor_left.connect(self._follow)
        self._stack.addWidget(self.help)
        _lead(self.help, given)
        self._follow()
        self.show_sound()

    def show_sound(self) -> None:
        """Show the last draft that was sound, if there was one."""
        if self.help is not None:
            self._stack.setCurrentWidget(self.help)
            self.help.wizard.greet()
            self._tell()

    def place(self) -> str:
        """Return the id of the step or outcome on the screen; nothing while faults are shown."""
        return _place(self.help) if self._stack.currentWidget() is self.help else ""

    def _take_away(self) -> None:
        if self.help is not None:
            self.help.copier.forget()
            self._stack.removeWidget(self.help)
            self.help.deleteLater()

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        head = BROKEN.format(count=len(faults))
        self.faults.setPlainText("\n".join((head, *((STILL,) if self.help else ()), "", *faults)))
        self._stack.setCurrentWidget(self.faults)
        self.faults.setFocus()
        self._tell()

    def _follow(self) -> None:
        """Keep to the wizard of this visitor: each has one of its own."""
        if self.help is not None:
            self.help.wizard.currentIdChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        old = OLD if self._stale and self.place() else ""
        self.line.setText("    ".join(filter(None, (self.place(), old, KEYS))))


def run(name: str, load: Load) -> int:
    """Show the draft until the window is closed; return the exit code."""
    app = make_application()
    window = PreviewWindow(name, load)
    window.showMaximized()
    Sweeping(window)
    return app.exec()


def _place(window: HelpWindow | None) -> str:
    if window is None:
        return ""
    page, outcome = window.wizard.page_now, window.wizard.outcome()
    if isinstance(page, StepPage):
        return page.step.id
    return outcome.id if outcome else ""


def _way_to_here(window: HelpWindow) -> tuple[Given, ...]:
    """Return the answers before the page on the screen, in the order of the way."""
    here = _place(window)
    wizard = window.wizard
    by_step = {given.step_id: given for given in wizard.session.answers}
    way = [
        page.step.id for page in map(wizard.page, wizard.visitedIds()) if isinstance(page, StepPage)
    ]
    return tuple(by_step[step] for step in way if step != here and step in by_step)


def _lead(window: HelpWindow, way: tuple[Given, ...]) -> None:
    """Go the same way once more, as far as the draft still has it."""
    wizard = window.wizard
    for given in way:
        page = wizard.page_now
        if not isinstance(page, StepPage) or page.step.id != given.step_id:
            return
        try:
            give(window.parts.knowledge, wizard.session, given)
        except UnknownAnswerError:
            return
        wizard.take(given)
        page.recall(given)
        wizard.next()

"""Preview of a draft: the wizard with the id of each place, or the faults; F5 reloads."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from jknassist.core.flow.session import Answer
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.qt.application import make_application
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.window import make_window

# For the content editor, not for members: in code, like the messages of the command line.
KEYS = "F5: baca ulang draf"
BROKEN = "Ada {count} kesalahan di draf ini. Perbaiki, simpan, lalu tekan F5."
STILL = "Esc: kembali ke draf terakhir yang benar."
OLD = "draf di berkas rusak; ini yang terakhir benar"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A loaded draft: content to show, or diagnostics with file and line."""

    loaded: LoadedContent | None = None
    faults: tuple[str, ...] = ()


Load = Callable[[], Draft]
"""Loads the current state of the draft."""


class PreviewWindow(QWidget):
    """Shows a draft as a visitor sees it, below a line with the id of the place."""

    def __init__(self, name: str, load: Load, theme: Theme | None = None) -> None:
        super().__init__()
        self.setWindowTitle(f"{name} - jknassist preview")
        self._load = load
        self._theme = theme
        self._stale = False
        self.main_window: MainWindow | None = None
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
        """Reload the draft and stay on the page; a faulty one only shows its diagnostics."""
        draft = self._load()
        self._stale = draft.loaded is None
        if draft.loaded is None:
            self._show_faults(draft.faults)
            return
        given = _way_to_here(self.main_window) if self.main_window else ()
        self._take_away()
        self.main_window = make_window(draft.loaded, self._theme)
        self.main_window.visitor_left.connect(self._follow)
        self._stack.addWidget(self.main_window)
        self.main_window.view.follow(given)
        self._follow()
        self.show_sound()

    def show_sound(self) -> None:
        """Show the last draft without faults, if there was one."""
        if self.main_window is not None:
            self._stack.setCurrentWidget(self.main_window)
            self.main_window.view.activate()
            self._tell()

    def place(self) -> str:
        """Return the id of the step or outcome shown; empty while diagnostics are shown."""
        return _place(self.main_window) if self._stack.currentWidget() is self.main_window else ""

    def _take_away(self) -> None:
        if self.main_window is not None:
            self.main_window.copier.forget()
            self._stack.removeWidget(self.main_window)
            self.main_window.deleteLater()

    def _show_faults(self, faults: tuple[str, ...]) -> None:
        head = BROKEN.format(count=len(faults))
        self.faults.setPlainText(
            "\n".join((head, *((STILL,) if self.main_window else ()), "", *faults))
        )
        self._stack.setCurrentWidget(self.faults)
        self.faults.setFocus()
        self._tell()

    def _follow(self) -> None:
        """Follow the wizard of the new visit: each visit has its own."""
        if self.main_window is not None:
            self.main_window.place_shown.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        old = OLD if self._stale and self.place() else ""
        self.line.setText("    ".join(filter(None, (self.place(), old, KEYS))))


def run(name: str, load: Load) -> int:
    """Run the preview until its window is closed; return the exit code."""
    app = make_application()
    window = PreviewWindow(name, load)
    window.showMaximized()
    CollectionTimer(window)
    return app.exec()


def _place(window: MainWindow | None) -> str:
    return window.flow.place.id if window else ""


def _way_to_here(window: MainWindow) -> tuple[Answer, ...]:
    """Return the answers that lead to the page shown, in the order asked."""
    flow = window.flow
    steps = [place.id for place in flow.trail[: flow.position]]
    return tuple(answer for step in steps if (answer := flow.answer_at(step)) is not None)

"""Run the window of a laptop; after an unhandled error a crash window replaces it."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from jknassist.gui import content_error_window
from jknassist.gui.context import LoadedContent, make_context
from jknassist.gui.crash_handler import CrashHandler, FaultFile
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.main_window import MainWindow
from jknassist.gui.qt import application
from jknassist.gui.qt.background_task import end_with
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.speech.attach import attach
from jknassist.gui.style import system_theme
from jknassist.gui.volunteer import window as app
from jknassist.system import paths
from jknassist.system.core_dumps import forbid_core_dumps

LOG, FAULTS = "laptop.log", "laptop.fault"
"""File names in the state folder."""

FAILED = 70
"""Exit code after a fatal error, the same as that of a kiosk."""

INTERRUPTED = 130
"""Exit code after Ctrl+C in a terminal, by convention 128 + SIGINT."""


class Laptop(QObject):
    """Keeps exactly one window on the screen: the main window or a crash window.

    An unhandled error in the main window replaces it by the crash window "Ada yang salah". An error
    in that one ends the program, after a plain message without theme or content.
    """

    def __init__(self, handler: CrashHandler) -> None:
        super().__init__()
        self.code = 0
        self.window: QWidget | None = None
        self._handler = handler
        self._dealt_with = 0
        self._loaded: LoadedContent | None = None
        self._ending = False
        queued = Qt.ConnectionType.QueuedConnection
        handler.failed.connect(self._react, queued)
        handler.interrupted.connect(partial(self._leave, INTERRUPTED), queued)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def begin(self, loaded: LoadedContent, *, after_fault: bool = False) -> None:
        """Show the first page; with a panel about it if the last process crashed."""
        self._loaded = loaded
        self._replace(partial(self._open, loaded, after_fault=after_fault))

    def give_up(self, error: BaseException) -> None:
        """End with the plain message because of a caught error."""
        self._handler.record(error)
        self.end_plainly()

    def end_plainly(self) -> None:
        """Show a plain window that says that the program must be closed, then end."""
        self.code = FAILED
        if self._ending:
            self._leave(FAILED)
            return
        self._ending = True
        old, self.window = self.window, None
        try:
            plain = content_error_window.plain_window(app.ENDED_TITLE, app.ENDED_TEXT)
            plain.show()
            self.window = plain
        except Exception as error:  # noqa: BLE001  there is nothing left that could be shown
            self._handler.record(error)
            self._leave(FAILED)
        if old is not None:
            _throw_away(old)
        self._dealt_with = self._handler.count

    def _react(self, count: int) -> None:
        """Handle an error, once for all errors of one window."""
        if count <= self._dealt_with:
            return
        old, loaded = self.window, self._loaded
        if isinstance(old, MainWindow) and loaded is not None:
            self._replace(partial(self._make_page, old, loaded))
        else:
            self.end_plainly()

    def _replace(self, make: Callable[[], QWidget]) -> None:
        """Replace the window by a new one, or end if that fails."""
        old, errors = self.window, self._handler.count
        before = set(QApplication.topLevelWidgets())
        new = self._try(make)
        # Errors in methods that Qt calls, such as showEvent, go to the hook instead.
        if new is None or self._handler.count > errors:
            half_made = set(QApplication.topLevelWidgets()) - before
            self.end_plainly()
            for window in half_made:
                _throw_away(window)
            self._dealt_with = self._handler.count
            return
        self.window = new
        if old is not None:
            _throw_away(old)
        self._dealt_with = self._handler.count

    def _try(self, make: Callable[[], QWidget]) -> QWidget | None:
        """Call a factory; on an error log it and return None."""
        try:
            return make()
        except Exception as error:  # noqa: BLE001  whatever it is, it must not be left half done
            self._handler.record(error)
            return None

    def _open(self, loaded: LoadedContent, *, after_fault: bool = False) -> QWidget:
        window = app.make_window(loaded)
        attach(window, loaded.knowledge, *loaded.others, voice=loaded.voice)
        windows = sys.platform == "win32"
        if windows:
            app.put_icon(window)  # a frame that is there already may keep the icon it has
        if self.window is None:
            app.open_wide(window)
        else:
            _show_like(window, self.window)
        if not windows:
            call_later(window, partial(app.put_icon, window), app.AFTER_THE_FIRST_PAINT)
        if after_fault:
            # Deferred until the first page has the focus; the panel then takes it over.
            call_later(window, partial(self._mention_fault, window))
        call_later(window, partial(app.finish, window), app.AFTER_THE_FIRST_LOOK)
        return window

    def _make_page(self, old: MainWindow, loaded: LoadedContent) -> QWidget:
        """Create the crash window in the language and theme of the failed window."""
        from jknassist.gui.crash_report import report_lines  # noqa: PLC0415
        from jknassist.gui.crash_window import CrashWindow  # noqa: PLC0415

        knowledge = old.context.knowledge
        shown = make_context(replace(loaded, knowledge=knowledge), old.context.theme)
        shown.icons.apply_theme(old.theme.palette)
        page = CrashWindow(shown, old.theme, report_lines(knowledge, self._handler.log))
        page.setMinimumSize(old.minimumSize())
        page.setWindowIcon(old.windowIcon())
        page.again.connect(self._begin_again, Qt.ConnectionType.QueuedConnection)
        _show_like(page, old)
        page.activate()
        return page

    def _begin_again(self) -> None:
        if self._loaded is not None:
            self._replace(partial(self._open, self._loaded))

    def _mention_fault(self, window: MainWindow) -> None:
        """Show the panel about the crash of the last process."""
        from jknassist.gui.crash_report import report_lines  # noqa: PLC0415
        from jknassist.gui.panels.crash import ReportPanel, ended_panel  # noqa: PLC0415

        def show_report() -> None:
            lines = report_lines(window.context.knowledge, self._handler.log)
            window.show_panel(ReportPanel(lines, window.context))

        panel = ended_panel(window.context)
        panel.report_wanted.connect(show_report)
        window.show_panel(panel)

    def _follow_system(self) -> None:
        if isinstance(self.window, MainWindow):
            self.window.follow_system(system_theme.preferred_scheme())

    def _leave(self, code: int) -> None:
        self.code = code
        QApplication.exit(code)


Loaded = LoadedContent | tuple[str, ...]
"""The loaded content, or the diagnostics because of which there is none."""


def run(load: Callable[[], Loaded]) -> int:
    """Load the content and show the window until it is closed; return the exit code."""
    forbid_core_dumps()
    application.make_application()
    folder = paths.own_state_folder()
    handler = CrashHandler(ErrorLog(folder, LOG))
    handler.install()
    fault_file = FaultFile(folder, FAULTS)
    last_fault = fault_file.open()
    if last_fault:
        handler.log.write(f"the last process ended by {last_fault}")
    try:
        code = _run(Laptop(handler), load, after_fault=bool(last_fault))
    finally:
        fault_file.close()
        handler.remove()
    return end_with(code)


def _run(laptop: Laptop, load: Callable[[], Loaded], *, after_fault: bool) -> int:
    try:
        loaded = load()
        if isinstance(loaded, tuple):
            return content_error_window.show_broken(loaded)
        laptop.begin(loaded, after_fault=after_fault)
    except Exception as error:  # noqa: BLE001  nothing would be seen of it otherwise
        laptop.give_up(error)
    code = application.make_application().exec() if laptop.window is not None else FAILED
    return laptop.code or code


def _show_like(new: QWidget, old: QWidget) -> None:
    """Show a window with the geometry of another one."""
    new.setGeometry(old.geometry())
    new.setWindowState(old.windowState() & ~Qt.WindowState.WindowMinimized)
    new.show()


def _throw_away(window: QWidget) -> None:
    """Hide and delete a window, with the visit in it; it may be in any broken state."""
    with suppress(Exception):
        if isinstance(window, MainWindow):
            window.leaving.emit()
            window.copier.forget()
    with suppress(Exception):
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)

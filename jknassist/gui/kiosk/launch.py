"""Run the kiosk window in this process until the staff leaves it."""

import os
from collections.abc import Callable
from functools import partial
from time import monotonic, time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from jknassist import __version__
from jknassist.gui.crash_handler import CrashHandler, FaultFile
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.input_filter import InputFilter
from jknassist.gui.kiosk.restart_notice import RestartNotice
from jknassist.gui.kiosk.single_instance import take_lock
from jknassist.gui.kiosk.window import KioskWindow
from jknassist.gui.preload import MODULES, Preloader
from jknassist.gui.printing.leftover_jobs import cancel_leftover_jobs
from jknassist.gui.qt.application import make_application
from jknassist.gui.qt.background_task import end_with
from jknassist.gui.qt.collection_timer import CollectionTimer
from jknassist.system.allocator import keep_to_one_arena
from jknassist.system.core_dumps import forbid_access_to_memory, forbid_core_dumps
from jknassist.system.exit_codes import FAILED, SECOND_KIOSK, STAFF_LEFT
from jknassist.system.heartbeat import HEARTBEAT, NOT_SHOWN
from jknassist.system.supervisor import LAST_END

LOG, FAULTS = "kiosk.log", "kiosk.fault"
"""File names in the state folder."""

HEARTBEAT_INTERVAL = 5000
STDOUT = 1

CLOCK_SET = 30.0
"""Seconds by which the wall clock must jump between two heartbeats to be noted."""


class Heartbeat(QObject):
    """Sends heartbeats to the supervisor, and ends the program if the supervisor has exited.

    A kiosk that is not on the screen gives no heartbeat, so the supervisor starts another one.
    """

    def __init__(self, is_working: Callable[[], bool], log: ErrorLog) -> None:
        super().__init__()
        self._is_working = is_working
        self._log = log
        self._timer = QTimer(self)
        self._timer.setInterval(HEARTBEAT_INTERVAL)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        """Write one byte: a heartbeat, or NOT_SHOWN to check that the supervisor is running."""
        try:
            os.write(STDOUT, HEARTBEAT if self._is_working() else NOT_SHOWN)
        except BrokenPipeError:
            self._log.write("the supervisor has gone")
            QApplication.exit(FAILED)
        except OSError:
            # There is no standard output, so nobody listens for a heartbeat either.
            self._timer.stop()


class ClockWatch(QObject):
    """Notes in the log when the wall clock was set, for the times of the lines around it."""

    def __init__(self, log: ErrorLog) -> None:
        super().__init__()
        self._log = log
        self._ahead = time() - monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(HEARTBEAT_INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare both clocks. One that stands still while the machine sleeps counts as set."""
        ahead = time() - monotonic()
        if abs(ahead - self._ahead) > CLOCK_SET:
            self._log.write(f"the clock was set by {ahead - self._ahead:+.0f} seconds")
        self._ahead = ahead


def run(config: KioskConfig, *, heartbeat: bool) -> int:
    """Run the kiosk until the staff leaves it; return the exit code."""
    # No input method: neither an on-screen keyboard nor a compose key interferes.
    os.environ["QT_IM_MODULE"] = "none"
    forbid_core_dumps()
    forbid_access_to_memory()
    keep_to_one_arena()
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    lock = take_lock(config.state)
    if lock is None:
        return SECOND_KIOSK
    log = ErrorLog(config.state, LOG)
    handler = CrashHandler(log)
    handler.install()
    fault_file = FaultFile(config.state, FAULTS)
    last_fault = fault_file.open()
    input_filter = InputFilter(config.timeouts.tap)
    app.installEventFilter(input_filter)
    window = KioskWindow(config, log, input_filter)
    handler.failed.connect(window.reset, Qt.ConnectionType.QueuedConnection)
    handler.interrupted.connect(window.reset, Qt.ConnectionType.QueuedConnection)
    handler.gave_up.connect(give_up, Qt.ConnectionType.QueuedConnection)
    window.left_by_staff.connect(leave)
    window.fullscreen.lost.connect(give_up)
    window.fullscreen.came_back.connect(partial(note_return, log))
    beating = Heartbeat(window.fullscreen.look, log) if heartbeat else None
    clock = ClockWatch(log)
    if last_end := os.environ.pop(LAST_END, ""):
        log.write(f"the last process ended: {last_end}")
    if last_fault:
        log.write(f"the last process ended by {last_fault}")
    log.write(f"started, version {__version__}")
    for fault in config.faults:
        log.write(f"settings: {fault}")
    for notice in config.notices:
        log.write(f"content: {notice}")
    window.fullscreen.take()
    CollectionTimer(window)
    Preloader(window, MODULES)
    cancel_leftover_jobs(window).cancelled.connect(partial(note_leftovers, log))
    code = app.exec()
    app.removeEventFilter(input_filter)
    fault_file.close()
    handler.remove()
    del beating, clock
    lock.unlock()
    return end_with(code)


def note_return(log: ErrorLog, tries: int) -> None:
    """Log that something had taken the screen or the keyboard."""
    log.write(f"in front again after {tries} tries")


def note_leftovers(log: ErrorLog, count: int) -> None:
    """Log that print jobs of an earlier run were cancelled."""
    log.write(f"printer: {count} jobs of an earlier run cancelled")


def leave() -> None:
    """Exit with the code that tells the supervisor not to restart."""
    QApplication.exit(STAFF_LEFT)


def give_up() -> None:
    """Exit with a failure; the supervisor starts a new process."""
    QApplication.exit(FAILED)


def show_notice(seconds: int) -> int:
    """Show the restart notice for some seconds; return the exit code."""
    app = make_application()
    app.setQuitOnLastWindowClosed(False)
    input_filter = InputFilter(0)
    app.installEventFilter(input_filter)
    notice = RestartNotice(seconds)
    notice.fullscreen.take()
    code = app.exec()
    app.removeEventFilter(input_filter)
    return code

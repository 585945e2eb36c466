"""The one place that catches what nobody caught, on a laptop and on a kiosk alike.

It writes the type and place to a log and emits a signal. What then happens on the screen is up to
whoever listens: a laptop shows a page, a kiosk goes back to its first page.
"""

import faulthandler
import os
import sys
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QElapsedTimer,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from jknassist.gui.error_log import (
    ErrorLog,
    describe,
    describe_fault,
    describe_message,
    describe_one,
    standard_traceback,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    MessageHandler = Callable[[QtMsgType, QMessageLogContext, str], object]

MANY, WITHIN = 5, 30_000
"""So many errors in so many milliseconds: a new process is better than another reset."""

MOST_READ = 64 * 1024
"""Characters of a fault that are looked at."""

QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class CrashHandler(QObject):
    """Emits `failed` after an error in the GUI thread, `gave_up` when errors come too fast.

    `failed` carries how many errors there were so far. An error in another thread or in a
    destructor is only written down: whoever waits for a background task stops waiting by itself.
    `interrupted` means Ctrl+C in a terminal.
    """

    failed = Signal(int)
    gave_up = Signal()
    interrupted = Signal()

    def __init__(self, log: ErrorLog) -> None:
        super().__init__()
        self.log = log
        self.count = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._moments: deque[int] = deque(maxlen=MANY)
        self._said = ""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._messages_before: MessageHandler | None = None

    def install(self) -> None:
        """Take over from Python's and Qt's own ways to report an error."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.take_error
        threading.excepthook = self._take_thread
        sys.unraisablehook = self._take_unraisable
        self._messages_before = qInstallMessageHandler(self.take_message)

    def remove(self) -> None:
        """Give them back to whoever had them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._messages_before)

    def take_error(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Write an error down and tell whoever reacts to it; never raises."""
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
            return
        self.record(error)
        _forget_last()
        self.count += 1
        now = self._clock.elapsed()
        self._moments.append(now)
        if len(self._moments) == MANY and now - self._moments[0] < WITHIN:
            self.gave_up.emit()
        self.failed.emit(self.count)

    def record(self, error: BaseException) -> None:
        """Write an error down without any reaction; never raises."""
        with suppress(Exception):
            self.log.write(describe(error))
            self._say(error)

    def take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Write down that Qt warned, once in a row, and what of it is no text; never raises."""
        if kind in QUIET:
            return
        with suppress(Exception):
            said = describe_message(kind.name, context.category or "", message)
            if said != self._said:
                self._said = said
                self.log.write(said)
                _print(f"{message if sys.flags.dev_mode else said}\n")

    def _take_thread(self, seen: threading.ExceptHookArgs) -> None:
        if not issubclass(seen.exc_type, SystemExit):
            self._take_elsewhere(seen.exc_type, seen.exc_value, seen.exc_traceback)

    def _take_unraisable(self, seen: "sys.UnraisableHookArgs") -> None:
        self._take_elsewhere(seen.exc_type, seen.exc_value, seen.exc_traceback)

    def _take_elsewhere(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self.record(error)
        else:
            with suppress(Exception):
                self.log.write(describe_one(kind, trace))

    def _say(self, error: BaseException) -> None:
        """Print a traceback without its text: stderr is often kept in a file of the system.

        Python's development mode (``python -X dev``) prints the whole.
        """
        if sys.flags.dev_mode:
            sys.__excepthook__(type(error), error, error.__traceback__)
        else:
            _print(standard_traceback(error))


def _forget_last() -> None:
    """Let go of the error that the interpreter keeps for a debugger: what was typed is in it."""
    if hasattr(sys, "last_value"):
        del sys.last_type, sys.last_value, sys.last_traceback
    if sys.version_info >= (3, 12) and hasattr(sys, "last_exc"):
        del sys.last_exc


def _print(text: str) -> None:
    """Print where somebody may read it; a closed or missing stderr is no error."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


class FaultFile:
    """Has the interpreter write where it was into a file when the process is ended by a fault.

    The file is empty unless that happened. Where it cannot be opened nothing is written.
    """

    def __init__(self, folder: Path | None, name: str) -> None:
        self._path = folder / name if folder is not None else None
        self._file: TextIO | None = None

    def open(self) -> str:
        """Return what the last process left here, empty if it ended well; watch this one."""
        if self._path is None:
            return ""
        left = ""
        with suppress(OSError, ValueError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("a+", encoding="utf-8", errors="replace")
            file.seek(0)
            left = describe_fault(file.read(MOST_READ))
            file.truncate(0)
            faulthandler.enable(file)
            self._file = file
        return left

    def close(self) -> None:
        """Stop watching: the process ends well."""
        if self._file is not None:
            faulthandler.disable()
            with suppress(OSError, ValueError):
                if os.name == "nt":
                    # Windows raises exceptions that a program survives; they are no news then.
                    self._file.truncate(0)
                self._file.close()
            self._file = None

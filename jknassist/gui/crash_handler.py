"""Last-resort exception handler for uncaught errors, on a laptop and on a kiosk alike.

It logs the type and location of an error and emits a signal. The reaction is up to the listener: a
laptop shows a crash page, a kiosk resets to its start page.
"""

import faulthandler
import os
import signal
import sys
import threading
from collections import deque
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
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
from jknassist.system import regular_file
from jknassist.system.process_lock import Lock, take

if TYPE_CHECKING:
    from collections.abc import Callable

    MessageHandler = Callable[[QtMsgType, QMessageLogContext, str], object]

MANY, WITHIN = 5, 30_000
"""Number of errors within a number of milliseconds that restart the process."""

MOST_READ = 64 * 1024
"""Characters of a faulthandler dump that are parsed."""

MOST_PROCESSES = 8
"""Maximum number of processes of one account with a file for a faulthandler dump."""

QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class CrashHandler(QObject):
    """Emits `failed` after an error in the GUI thread, `gave_up` when errors come too fast.

    `failed` carries the number of errors so far. An error in another thread or in a destructor is
    only logged: the caller of a background task times out by itself. `interrupted` means Ctrl+C in
    a terminal.
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
        """Install the exception hooks, the Qt message handler and one for Ctrl+C."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self.take_error
        threading.excepthook = self._take_thread
        sys.unraisablehook = self._take_unraisable
        self._messages_before = qInstallMessageHandler(self.take_message)
        # A KeyboardInterrupt in a slot, even one that was handled, makes newer Pythons end with its
        # exit code. Where the signal is ignored, as in the background of a shell, it stays so.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._take_interrupt)

    def remove(self) -> None:
        """Restore the hooks that were installed before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._messages_before)
        if signal.getsignal(signal.SIGINT) == self._take_interrupt:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _take_interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self.interrupted.emit()

    def take_error(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Log an error and notify the listener; never raises."""
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
        """Log an error without notifying anybody; never raises."""
        with suppress(Exception):
            self.log.write(describe(error))
            self._say(error)

    def take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log a Qt warning, repeated ones once, without its free text; never raises."""
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
        """Print a traceback without the error message: stderr is often kept in a system log.

        Python's development mode (``python -X dev``) prints the message too.
        """
        if sys.flags.dev_mode:
            sys.__excepthook__(type(error), error, error.__traceback__)
        else:
            _print(standard_traceback(error))


def _forget_last() -> None:
    """Clear the error that the interpreter keeps for a debugger: it holds typed text."""
    if hasattr(sys, "last_value"):
        del sys.last_type, sys.last_value, sys.last_traceback
    if sys.version_info >= (3, 12) and hasattr(sys, "last_exc"):
        del sys.last_exc


def _print(text: str) -> None:
    """Print to stderr; a closed or missing stderr is ignored."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


class FaultFile:
    """Has faulthandler write the tracebacks into a file when the process crashes natively.

    The file is empty otherwise. If it cannot be opened, nothing is written. Concurrent processes of
    one account have a file each, numbered from the second one on, and guarded by a process lock.
    """

    def __init__(self, folder: Path | None, name: str) -> None:
        self._paths: tuple[Path, ...] = ()
        if folder is not None:
            first = folder / name
            others = (first.with_stem(f"{first.stem}-{n}") for n in range(2, MOST_PROCESSES + 1))
            self._paths = (first, *others)
        self._file: TextIO | None = None
        self._lock: Lock | None = None

    def open(self) -> str:
        """Enable faulthandler; return the dumps of earlier processes, empty if there are none.

        Each dump is returned to one process only.
        """
        left: list[str] = []
        with suppress(OSError, ValueError):
            for path in self._paths:
                if self._file is not None and not path.exists():
                    continue
                lock = take(path.with_name(f"{path.name}.lock"))
                if lock is None:
                    continue
                if self._file is None:
                    left.append(self._begin(path))
                    self._lock = lock
                else:
                    left.append(describe_fault(_read(path)))
                    path.unlink()
                    lock.unlock()
        return "; ".join(filter(None, left))

    def _begin(self, path: Path) -> str:
        """Enable faulthandler with a file; return the dump that was in it."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        left = _read(path) if path.exists() else ""
        handle = regular_file.open_regular(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        file = os.fdopen(handle, "w", encoding="utf-8", errors="replace")
        faulthandler.enable(file)
        self._file = file
        return describe_fault(left)

    def close(self) -> None:
        """Disable faulthandler: the process ends normally."""
        if self._file is not None:
            faulthandler.disable()
            with suppress(OSError, ValueError):
                if os.name == "nt":
                    # faulthandler also dumps Windows exceptions that the program survives; discard
                    # those.
                    self._file.truncate(0)
                self._file.close()
            self._file = None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _read(path: Path) -> str:
    return regular_file.read_text(path, MOST_READ)

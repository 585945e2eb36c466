"""The last resort: an error anywhere is written down and the kiosk goes back to its first page."""

import sys
from collections import deque
from types import TracebackType

from PySide6.QtCore import (
    QElapsedTimer,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from jknassist.gui.kiosk.journal import Journal, told, without_digits

MANY, WITHIN = 5, 30_000
"""So many errors in so many milliseconds: a new process is better than another reset."""

QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class LastResort(QObject):
    """Emits `failed` after an error, `gave_up` when errors come too fast."""

    failed = Signal()
    gave_up = Signal()

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._clock = QElapsedTimer()
        self._clock.start()
        self._moments: deque[int] = deque(maxlen=MANY)
        self._said = ""

    def install(self) -> None:
        """Take over from Python's and Qt's own ways to report an error."""
        sys.excepthook = self.take_error
        sys.unraisablehook = self._take_unraisable
        qInstallMessageHandler(self.take_message)

    def remove(self) -> None:
        """Give them back."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def take_error(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write an error down and have the visit ended."""
        self._journal.write(told(kind, trace))
        now = self._clock.elapsed()
        self._moments.append(now)
        if len(self._moments) == MANY and now - self._moments[0] < WITHIN:
            self.gave_up.emit()
        else:
            self.failed.emit()

    def take_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Write down what Qt warns of, once in a row, without any digit."""
        said = without_digits(f"{kind.name} {context.category or ''}: {message}")
        if kind not in QUIET and said != self._said:
            self._said = said
            self._journal.write(said)

    def _take_unraisable(self, seen: "sys.UnraisableHookArgs") -> None:
        self._journal.write(told(seen.exc_type, seen.exc_traceback))

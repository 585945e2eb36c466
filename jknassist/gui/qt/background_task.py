"""Does something slow in the background and never makes the window wait longer than it may."""

import contextlib
import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

LOOK_EVERY = 30
"""Milliseconds between two looks whether the answer is there."""


class BackgroundTask(QObject):
    """Runs a function that uses no Qt in a thread of its own.

    Emits `finished` with what it returned, or `failed` when that was None, when it failed
    or took too long; a late answer is dropped. The thread is not waited for: what hangs in it must
    not hang the window, nor the end of the program. The errand deletes itself afterwards.
    """

    finished = Signal(object)
    failed = Signal()

    def __init__(
        self, work: Callable[[], object], milliseconds: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or QCoreApplication.instance())
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._left = max(1, milliseconds // LOOK_EVERY)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_EVERY)
        self._clock.timeout.connect(self._look)
        self._work = work

    def start(self) -> None:
        """Set out."""
        threading.Thread(target=self._go, daemon=True).start()
        self._clock.start()

    def _go(self) -> None:
        answer: object = None
        with contextlib.suppress(OSError, ValueError, AttributeError):
            answer = self._work()
        self._answers.put(answer)

    def _look(self) -> None:
        self._left -= 1
        try:
            answer = self._answers.get_nowait()
        except queue.Empty:
            answer = None
            if self._left > 0:
                return
        self._clock.stop()
        self.deleteLater()
        if answer is None:
            self.failed.emit()
        else:
            self.finished.emit(answer)

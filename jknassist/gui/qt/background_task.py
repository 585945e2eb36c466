"""Run a blocking function on a worker thread, with a time limit for the caller."""

import contextlib
import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

POLL_INTERVAL = 30
"""Milliseconds between two polls for the result."""


class BackgroundTask(QObject):
    """Runs a function that uses no Qt on a worker thread.

    Emits `finished` with its return value, or `failed` when it returned None, raised, or exceeded
    the time limit; a late result is dropped. The thread is a daemon and never joined: a hanging
    call must block neither the window nor the end of the program. The task deletes itself
    afterwards.
    """

    finished = Signal(object)
    failed = Signal()

    def __init__(
        self, work: Callable[[], object], milliseconds: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent or QCoreApplication.instance())
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._left = max(1, milliseconds // POLL_INTERVAL)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_INTERVAL)
        self._timer.timeout.connect(self._poll)
        self._work = work

    def start(self) -> None:
        """Start the thread and begin polling."""
        threading.Thread(target=self._run, daemon=True).start()
        self._timer.start()

    def _run(self) -> None:
        answer: object = None
        with contextlib.suppress(OSError, ValueError, AttributeError):
            answer = self._work()
        self._answers.put(answer)

    def _poll(self) -> None:
        self._left -= 1
        try:
            answer = self._answers.get_nowait()
        except queue.Empty:
            answer = None
            if self._left > 0:
                return
        self._timer.stop()
        self.deleteLater()
        if answer is None:
            self.failed.emit()
        else:
            self.finished.emit(answer)

"""Run blocking functions on a thread pool; results arrive by queued signals.

Such a function must use no Qt. One that hangs, for example inside a print system, blocks neither
the window nor the end of the program: see `end_with`.
"""

import contextlib
import os
import time
from collections.abc import Callable
from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal, Slot

from jknassist.system.standard_streams import flush_all

MOST_THREADS = 8
"""Size of the pool; several calls to a print system may hang at the same time."""

REPORT_EVERY = 0.1
"""Seconds between two reports of progress."""

BURST = 0.002
"""Seconds of Python work after which the GIL is offered to the GUI thread."""

OFFER = 0.0001
"""Seconds of sleep that offer the GIL; it takes longer if the GUI thread takes it."""

MOST_BACKED_OFF = 0.005
"""Maximum seconds of further sleep after the GUI thread took the GIL."""

PATIENCE = 1000
"""Milliseconds to wait at exit for running tasks."""

EXPECTED = (OSError, ValueError, AttributeError)
"""Exceptions a function may raise; AttributeError: a missing function of a library."""


class CancelledError(Exception):
    """Raised in the worker after cancellation."""


@runtime_checkable
class Closable(Protocol):
    """A result with an open file or process."""

    def close(self) -> object:
        """Release it."""


class _Relay(QObject):
    """Carries signals from the worker thread, and the cancellation to it.

    What a task is connected to must not be freed on the worker thread: PySide would read freed
    memory where the GUI thread deletes the task at that moment (a segmentation fault). So the
    slot of `destroyed` is a method of this object, and it is deleted on the GUI thread.
    """

    reported = Signal(object)
    ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.cancelled = False
        self._stop: Callable[[], object] | None = None

    @Slot()
    def cancel(self) -> None:
        """Cancel; may be called on any thread, and more than once."""
        self.cancelled = True
        stop = self._stop
        if stop is not None:
            stop()

    def on_cancel(self, stop: Callable[[], object] | None) -> None:
        """Have `stop` called on cancellation; at once if that was before."""
        self._stop = stop
        if self.cancelled and stop is not None:
            stop()

    def keep(self) -> None:
        """Keep this object until `ended` was delivered; then it is deleted."""
        self.setParent(QCoreApplication.instance())
        self.ended.connect(self._release, Qt.ConnectionType.QueuedConnection)

    @Slot(object, object)
    def _release(self, _answer: object, _error: object) -> None:
        self.deleteLater()


class Progress:
    """Passed to the function: takes reports of progress and signals cancellation."""

    def __init__(self, relay: _Relay) -> None:
        self._relay = relay
        self._next = 0.0
        self._burst_ends = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the work is to end."""
        return self._relay.cancelled

    def cancel(self) -> None:
        """Cancel; may be called on any thread, and more than once."""
        self._relay.cancel()

    def on_cancel(self, stop: Callable[[], object] | None) -> None:
        """Have `stop` called on cancellation, to interrupt a call that blocks the worker."""
        self._relay.on_cancel(stop)

    def report(self, make: Callable[[], object]) -> None:
        """Emit what `make` returns, ten times a second at most; raise CancelledError."""
        if self.cancelled:
            raise CancelledError
        now = time.monotonic()
        if now >= self._next:
            self._next = now + REPORT_EVERY
            self._relay.reported.emit(make())
        if now >= self._burst_ends:
            _give_way()
            self._burst_ends = time.monotonic() + BURST


def _give_way() -> None:
    """Release the GIL, and sleep for a while if the GUI thread took it.

    Otherwise the GUI thread would wait for the GIL, for up to 5 ms, at each of the many calls
    between Qt and Python during one repaint.
    """
    begun = time.monotonic()
    time.sleep(OFFER)
    taken = time.monotonic() - begun
    if taken > BURST / 2:
        time.sleep(min(taken, MOST_BACKED_OFF))


class BackgroundTask(QObject):
    """Runs a function on the thread pool, within a time limit if there is one.

    Emits `finished` with its return value, or `failed` when it returned None, raised an expected
    error (then in `error`) or exceeded the limit; a late result is dropped, and closed if it has a
    close(). Any other error is raised on the GUI thread. After `cancel`, and once its parent is
    deleted, it emits nothing; a function that was cancelled before it started never runs, and
    `unused` is called instead. The task deletes itself afterwards.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal()

    def __init__(
        self,
        work: Callable[[Progress], object],
        milliseconds: int = 0,
        parent: QObject | None = None,
        *,
        unused: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent or QCoreApplication.instance())
        self.error: Exception | None = None
        relay = _Relay()
        relay.reported.connect(self._report, Qt.ConnectionType.QueuedConnection)
        relay.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._relay = relay
        self._progress = Progress(relay)
        self._work = work
        self._unused = unused
        self._over = False
        self._limit = QTimer(self, singleShot=True, interval=milliseconds)
        self._limit.timeout.connect(self._give_up)
        self.destroyed.connect(relay.cancel)

    def start(self) -> None:
        """Start as soon as a thread is free; the time limit counts from now."""
        _start(self._work, self._unused, self._progress, self._relay)
        if self._limit.interval() > 0:
            self._limit.start()

    def cancel(self) -> None:
        """Cancel the function and drop its result."""
        self._progress.cancel()
        self._close()

    @Slot(object)
    def _report(self, report: object) -> None:
        if not self._over:
            self.progressed.emit(report)

    @Slot(object, object)
    def _end(self, answer: object, error: Exception | None) -> None:
        if self._over:
            _drop(answer)
            return
        self._close()
        self.error = error
        if answer is None:
            self.failed.emit()
        else:
            self.finished.emit(answer)
        if error is not None and not isinstance(error, EXPECTED):
            raise error

    @Slot()
    def _give_up(self) -> None:
        self.cancel()
        self.failed.emit()

    def _close(self) -> None:
        self._over = True
        self._limit.stop()
        self.deleteLater()


_running: set[Progress] = set()


@cache
def _pool() -> QThreadPool:
    # Not Qt's global pool: QCoreApplication waits for that one without a limit.
    pool = QThreadPool()
    pool.setMaxThreadCount(MOST_THREADS)
    return pool


def _start(
    work: Callable[[Progress], object],
    unused: Callable[[], object] | None,
    progress: Progress,
    relay: _Relay,
) -> None:
    # The closure must not refer to the task, which may be deleted before it returns.
    def run() -> None:
        if progress.cancelled:
            answer, error = None, None
            if unused is not None:
                unused()
        else:
            answer, error = _outcome(work, progress)
        progress.on_cancel(None)
        if progress.cancelled:
            _drop(answer)
            answer = None
        _running.discard(progress)
        with contextlib.suppress(RuntimeError):  # Qt is gone: the program ends
            relay.ended.emit(answer, error)

    relay.keep()
    _running.add(progress)
    _pool().start(run)


def _outcome(
    work: Callable[[Progress], object], progress: Progress
) -> tuple[object, Exception | None]:
    try:
        return work(progress), None
    except CancelledError:
        return None, None
    except Exception as error:  # noqa: BLE001  handed on to the GUI thread
        return None, error


def _drop(answer: object) -> None:
    """Close a dropped result."""
    if isinstance(answer, Closable):
        answer.close()


def end_with(code: int) -> int:
    """Cancel all tasks and return the exit code; end the process at once if one of them hangs.

    Qt and Python would wait for its thread without a limit.
    """
    for progress in tuple(_running):
        progress.cancel()
    if not _pool().waitForDone(PATIENCE):
        flush_all()
        os._exit(code)
    return code

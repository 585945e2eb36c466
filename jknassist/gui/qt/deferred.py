"""Run a callback on a later event-loop turn; cancelled with its owner."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer


def call_later(owner: QObject, callback: Callable[[], object], after: int = 0) -> None:
    """Call `callback` after `after` milliseconds; dropped if `owner` is destroyed before that."""
    # A child timer, deleted with its owner: QTimer.singleShot would keep a reference to the
    # callback for ever.
    clock = QTimer(owner, singleShot=True, interval=after)
    clock.timeout.connect(partial(_run, clock, callback))
    clock.start()


def _run(clock: QTimer, callback: Callable[[], object]) -> None:
    # Disconnected first: the callback may hold the last reference to the owner. Released only by
    # the destructor of the clock, it would have the owner delete the clock a second time.
    clock.timeout.disconnect()
    clock.deleteLater()
    callback()

"""Run a callback on a later event-loop turn; cancelled with its owner."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer


def call_later(owner: QObject, callback: Callable[[], object], after: int = 0) -> None:
    """Call `callback` after `after` milliseconds; dropped if `owner` is destroyed before that."""
    # A child timer, deleted with its owner: QTimer.singleShot would keep a reference to the
    # callback for ever.
    clock = QTimer(owner, singleShot=True, interval=after)
    clock.timeout.connect(partial(_run, clock, [callback]))
    clock.start()


def _run(clock: QTimer, waiting: list[Callable[[], object]]) -> None:
    # The callback may hold the last reference to the owner. Left to the destructor of the clock,
    # its release would have the owner delete the clock a second time, so it is taken out before.
    # (To disconnect the clock here is no way: PySide then frees the clock too early, now and then.)
    callback = waiting.pop()
    clock.deleteLater()
    callback()

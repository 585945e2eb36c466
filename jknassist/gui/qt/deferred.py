"""Puts something off until all that is going on at the moment is over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer


def call_later(owner: QObject, deed: Callable[[], object], after: int = 0) -> None:
    """Do something so many milliseconds later, and not at all where its owner is gone by then."""
    # A clock that goes with its owner: what QTimer.singleShot holds stays in memory for ever.
    clock = QTimer(owner, singleShot=True, interval=after)
    clock.timeout.connect(partial(_do, clock, deed))
    clock.start()


def _do(clock: QTimer, deed: Callable[[], object]) -> None:
    clock.deleteLater()
    deed()

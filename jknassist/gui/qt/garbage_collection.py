"""The one place that steers Python's cyclic garbage collector.

Left alone it runs in whatever thread allocates next, also in one that waits for a print queue, and
would free parts of the window there: Qt then crashes. So a command with a window runs without it,
and collection_timer.py calls `collect` from the event loop. This module imports no Qt, so that
nothing is collected while Qt is loaded either: all of that stays.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

WORTH_IT = 1000
"""Objects made and not yet freed since the last collection; fewer are left for the next one."""


@contextmanager
def only_when_told() -> Iterator[None]:
    """Collect nothing but by `collect` in here."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect() -> None:
    """Free what nobody can reach any more, if there may be much of it."""
    if gc.get_count()[0] >= WORTH_IT:
        gc.collect()

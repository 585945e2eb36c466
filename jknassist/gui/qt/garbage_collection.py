"""Run Python's cyclic garbage collector on the GUI thread only.

By default the collector runs on whichever thread allocates next, even one that waits for a print
queue. PySide objects collected on such a worker thread crash Qt. So commands with a window disable
automatic collection, and collection_timer.py calls `collect` from the event loop. This module
imports no Qt, so that no collection happens during the import of Qt either: those objects are
permanent.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MIN_NEW_OBJECTS = 1000
"""Container objects allocated and not freed since the last collection; below this, skip it."""


@contextmanager
def only_on_request() -> Iterator[None]:
    """Context manager: disable automatic collection; only `collect` runs the collector."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect() -> None:
    """Run the collector if enough objects were allocated since the last collection."""
    if gc.get_count()[0] >= MIN_NEW_OBJECTS:
        collect_all()


def collect_all() -> None:
    """Run the collector on all generations, on the GUI thread."""
    gc.collect()

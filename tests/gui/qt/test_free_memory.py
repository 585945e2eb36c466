"""Reference cycles are collected before free memory is overwritten."""

import gc
import weakref

from jknassist.gui.qt.free_memory import overwrite_free_memory


class Ring:
    """Holds itself, so that only the collector frees it."""

    def __init__(self) -> None:
        self.around = self


def test_garbage_is_freed_first() -> None:
    gc.disable()
    try:
        held = weakref.ref(Ring())
        assert held() is not None
        overwrite_free_memory()
        assert held() is None
    finally:
        gc.enable()

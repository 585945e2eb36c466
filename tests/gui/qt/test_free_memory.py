"""Reference cycles are collected, then free memory is overwritten."""

import gc
import sys
import weakref

import pytest
from PySide6.QtWidgets import QLabel

from jknassist.gui.qt.free_memory import overwrite_free_memory
from tests.support.own_memory import copies_in_memory


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


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
@pytest.mark.usefixtures("qapp")
def test_hardly_anything_of_a_number_is_left_in_freed_memory() -> None:
    number = "".join(map(str, (0, 8, 1, 2, 9, 8, 7, 6, 5, 4, 3, 2)))
    shown = [QLabel(f"{number} {place}") for place in range(60)]
    read = [label.text() for label in shown]
    del shown, read
    before = copies_in_memory(number)
    overwrite_free_memory()
    assert copies_in_memory(number) * 10 < before

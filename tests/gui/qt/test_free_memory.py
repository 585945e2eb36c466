"""Reference cycles are collected, then free memory is overwritten."""

import gc
import subprocess
import sys
import weakref

import pytest

from jknassist.gui.qt.free_memory import overwrite_free_memory
from tests.conftest import ROOT


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
def test_hardly_anything_of_a_number_is_left_in_freed_memory() -> None:
    """In a process of its own, as large as a kiosk: that of all tests has far more free blocks."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.own_memory"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    before, after = map(int, done.stdout.split())
    assert before > 30
    assert after * 10 < before

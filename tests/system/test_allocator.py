"""A kiosk uses a single malloc arena where there are several."""

import platform
import subprocess
import sys

import pytest

SAY = "from jknassist.system.allocator import keep_to_one_arena as keep; print(keep())"


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.libc_ver()[0] != "glibc",
    reason="other allocators have no such setting",
)
def test_glibc_takes_the_setting() -> None:
    # In a process of its own: what is set for an allocator cannot be taken back.
    done = subprocess.run([sys.executable, "-c", SAY], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"

"""A crashed process leaves no core dump, which would contain typed text."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="core dumps are forbidden on Linux alone"
)

FAIL = """
import ctypes, os, resource, sys
from jknassist.system import core_dumps
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
typed = "0812" + "34567890"
for name in sys.argv[1:]:
    getattr(core_dumps, name)()
print(resource.getrlimit(resource.RLIMIT_CORE)[0] == hard)
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))  # PR_GET_DUMPABLE
sys.stdout.flush()
os.abort()
"""


def aborted(folder: Path, *names: str) -> list[str]:
    """Have a process call functions of the module and abort; return what it said before."""
    done = subprocess.run(
        [sys.executable, "-c", FAIL, *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode < 0, done.stderr
    return done.stdout.split()


def test_by_default_the_process_can_be_dumped(tmp_path: Path) -> None:
    assert aborted(tmp_path) == ["True", "1"]


def test_the_limit_leaves_no_file(tmp_path: Path) -> None:
    assert aborted(tmp_path, "forbid_core_dumps")[1:] == ["1"]
    assert not any(tmp_path.iterdir())


def test_a_process_that_is_not_dumpable_leaves_none_without_a_limit(tmp_path: Path) -> None:
    assert aborted(tmp_path, "forbid_access_to_memory") == ["True", "0"]
    assert not any(tmp_path.iterdir())

"""Process locks: held by one process, released at its end, never blocking the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from jknassist.system import process_lock

HOLD = """
import sys
from pathlib import Path
from jknassist.system import process_lock
lock = process_lock.take(Path(sys.argv[1]))
print("held" if lock is not None and lock._handle is not None else "not held", flush=True)
sys.stdin.readline()
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    """Start a process that takes the lock and holds it until it is told to end."""
    started = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "held\n"
    return started


def test_one_process_holds_it_and_its_end_gives_it_back(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    other = holder(path)
    try:
        assert process_lock.take(path) is None
    finally:
        other.kill()
        other.communicate()
    lock = process_lock.take(path)
    assert lock is not None
    lock.unlock()


def test_it_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    other = holder(path)
    try:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert process_lock.take(path, patience=30) is not None
    finally:
        other.kill()
        other.communicate()


def test_unlocked_twice_is_unlocked(tmp_path: Path) -> None:
    lock = process_lock.take(tmp_path / "lock")
    assert lock is not None
    lock.unlock()
    lock.unlock()
    assert process_lock.take(tmp_path / "lock") is not None


def test_where_none_can_be_made_the_program_runs_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = process_lock.take(tmp_path / "file" / "lock")
    assert lock is not None
    lock.unlock()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_this_account_may_open_the_file(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "lock"
    assert process_lock.take(path) is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700

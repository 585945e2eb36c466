"""The streams of the program speak UTF-8."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

COMPLAINS = """
from jknassist.system.standard_streams import complain, never_wait_to_complain
never_wait_to_complain()
for _ in range(3):
    complain(["x" * 1000] * 300)
"""


def test_it_speaks_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "jknassist", "walk"],
        check=False,
        capture_output=True,
        env={"LC_ALL": "C", "PATH": "", "PYTHONIOENCODING": ""},
    )
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")


def complaining(stderr: int) -> int:
    """Return the exit code of a program that complains at length; it must not wait."""
    words = [sys.executable, "-c", COMPLAINS]
    return subprocess.run(words, check=False, stderr=stderr, timeout=20).returncode


@pytest.mark.skipif(sys.platform != "linux", reason="streams are opened anew on Linux alone")
@pytest.mark.parametrize("kind", ["pipe", "terminal", "socket"])
def test_a_kiosk_does_not_wait_for_who_does_not_read_its_complaints(kind: str) -> None:
    if kind == "socket":
        ours, theirs = (end.detach() for end in socket.socketpair())
    else:
        ours, theirs = os.pipe() if kind == "pipe" else os.openpty()
    try:
        assert complaining(theirs) == 0
        if kind != "socket":
            assert os.get_blocking(theirs), "what others write to it waits as before"
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_log_file_is_written_on_not_from_its_beginning(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("before\n")
    with log.open("rb+") as file:
        file.seek(0, os.SEEK_END)
        assert complaining(file.fileno()) == 0
    assert log.read_text().startswith("before\nxxx")

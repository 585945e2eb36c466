"""Runs the command line as a process."""

import subprocess
import sys

from tests.conftest import SLOWEST


def run(*words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "jknassist", *words],
        input=given,
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )


def in_shell(script: str) -> "subprocess.CompletedProcess[str]":
    """Run a pipe of bash; the answer is what its first program ended with."""
    words = f"{script}; exit ${{PIPESTATUS[0]}}".replace(
        "jknassist", f"{sys.executable} -m jknassist"
    )
    return subprocess.run(["bash", "-c", words], check=False, capture_output=True, text=True)

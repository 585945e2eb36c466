"""Runs the program on a failing system (full disk, missing files), and returns what is seen."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SLOWEST
from tests.support.small_knowledge import small_knowledge

ROOT = Path(__file__).parent.parent.parent
WORDS = small_knowledge().words
DONE = WORDS.save_done.split("{")[0]

Report = dict[str, Any]

on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="these faults are made with what Linux offers"
)


def allows(*command: str) -> bool:
    """Tell whether this machine runs a command, such as one in a namespace of its own."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0


def namespace(*options: str) -> list[str]:
    """Return what goes before a command to run it in namespaces of its own; skip where none are."""
    if not allows("unshare", *options):
        pytest.skip("namespaces are forbidden on this machine")
    return ["unshare", *options]


def program(
    words: Sequence[str], *, within: Sequence[str] = (), top: Path = ROOT, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run a module of Python in an environment in which nothing of the person at work is left."""
    bare = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(top),
        "QT_QPA_PLATFORM": "offscreen",
        # Python itself may leave half a .pyc behind where there is no room.
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [*within, sys.executable, "-m", *words],
        cwd=top,
        env={**bare, **environment},
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def live(folder: Path, *, within: Sequence[str] = (), **environment: str) -> Report:
    """Have somebody live through a visit (visit_report.py); return what was seen."""
    folder.mkdir(exist_ok=True)
    done = program(
        ["tests.support.visit_report", str(folder)], within=within, top=ROOT, **environment
    )
    assert done.returncode == 0, done.stderr
    told: Report = json.loads(done.stdout)
    return told


@cache
def healthy() -> Report:
    """Return what is seen on a machine with nothing wrong."""
    with tempfile.TemporaryDirectory() as folder:
        told = live(Path(folder) / "papers", HOME=folder)
    assert told["tally"] == {"pulsa_habis": 1}
    assert "printer=Kantor" in told["remembered"]
    assert told["saved"].startswith(DONE)
    return told


def same_visit(told: Report) -> None:
    """Assert that a visitor saw all that is seen on a healthy machine and left nothing."""
    assert told["page"] == healthy()["page"]
    assert told["paper"] == healthy()["paper"]
    assert told["saved"].startswith(DONE)
    assert told["anew"]

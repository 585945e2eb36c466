"""The first question of the shipped program loads nothing that only later pages need."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

NOT_YET = (
    # The gate and what it is made of: the content was checked when the release was made.
    *("pydantic", "pydantic_core", "yaml", "jknassist.core.loading"),
    *("jknassist.core.gate", "jknassist.core.audit", "jknassist.core.overlay"),
    # Paper and codes.
    *("segno", "PySide6.QtPrintSupport", "jknassist.gui.paper", "jknassist.gui.printing"),
    *("jknassist.core.sheet", "jknassist.gui.panels.paper", "jknassist.gui.qr_view"),
    # Pages and panels that come later, and what they tell.
    *("jknassist.gui.pages.number", "jknassist.gui.pages.ending", "jknassist.gui.panels.reading"),
    *("jknassist.gui.panels.roll", "jknassist.gui.panels.saving", "jknassist.gui.panels.tally"),
    *("jknassist.core.phone", "jknassist.core.roll", "jknassist.core.search"),
    *("jknassist.core.summary", "jknassist.core.tally", "jknassist.core.neighbour"),
    # The public screen, and the cover that comes after five minutes.
    *("jknassist.gui.kiosk.start", "jknassist.gui.kiosk.covers", "jknassist.gui.laptop_cover"),
    *("jknassist.supervisor", "jknassist.core.pin", "jknassist.ledger"),
    # The other commands.
    *("jknassist.core.walking", "jknassist.core.graph"),
    # Pictures are drawn by a plugin of Qt; its classes are not needed. Nothing goes over a network.
    *("PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtDBus", "socket", "ssl"),
    # Parts of the standard library that are slow to load.
    *(
        "_ssl",
        "typing_extensions",
        "csv",
        "json",
        "secrets",
        "hmac",
        "difflib",
        "email",
        "subprocess",
    ),
)
"""What is loaded when it is asked for, not at the start; with a package all that is in it."""

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768} | dict.fromkeys(
    ("logicalDpi", "logicalBaseDpi"), 96
)
"""An ordinary laptop, as the offscreen platform of Qt wants to be told of it."""

SHOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from jknassist import cli

def look() -> None:
    (window,) = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert window.wizard.page_now.isVisible()
    print(*sorted(sys.modules), sep="\\n")
    QApplication.exit(0)

run = QApplication.exec
def run_and_look(*_application: QApplication) -> int:
    QTimer.singleShot(0, look)
    return run()

QApplication.exec = run_and_look
sys.exit(cli.main([]))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Start the program as it is shipped, and return what is loaded at its first question."""
    place = tmp_path_factory.mktemp("shipped")
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "jknassist", place / "jknassist", ignore=leave_out)
    resources = place / "jknassist" / "resources"
    shutil.copytree(ROOT / "resources", resources)
    (place / "screen.json").write_text(json.dumps({"screens": [LAPTOP]}))
    script = ROOT / "packaging" / "compile_content.py"
    run(place, script, resources / "compiled")
    return frozenset(run(place, "-c", SHOW).splitlines())


def run(place: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=place,
        env={
            **os.environ,
            "PYTHONPATH": str(place),
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_question_loads_what_it_shows(loaded: frozenset[str]) -> None:
    assert {"jknassist.core.knowledge", "jknassist.gui.wizard", "PySide6.QtWidgets"} <= loaded


@pytest.mark.parametrize("room", NOT_YET)
def test_what_the_first_question_does_without_is_not_loaded(
    loaded: frozenset[str], room: str
) -> None:
    assert [name for name in loaded if name == room or name.startswith(f"{room}.")] == []


def test_every_room_that_is_named_here_exists() -> None:
    """A room that was moved would be guarded no longer."""
    ours = [room.replace(".", "/") for room in NOT_YET if room.startswith("jknassist.")]
    there = [(ROOT / room).is_dir() or (ROOT / f"{room}.py").is_file() for room in ours]
    assert all(there), dict(zip(ours, there, strict=True))

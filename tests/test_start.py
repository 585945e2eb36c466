"""Showing the first question imports nothing that only later pages need."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LATER = (
    # Parsing: the content was checked when the release was made.
    *("pydantic", "yaml", "jknassist.core.parsing.load"),
    # Printing.
    *("segno", "PySide6.QtPrintSupport", "jknassist.gui.printing.render"),
    # The pages and panels after the first question.
    *("jknassist.gui.pages.number.page", "jknassist.gui.pages.outcome", "jknassist.core.phone"),
    *(
        "jknassist.gui.volunteer.number_list_panel",
        "jknassist.gui.volunteer.statistics_panel",
        "jknassist.core.search.index",
    ),
    # The public screen, and the other commands.
    *(
        "jknassist.gui.kiosk.launch",
        "jknassist.system.supervisor",
        "jknassist.core.flow.simulation",
    ),
)
"""What is imported at a seam, when it is asked for; with a package all that is in it."""

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768} | dict.fromkeys(
    ("logicalDpi", "logicalBaseDpi"), 96
)
"""An ordinary laptop, as the offscreen platform of Qt wants to be told of it."""

SHOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from jknassist.cli import main

def look() -> None:
    (window,) = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert window.view.page.isVisible()
    print(*sorted(sys.modules), sep="\\n")
    QApplication.exit(0)

run = QApplication.exec
def run_and_look(*_application: QApplication) -> int:
    QTimer.singleShot(0, look)
    return run()

QApplication.exec = run_and_look
sys.exit(main.main([]))
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
    script = ROOT / "packaging" / "freeze" / "compile_content.py"
    run(place, script, resources / "compiled")
    return frozenset(run(place, "-c", SHOW).splitlines())


def run(place: Path, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=place,
        env={
            **os.environ,
            "PYTHONPATH": str(place),
            "XDG_STATE_HOME": str(place / "state"),
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_question_loads_what_it_shows(loaded: frozenset[str]) -> None:
    assert {
        "jknassist.core.flow.model",
        "jknassist.gui.wizard.wizard",
        "PySide6.QtWidgets",
    } <= loaded


def test_the_first_question_does_without_what_is_behind_the_seams(loaded: frozenset[str]) -> None:
    assert [name for name in loaded if f"{name}.".startswith(tuple(f"{m}." for m in LATER))] == []


@pytest.mark.parametrize("name", LATER)
def test_what_is_named_here_exists(name: str) -> None:
    """A module that was moved would be guarded no longer."""
    assert find_spec(name) is not None

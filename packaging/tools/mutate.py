"""Changes the core in small ways, one at a time, and tells which changes its tests do not notice.

Run it by ``python3 packaging/dev.py mutate core/phone``, on Linux. It works on a copy, in
build/mutation; there ``mutmut run NAME`` tries one change again.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import dev
from freeze import freeze

if TYPE_CHECKING:
    from pathlib import Path

VENV = freeze.ROOT / ".venv-mutation"
PYTHON = VENV / freeze.PYTHON.relative_to(freeze.VENV)
WORK = freeze.BUILD / "mutation"
COPIED = ("jknassist", "packaging", "resources", "tests")
USUAL = ("core/phone", "core/flow/session.py")
FEWEST_NOTICED = 90
"""Of a hundred changes, so many have to be noticed; some change nothing that could be noticed."""

SETTINGS = """[tool.mutmut]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
"""


def files_of(place: str) -> str:
    """Return the pattern of the files that a place of the program stands for."""
    found = freeze.ROOT / "jknassist" / place
    if not found.exists():
        raise dev.Stop(f"jknassist/{place} tidak ada.")
    return f"jknassist/{place}" if found.is_file() else f"jknassist/{place.rstrip('/')}/*.py"


def tests_of(place: str) -> list[str]:
    """Return the tests of a place: its folder, the files named after it, or the folder above."""
    tests = freeze.ROOT / "tests" / place
    folder, stem = tests.parent, tests.stem
    if tests.is_dir():
        return [tests.relative_to(freeze.ROOT).as_posix()]
    if not folder.is_dir():
        return tests_of(folder.relative_to(freeze.ROOT / "tests").as_posix())
    named = [*folder.glob(f"test_{stem}.py"), *folder.glob(f"test_{stem}_*.py")]
    return [file.relative_to(freeze.ROOT).as_posix() for file in sorted(named) or [folder]]


def prepare(place: str) -> Path:
    """Copy the project and tell mutmut what to change there and what to run; return the folder."""
    work = WORK / place.strip("/").replace("/", "-")
    shutil.rmtree(work, ignore_errors=True)
    for name in COPIED:
        leave_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(freeze.ROOT / name, work / name, ignore=leave_out)
    told = (freeze.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    added = SETTINGS.format(files=json.dumps([files_of(place)]), tests=json.dumps(tests_of(place)))
    settings = told.replace("[tool.mutmut]\n", added, 1)
    (work / "pyproject.toml").write_text(settings, encoding="utf-8")
    return work


def mutmut(work: Path, *arguments: str) -> int:
    """Run mutmut in a folder; its progress is for a person to watch."""
    settings = {
        "HYPOTHESIS_PROFILE": "mutation",
        "PYTHONPATH": "packaging",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(PYTHON), "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=work, env=os.environ | settings, check=False).returncode


def unnoticed(work: Path) -> list[str]:
    """Return the names of the changes that no test noticed."""
    told = subprocess.check_output([PYTHON, "-m", "mutmut", "results"], cwd=work, text=True)
    lines = (line.strip().partition(": ") for line in told.splitlines())
    return [name for name, _, result in lines if result in {"survived", "no tests"}]


def mutate(place: str) -> int:
    """Try every change of a place; show those that were not noticed, and how many were."""
    work = prepare(place)
    failed = mutmut(work, "run", "--max-children", "1")
    if failed:
        return failed
    for name in unnoticed(work):
        mutmut(work, "show", name)
    mutmut(work, "export-cicd-stats")
    counted = json.loads((work / "mutants" / "mutmut-cicd-stats.json").read_text())
    noticed, total = counted["killed"] + counted["timeout"], counted["total"]
    dev.say(f"{place}: {noticed} / {total} ({100 * noticed / max(total, 1):.1f} %)")
    return int(100 * noticed < FEWEST_NOTICED * total)


def main(places: list[str]) -> int:
    """Change each place given, or the usual ones."""
    if not hasattr(os, "fork"):
        raise dev.Stop("mutmut hanya berjalan di Linux.")
    freeze.fill(VENV, PYTHON, dev.MUTATION_LOCK)
    return max(mutate(place) for place in places or USUAL)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

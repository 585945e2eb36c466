"""Mutation testing with mutmut: reports the mutants of a target that its tests do not kill.

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
"""Minimum mutation score in per cent; some mutants are equivalent to the original."""

SETTINGS = """[tool.mutmut]
only_mutate = {files}
pytest_add_cli_args_test_selection = {tests}
"""


def files_of(target: str) -> str:
    """Return the glob pattern of the files of a target: a module or a package below jknassist/."""
    found = freeze.ROOT / "jknassist" / target
    if not found.exists():
        raise dev.Stop(f"jknassist/{target} tidak ada.")
    return f"jknassist/{target}" if found.is_file() else f"jknassist/{target.rstrip('/')}/*.py"


def tests_of(target: str) -> list[str]:
    """Return the tests of a target: its mirrored folder, its test files, or the folder above."""
    tests = freeze.ROOT / "tests" / target
    folder, stem = tests.parent, tests.stem
    if tests.is_dir():
        return [tests.relative_to(freeze.ROOT).as_posix()]
    if not folder.is_dir():
        return tests_of(folder.relative_to(freeze.ROOT / "tests").as_posix())
    named = [*folder.glob(f"test_{stem}.py"), *folder.glob(f"test_{stem}_*.py")]
    return [file.relative_to(freeze.ROOT).as_posix() for file in sorted(named) or [folder]]


def prepare(target: str) -> Path:
    """Copy the project with settings for mutmut; return the folder of the copy."""
    work = WORK / target.strip("/").replace("/", "-")
    shutil.rmtree(work, ignore_errors=True)
    for name in COPIED:
        leave_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(freeze.ROOT / name, work / name, ignore=leave_out)
    told = (freeze.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    added = SETTINGS.format(
        files=json.dumps([files_of(target)]), tests=json.dumps(tests_of(target))
    )
    settings = told.replace("[tool.mutmut]\n", added, 1)
    (work / "pyproject.toml").write_text(settings, encoding="utf-8")
    return work


def mutmut(work: Path, *arguments: str) -> int:
    """Run mutmut in a folder and return its exit code; its progress is printed."""
    settings = {
        "HYPOTHESIS_PROFILE": "mutation",
        "PYTHONPATH": "packaging",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [str(PYTHON), "-m", "mutmut", *arguments]
    return subprocess.run(command, cwd=work, env=os.environ | settings, check=False).returncode


def unnoticed(work: Path) -> list[str]:
    """Return the names of the surviving mutants."""
    told = subprocess.check_output([PYTHON, "-m", "mutmut", "results"], cwd=work, text=True)
    lines = (line.strip().partition(": ") for line in told.splitlines())
    return [name for name, _, result in lines if result in {"survived", "no tests"}]


def mutate(target: str) -> int:
    """Run all mutants of a target, show the survivors and the score; return 1 if it is too low."""
    work = prepare(target)
    failed = mutmut(work, "run", "--max-children", "1")
    if failed:
        return failed
    for name in unnoticed(work):
        mutmut(work, "show", name)
    mutmut(work, "export-cicd-stats")
    counted = json.loads((work / "mutants" / "mutmut-cicd-stats.json").read_text())
    noticed, total = counted["killed"] + counted["timeout"], counted["total"]
    dev.say(f"{target}: {noticed} / {total} ({100 * noticed / max(total, 1):.1f} %)")
    return int(100 * noticed < FEWEST_NOTICED * total)


def main(targets: list[str]) -> int:
    """Run the mutants of each target, or of the usual ones."""
    if not hasattr(os, "fork"):
        raise dev.Stop("mutmut hanya berjalan di Linux.")
    freeze.fill(VENV, PYTHON, dev.MUTATION_LOCK)
    return max(mutate(target) for target in targets or USUAL)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

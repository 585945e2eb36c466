"""`pip install .` into a fresh environment gives a working program, without the network."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPTS = Path("Scripts" if sys.platform == "win32" else "bin")

pytest.importorskip("ensurepip", reason="this Python brings no pip for a fresh environment")


def run(*command: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command outside the checkout, as one that knows nothing of it."""
    environment = {**os.environ, "PYTHONPATH": "", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the checkout; libraries are those that the tests run with. Give the commands."""
    fresh = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(fresh, with_pip=True, symlinks=sys.platform != "win32")
    python = fresh / SCRIPTS / "python"
    packages = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=fresh
    )
    libraries = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (Path(packages.stdout.strip()) / "libraries.pth").write_text("\n".join(sorted(libraries)))
    options = ("--no-index", "--no-deps", "--no-build-isolation", "--quiet")
    done = run(python, "-m", "pip", "install", *options, ROOT, folder=fresh)
    assert done.returncode == 0, done.stderr
    return fresh / SCRIPTS


def test_it_runs_from_where_it_was_installed(installed: Path, tmp_path: Path) -> None:
    script = "import jknassist; print(jknassist.__file__)"
    done = run(installed / "python", "-c", script, folder=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent), done.stderr


def test_the_command_finds_its_content(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "jknassist", "check", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    done = run(installed / "jknassist", "walk", "--list", folder=tmp_path)
    assert len(done.stdout.split()) > 30, done.stderr


def test_the_command_without_a_console_opens_the_window(installed: Path, tmp_path: Path) -> None:
    """Every page and panel is opened; on Windows this command has no output to write to."""
    report = tmp_path / "report.html"
    done = run(installed / "jknassist-window", "self-test", "--report", report, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert report.is_file()

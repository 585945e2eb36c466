"""A wrong call is explained as PySide explains it, though that is read only when there is one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

from jknassist.gui import wrong_calls

ROOT = Path(__file__).parents[2]
LOADER = Path("files.dir", *wrong_calls.LOADER.split(".")).with_suffix(".py")

CALLS = """
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QLabel
for call in (
    lambda: QSize("x"), lambda: QSize(1, 2, 3), lambda: QSize.scaled(1), lambda: QObject(nonsense=3)
):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(QLabel.setText.__doc__)
"""

LATE = f"""
import sys
from jknassist.gui import wrong_calls
wrong_calls.explain_later()
import PySide6.QtCore
print("{wrong_calls.SIGNATURE}.parser" not in sys.modules)
"""


@pytest.fixture
def shiboken(tmp_path: Path) -> Path:
    """Return shiboken alone, with its support files unpacked."""
    folder = tmp_path / "shiboken6"
    zipped = shutil.ignore_patterns("files.dir")
    shutil.copytree(Path(shiboken6.__file__).parent, folder, symlinks=True, ignore=zipped)
    run("import shiboken6", folder, SBK_EMBED="0")
    return folder


def run(script: str, shiboken: Path, **more: str) -> list[str]:
    """Run a script with this shiboken in place of the one that is installed; return its lines."""
    paths = os.pathsep.join((str(shiboken.parent), str(ROOT)))
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        env=os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"} | more,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_wrong_call_is_explained_in_the_same_words(shiboken: Path) -> None:
    usual = run(CALLS, shiboken)
    assert "  PySide6.QtCore.QSize.__init__(w: int, h: int, /)" in usual
    assert run(LATE + CALLS, shiboken) == ["True", *usual]


def test_what_stands_in_is_gone_when_qt_is_there(shiboken: Path) -> None:
    finders = "import sys; {}; import PySide6.QtCore; print(sys.meta_path)"
    late = "from jknassist.gui import wrong_calls; wrong_calls.explain_later()"
    assert run(finders.format(late), shiboken) == run(finders.format("pass"), shiboken)


def test_files_of_windows_are_known_too(shiboken: Path) -> None:
    file = shiboken / LOADER
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run(LATE, shiboken) == ["True"]


def test_an_unknown_shiboken_reads_at_once_what_it_wants(shiboken: Path) -> None:
    usual = run(CALLS, shiboken)
    with (shiboken / LOADER).open("a") as file:
        file.write("# changed\n")
    assert run(LATE + CALLS, shiboken) == ["False", *usual]


def test_what_is_still_zipped_is_found_by_shiboken_alone(shiboken: Path) -> None:
    usual = run(CALLS, shiboken)
    shutil.rmtree(shiboken / "files.dir")
    assert run(LATE + CALLS, shiboken)[1:] == usual


def test_once_qt_is_loaded_nothing_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, wrong_calls.LOADER, sys)
    before = list(sys.meta_path)
    wrong_calls.explain_later()
    assert sys.meta_path == before

"""One kiosk at a time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jknassist.gui.kiosk.single_instance import FILE, take_lock
from tests.conftest import SLOWEST


def test_a_second_kiosk_is_refused(tmp_path: Path) -> None:
    first = take_lock(tmp_path)
    assert first is not None
    script = (
        "import sys; from pathlib import Path;"
        "from jknassist.gui.kiosk.single_instance import take_lock;"
        "print(take_lock(Path(sys.argv[1]), 0.05) is None)"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=SLOWEST)
    assert done.stdout.strip() == "True"
    first.unlock()
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=SLOWEST)
    assert done.stdout.strip() == "False"


def test_without_a_place_for_the_lock_the_kiosk_runs(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert take_lock(tmp_path / "file", 0.01) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights, no such owners")
@pytest.mark.parametrize("planted", ["a folder", "a link", "a pipe"])
def test_what_somebody_planted_in_the_place_of_the_lock_keeps_nobody_out(
    planted: str, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    if planted == "a folder":
        path.mkdir()
    elif planted == "a link":
        path.symlink_to(tmp_path / "else")
    else:
        os.mkfifo(path)
    assert take_lock(tmp_path, 0.01) is not None
    assert not (tmp_path / "else").exists()

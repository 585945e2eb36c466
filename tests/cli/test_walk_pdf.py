"""The paper from the command line: each size, without a display, and without a traceback."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

WIDTHS = {"a4": 595, "80mm": 227, "58mm": 164}


def walk(*words: str) -> "subprocess.CompletedProcess[str]":
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "jknassist", "walk", "--outcome", "gangguan", *words],
        env={key: value for key, value in os.environ.items() if key not in hidden},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("paper", WIDTHS)
def test_each_paper_is_written_where_there_is_no_display(tmp_path: Path, paper: str) -> None:
    file = tmp_path / "a.pdf"
    done = walk("--pdf", str(file), "--paper", paper)
    assert done.returncode == 0, done.stderr
    (page,) = PdfReader(io.BytesIO(file.read_bytes())).pages
    assert round(page.mediabox.width) == WIDTHS[paper]


def test_a_plan_for_waiting_names_times_of_the_clock() -> None:
    # Late in the evening tomorrow morning is all that is left.
    assert walk().stdout.count("pukul") >= 1


def test_an_unknown_paper_is_wrong_use() -> None:
    done = walk("--pdf", "a.pdf", "--paper", "a5")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_printing_and_codes_are_loaded_only_when_they_are_needed() -> None:
    script = "import sys, jknassist.gui.volunteer.print_panel; print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert "jknassist.gui.volunteer.print_panel" in done.stdout
    assert "QtPrintSupport" not in done.stdout
    assert "segno" not in done.stdout

"""Console output without a reader, and the exit codes in that case."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import in_shell


def test_a_reader_that_goes_away_is_no_fault() -> None:
    pipe = f"{sys.executable} -m jknassist graph | head -n 1"
    done = subprocess.run(["bash", "-c", pipe], check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr


MANY_FAULTS = "office:\n  name: 1\nidle_seconds: 1\nscreen_distance: 1\nlanguages: [xx]\n"


@pytest.mark.parametrize(
    "rest", ["|& true", "|& head -n 1", "2> /dev/full", "2>&-", "--format json | true"]
)
def test_a_complaint_that_nobody_reads_changes_no_exit_code(rest: str, tmp_path: Path) -> None:
    file = tmp_path / "site.yaml"
    file.write_text(MANY_FAULTS, encoding="utf-8")
    for command in (f"check {file}", f"site check {file}"):
        if "json" in rest and command.startswith("site"):
            continue
        done = in_shell(f"jknassist {command} {rest}")
        assert done.returncode == 1, (command, done)
        assert "Traceback" not in done.stdout + done.stderr


def test_a_list_of_numbers_that_nobody_reads_on_is_not_read_on() -> None:
    done = in_shell("jknassist number - < <(yes 0812) | head -n 1")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_a_reader_that_goes_away_leaves_the_exit_code_as_it_is() -> None:
    assert in_shell("jknassist graph | true").returncode == 0
    assert in_shell("jknassist number 0812 | true").returncode == 1

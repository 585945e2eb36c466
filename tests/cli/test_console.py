"""Console output without a reader, and the exit codes in that case."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jknassist.cli.console import may_write
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


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("number - <&-", 0),
        ("number 081298765432 >&-", 0),
        ("number 081298765432 >&- 2>&- <&-", 0),
        ("list - <&-", None),
        ("site pin <&- >&-", 2),
        ("walk --list >&-", 0),
    ],
)
def test_a_stream_that_is_closed_ends_nothing(command: str, code: int | None) -> None:
    done = in_shell(f"jknassist {command}")
    assert "Traceback" not in done.stdout + done.stderr
    assert code is None or done.returncode == code


@pytest.mark.parametrize("command", ["check", "site check", "--site", "--knowledge"])
def test_a_pipe_is_refused_where_a_file_is_read(command: str, tmp_path: Path) -> None:
    """Nobody writes to it: a command that opened it would wait for ever."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    rest = " number 0812" if command == "--knowledge" else " find x" if "--" in command else ""
    done = in_shell(f"timeout 60 jknassist {command} {pipe}{rest}")
    assert done.returncode != 124
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("other", ["a.csv", "folder/../a.csv", "link.csv", "hard.csv"])
@pytest.mark.parametrize("force", [False, True])
def test_what_a_command_reads_is_never_replaced(
    other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, force: bool
) -> None:
    source = tmp_path / "a.csv"
    source.write_text("isi")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.csv").symlink_to(source)
    (tmp_path / "hard.csv").hardlink_to(source)
    assert not may_write(tmp_path / other, force=force, sources=["-", None, str(source)])
    assert "dibaca oleh perintah ini" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_the_same_as_none(tmp_path: Path) -> None:
    assert may_write(tmp_path / "b.csv", force=False, sources=[tmp_path / "a.csv"])

"""The command line as a process: exit codes, output, and never a traceback."""

from pathlib import Path

import pytest

from jknassist.cli import content_commands, main
from jknassist.content import loader
from tests.support.command_line import run

Said = pytest.CaptureFixture[str]


def test_check_is_silent_on_the_shipped_content(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen from the day it was released: later, facts that have aged are warned of."""
    shipped = loader.knowledge_of(None)
    monkeypatch.setattr(content_commands, "_today", lambda: shipped.released)
    assert main.main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == ""


def test_check_names_every_fault_with_file_and_line(
    tmp_path: Path, capsys: Said, small_file: str
) -> None:
    broken = tmp_path / "rusak.yaml"
    text = Path(small_file).read_text(encoding="utf-8")
    broken.write_text(
        text.replace('goes_to: "nomor"', 'goes_to: "nirgendwo"').replace("edition: 1", "edisi: 1"),
        encoding="utf-8",
    )
    assert main.main(["check", str(broken)]) == 1
    said = capsys.readouterr().err
    assert f"{broken}:1: " in said
    assert "edisi" in said
    assert len(said.splitlines()) >= 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfeb\x00a\x00d\x00",
        b"[" * 5000,
        b"a: &a [x]\nb: *a\n",
        b"name: <script>",
        b": : :",
        b"edition: 1\nedition: 2\n",
    ],
)
def test_a_broken_file_is_an_exit_code_and_a_line(
    content: bytes, tmp_path: Path, capsys: Said
) -> None:
    path = tmp_path / "isi.yaml"
    path.write_bytes(content)
    assert main.main(["check", str(path)]) == 1
    for line in capsys.readouterr().err.splitlines():
        assert line.startswith(f"{path}:")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path, capsys: Said) -> None:
    assert main.main(["check", str(tmp_path / "tidak_ada.yaml")]) == 1
    assert "tidak_ada.yaml:0:" in capsys.readouterr().err
    assert main.main(["check", str(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.release  # the journeys run it on the frozen program each time
def test_self_test_walks_and_prints() -> None:
    done = run("self-test")
    assert done.returncode == 0, done.stderr
    assert "PDF" in done.stdout


def test_a_plain_start_asks_for_what_the_parser_makes_of_no_arguments() -> None:
    assert main._plain_start() == main._parser().parse_args([])

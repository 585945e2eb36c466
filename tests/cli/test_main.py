"""The command line, run as a person runs it: exit codes, what it says, and never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jknassist.cli import content_commands, main
from jknassist.content import loader
from tests.support.small_knowledge import small_yaml

Said = pytest.CaptureFixture[str]


def run(*words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "jknassist", *words],
        input=given,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def small_file(tmp_path: Path) -> str:
    path = tmp_path / "isi.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    return str(path)


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


def test_walk_shows_an_ending(capsys: Said, small_file: str) -> None:
    assert main.main(["walk", "--knowledge", small_file, "mulai=pulsa"]) == 0
    assert "Isi pulsa." in capsys.readouterr().out
    assert main.main(["walk", "--knowledge", small_file, "--json", "mulai=pulsa"]) == 0
    assert json.loads(capsys.readouterr().out)["place"] == "pulsa_habis"


def test_walk_lists_every_outcome_and_shows_each(capsys: Said) -> None:
    assert main.main(["walk", "--list"]) == 0
    outcomes = capsys.readouterr().out.split()
    assert len(outcomes) > 30
    for outcome in outcomes:
        assert main.main(["walk", "--outcome", outcome]) == 0
        assert capsys.readouterr().out.strip()


def test_a_sheet_number_tells_the_same_as_the_walk(
    small_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["walk", "--knowledge", small_file, "--json", "mulai=pulsa"]) == 0
    told = capsys.readouterr().out
    number = json.loads(told)["summary"]["sheet_number"]
    assert main.main(["walk", "--knowledge", small_file, "--json", "--sheet", number]) == 0
    assert capsys.readouterr().out == told
    wrong = ("4" if number[0] != "4" else "7") + number[1:]
    assert main.main(["walk", "--knowledge", small_file, "--sheet", wrong]) == 2
    assert "sheet slip" in capsys.readouterr().err


def test_walk_explains_a_wrong_path(capsys: Said, small_file: str) -> None:
    assert main.main(["walk", "--knowledge", small_file, "tunggu=masuk"]) == 2
    assert "mulai" in capsys.readouterr().err


def test_walk_saves_a_pdf(tmp_path: Path, small_file: str) -> None:
    pdf = tmp_path / "a.pdf"
    done = run("walk", "--knowledge", small_file, "mulai=pulsa", "--pdf", str(pdf))
    assert done.returncode == 0, done.stderr
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_walk_to_a_pdf_needs_an_ending_and_a_folder(tmp_path: Path, small_file: str) -> None:
    base = ("walk", "--knowledge", small_file, "--pdf")
    assert run(*base, str(tmp_path / "a.pdf")).returncode == 2
    nowhere = run(*base, str(tmp_path / "tidak" / "a.pdf"), "mulai=pulsa")
    assert nowhere.returncode == 1
    assert "Traceback" not in nowhere.stderr


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_graph_names_every_place(form: str, capsys: Said, small_file: str) -> None:
    assert main.main(["graph", "--format", form, "--knowledge", small_file]) == 0
    drawn = capsys.readouterr().out
    for place in ("mulai", "nomor_kartu", "pulsa_habis"):
        assert place in drawn


def test_wrong_words_are_wrong_use() -> None:
    with pytest.raises(SystemExit) as leaving:
        main.main(["tidak-ada"])
    assert leaving.value.code == 2


def test_a_reader_that_goes_away_is_no_fault() -> None:
    pipe = f"{sys.executable} -m jknassist graph | head -n 1"
    done = subprocess.run(["bash", "-c", pipe], check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr


def in_shell(script: str) -> "subprocess.CompletedProcess[str]":
    """Run a pipe of bash; the answer is what its first program ended with."""
    words = f"{script}; exit ${{PIPESTATUS[0]}}".replace(
        "jknassist", f"{sys.executable} -m jknassist"
    )
    return subprocess.run(["bash", "-c", words], check=False, capture_output=True, text=True)


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


@pytest.mark.parametrize("rest", ["|& true", "2> /dev/full", "2>&-"])
def test_wrong_use_stays_wrong_use(rest: str) -> None:
    for command in ("walk apa=apa", "number --sim 1 -", "tidak-ada"):
        assert in_shell(f"jknassist {command} {rest}").returncode == 2, command


@pytest.mark.parametrize("rest", ["| true", "> /dev/full", ">&-"])
def test_help_that_cannot_be_written_is_no_fault(rest: str) -> None:
    assert in_shell(f"jknassist --help {rest}").returncode == 0


def test_a_reader_that_goes_away_leaves_the_exit_code_as_it_is() -> None:
    assert in_shell("jknassist graph | true").returncode == 0
    assert in_shell("jknassist number 0812 | true").returncode == 1


def test_it_speaks_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "jknassist", "walk"],
        check=False,
        capture_output=True,
        env={"LC_ALL": "C", "PATH": "", "PYTHONIOENCODING": ""},
    )
    assert done.returncode == 0, done.stderr
    done.stdout.decode("utf-8")


def test_self_test_walks_and_prints() -> None:
    done = run("self-test")
    assert done.returncode == 0, done.stderr
    assert "PDF" in done.stdout


def test_a_plain_start_asks_for_what_the_parser_makes_of_no_arguments() -> None:
    assert main._plain_start() == main._parser().parse_args([])

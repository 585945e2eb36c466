"""The commands walk and graph: endings, wrong paths, and paper without a display."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.cli import main
from tests.conftest import SLOWEST
from tests.support.command_line import run

WIDTHS = {"a4": 595, "80mm": 227, "58mm": 164}


def walk(*words: str) -> "subprocess.CompletedProcess[str]":
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "jknassist", "walk", "--outcome", "gangguan", *words],
        env={key: value for key, value in os.environ.items() if key not in hidden},
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
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


Said = pytest.CaptureFixture[str]


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


def test_walk_replaces_a_file_only_by_force_and_keeps_who_may_read_it(
    tmp_path: Path, small_file: str
) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_text("lama")
    pdf.chmod(0o600)
    base = ("walk", "--knowledge", small_file, "mulai=pulsa", "--pdf", str(pdf))
    refused = run(*base)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert pdf.read_text() == "lama"
    assert run(*base, "--force").returncode == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert sys.platform == "win32" or pdf.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of this kind are of Unix")
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_walk_replaces_nothing_but_a_file_not_even_by_force(
    tmp_path: Path, small_file: str, kind: str
) -> None:
    pdf, other = tmp_path / "a.pdf", tmp_path / "lain"
    other.write_text("milik orang lain")
    match kind:
        case "link":
            pdf.symlink_to(other)
        case "pipe":
            os.mkfifo(pdf)
        case _:
            pdf.mkdir()
    before = pdf.lstat()
    base = ("walk", "--knowledge", small_file, "mulai=pulsa", "--pdf", str(pdf))
    for words in (base, (*base, "--force")):
        done = run(*words)
        assert done.returncode in {1, 2}
        assert "Traceback" not in done.stderr
    assert os.path.samestat(before, pdf.lstat())
    assert other.read_text() == "milik orang lain"


@pytest.mark.parametrize("name", ["", ".", "/", "-"])
def test_what_is_no_name_of_a_file_is_said(
    name: str, small_file: str, capsys: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ["walk", "--knowledge", small_file, "mulai=pulsa", "--pdf", name, "--force"]
    assert main.main(words) == 2
    assert "bukan nama berkas" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.pdf"))
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("form", ["mermaid", "dot"])
def test_graph_names_every_place(form: str, capsys: Said, small_file: str) -> None:
    assert main.main(["graph", "--format", form, "--knowledge", small_file]) == 0
    drawn = capsys.readouterr().out
    for place in ("mulai", "nomor_kartu", "pulsa_habis"):
        assert place in drawn


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

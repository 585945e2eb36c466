"""The command `field-sheet`."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.cli import main


def test_the_sheet_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "lembar.pdf"
    assert main.main(["field-sheet", "--pdf", str(path)]) == 0
    pages = PdfReader(path, strict=True).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "satu pagi dengan lima orang" in text
    assert "Arti gambar" in text


def test_a_sheet_that_is_there_is_not_replaced_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lembar.pdf"
    path.write_text("lama")
    assert main.main(["field-sheet", "--pdf", str(path)]) == 2
    assert path.read_text() == "lama"
    assert "--force" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["field-sheet", "--pdf", str(tmp_path / "no" / "a.pdf")]) == 1
    assert "tidak bisa ditulis" in capsys.readouterr().err

"""Output lines of the spreadsheet process, complete or cut."""

import io
from pathlib import Path

import pytest

from jknassist.content.number_files import workbooks
from jknassist.content.number_files.problems import ListFileError, Problem
from jknassist.content.number_files.reader import (
    open_list,
)
from tests.support.workbooks import cells, open_document, read, workbook


def test_a_line_that_was_cut_as_the_process_was_killed_is_left_out() -> None:
    """Somebody who cancels a list once saw an error of the program instead."""
    assert list(workbooks._read(io.StringIO('"A"\n[1, ["x"]]\n[2'))) == ["A", [1, ["x"]]]
    assert list(workbooks._read(None)) == []


def test_a_spreadsheet_is_read_with_whole_numbers(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "daftar.xlsx",
        cells("Nama", "NIK", "No HP"),
        cells("Ibu Contoh", "3201234567890123", 81234567890),
        cells("Pak Contoh", "3201234567890124", "0813-4567-8901"),
        cells("Pak Kosong", "3201234567890125", ""),
    )
    numbers = open_list(path)

    assert read(numbers) == [(2, "81234567890"), (3, "0813-4567-8901")]
    assert (numbers.rows, numbers.without_number) == (4, 2)


def test_the_old_format_is_read_as_well() -> None:
    path = Path(__file__).with_name("contoh.xls")

    assert read(open_list(path)) == [(2, "81234567890"), (3, "0813-4567-8901")]


def test_open_documents_are_read(tmp_path: Path) -> None:
    path = open_document(tmp_path / "daftar.ods", 81234567890)

    assert read(open_list(path)) == [(2, "81234567890")]


def test_a_broken_spreadsheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    path.write_bytes(b"PK\3\4 rusak")

    with pytest.raises(ListFileError, match=Problem.DAMAGED):
        open_list(path)


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le"),
    ],
)
def test_a_spreadsheet_with_a_password_is_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dikunci.xlsx"
    path.write_bytes(content)

    with pytest.raises(ListFileError, match=Problem.PROTECTED):
        open_list(path)


@pytest.mark.parametrize("name", ["daftar.csv", "daftar", "daftar.xls", "daftar.XLSX"])
def test_a_spreadsheet_is_known_by_its_bytes_not_by_its_name(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / name, cells("HP"), cells(81234567890))

    assert read(open_list(path)) == [(2, "81234567890")]


def test_a_table_in_text_may_be_called_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_text("Nama\tHP\nA\t081234567890\n")

    assert read(open_list(path)) == [(2, "081234567890")]


def test_a_file_that_unfolds_to_far_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(ListFileError, match=Problem.TOO_LARGE):
        open_list(workbook(tmp_path / "bom.xlsx", cells("0" * 2_000_000)))

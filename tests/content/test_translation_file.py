"""Translation tables on disk: both formats, what spreadsheets make of them, and bad files."""

import io
import zipfile
from pathlib import Path

import pytest

from jknassist.content import translation_file
from jknassist.content.number_files.problems import ListFileError
from jknassist.content.translation_file import read_table, write_table
from jknassist.core.parsing.translation_table import HEADINGS, TextRow

ROWS = (
    TextRow("about/1", "Satu, dua; tiga", 'One, "two"; three', 40, "program"),
    TextRow("words/plus", "+62 di depan", "+62 in front", 30, "tombol"),
    TextRow("words/break", "dua\nbaris", "two\nlines", 30, ""),
    TextRow("words/formula", "=1+1", "@SUM(A1)", 30, ""),
    TextRow("words/empty", "-", "", 13, ""),
    TextRow("words/accents", "é … “ya” ✓", "é … “yes” ✓", 30, ""),
)
CELLS = [list(HEADINGS), *([str(cell) for cell in row.cells] for row in ROWS)]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "A.CSV", "a.XLSX"])
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_table(path, ROWS)
    assert [list(cells) for _, cells in read_table(path)] == CELLS


def test_the_rows_have_the_numbers_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ROWS)
    assert [number for number, _ in read_table(path)] == [1, 2, 3, 4, 5, 6, 7]


def test_a_cell_with_a_break_counts_as_lines_of_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ROWS)
    assert [number for number, _ in read_table(path)] == [1, 2, 3, 4, 7, 8, 9]


def test_no_cell_of_a_file_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ROWS)
    text = path.read_text(encoding="utf-8-sig")
    assert ";'=1+1;'@SUM(A1);" in text
    write_table(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_of_spreadsheets_is_read(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = tmp_path / "a.csv"
    line = delimiter.join(("id", "Indonesia", "terjemahan"))
    row = delimiter.join(("about/1", '"Satu, dua; tiga"', '"Café é"'))
    path.write_bytes(f"{line}\r\n{row}\r\n".encode(encoding))
    assert [list(cells) for _, cells in read_table(path)] == [
        ["id", "Indonesia", "terjemahan"],
        ["about/1", "Satu, dua; tiga", "Café é"],
    ]


def test_the_table_with_the_ids_is_found_in_a_workbook_of_several(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415

    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.add_worksheet("catatan").write_row(0, 0, ["halo"])
        book.add_worksheet("terjemahan").write_row(0, 0, ["id", "terjemahan"])
    (tmp_path / "a.xlsx").write_bytes(data.getvalue())
    assert [list(cells) for _, cells in read_table(tmp_path / "a.xlsx")] == [["id", "terjemahan"]]


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04cut")
    with pytest.raises(ListFileError):
        read_table(path)


def test_a_file_far_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id;Indonesia;terjemahan\n")
    monkeypatch.setattr(translation_file, "MOST_BYTES", 5)
    with pytest.raises(ListFileError):
        read_table(path)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="docx"):
        write_table(tmp_path / "a.docx", ROWS)

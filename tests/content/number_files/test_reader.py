"""Lists of every kind of file become entries, and every row is counted."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.content.number_files import workbooks
from jknassist.content.number_files.decoding import LONGEST_LINE
from jknassist.content.number_files.problems import ListFileError, Problem, problem_of
from jknassist.content.number_files.reader import (
    LeftOut,
    NumberList,
    open_list,
    open_stream,
    open_text,
)
from tests.support.workbooks import cells, open_document, workbook


def read(numbers: NumberList) -> list[tuple[int, str]]:
    with numbers:
        return [(entry.row, entry.written.strip()) for entry in numbers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0812-3456-7890\n0812 3456 7891", [(1, "0812-3456-7890"), (2, "0812 3456 7891")]),
        ("\n\n081234567890\r\n\r\n", [(3, "081234567890")]),
        ("nama,nomor hp\nBu A,081234567890\nPak B,", [(2, "081234567890")]),
        ('nama;"no; hp"\nA;"0812 3456 7890"', [(2, "0812 3456 7890")]),
        ("'081234567890,Bu A", [(1, "081234567890")]),
        ("sep=;\nNama;HP\nA;081234567890", [(3, "081234567890")]),
        ("3201234567890123;081234567890", [(1, "081234567890")]),
        # The delimiter is one for the whole file, whatever a single row has most of.
        (
            "Nama;Alamat;HP\nA;Jl. Melati, RT 01, RW 02, Desa X, Y;081234567890\nB;Z;081234567891",
            [(2, "081234567890"), (3, "081234567891")],
        ),
        (
            'Nama;HP\n"A\nB";081234567890\nC;081234567891',
            [(2, "081234567890"), (4, "081234567891")],
        ),
        # Commas in titles make no table.
        ("Budi, M.Pd, S.Kep 081234567890\nSari 081234567891", None),
        # All numbers of one line.
        (
            "+62 812-3456-7890, +62 813-4567-8901, +62 856-1234-567, Anda",
            [(1, "+62 812-3456-7890"), (1, "+62 813-4567-8901"), (1, "+62 856-1234-567")],
        ),
        ("HP\n0812 3456 7890 / 0813 4567 8901", [(2, "0812 3456 7890"), (2, "0813 4567 8901")]),
        ("HP1;HP2\n081234567890;081345678901", [(2, "081234567890"), (2, "081345678901")]),
        ("0812,3456,7890\n0813,4567,8901", [(1, "0812,3456,7890"), (2, "0813,4567,8901")]),
        ("Bu A", []),
        ("", []),
    ],
)
def test_numbers_are_found_in_text(text: str, found: list[tuple[int, str]] | None) -> None:
    lines = [(place, line) for place, line in enumerate(text.split("\n"), 1)]
    assert read(open_text(text)) == (lines if found is None else found)


def test_every_row_is_counted() -> None:
    text = "Daftar;;\nNama;HP;\nA;081234567890;\nB;;\nTotal;1;\nJumlah peserta;;\n"
    numbers = open_text(text)

    assert [column.name for column in numbers.columns] == ["Nama", "HP", "C"]
    assert [column.name for column in numbers.taken] == ["HP"]
    assert [entry.row for entry in numbers] == [3]
    assert (numbers.rows, numbers.without_number) == (6, 5)
    assert numbers.left_out == LeftOut(titles=2, totals=2, empty=1, places=[4])


def test_a_number_in_a_row_that_is_called_a_total_is_examined() -> None:
    assert read(open_text("Nama;HP\nJumlah Sari;081234567890")) == [(2, "081234567890")]


def test_only_the_first_rows_without_a_number_are_named() -> None:
    numbers = open_text("Nama;HP\n" + "A;\n" * 9 + "B;081234567890\n")
    read(numbers)

    assert numbers.left_out.empty == 9
    assert numbers.left_out.places == [2, 3, 4, 5, 6]


def test_other_columns_can_be_taken() -> None:
    numbers = open_text("Nama;HP;Wali\nA;081234567890;081345678901")
    numbers.take(["Wali"])

    assert read(numbers) == [(2, "081345678901")]


def test_a_stray_quote_swallows_nothing() -> None:
    rows = "".join(f"Bu {n};08123456{n:04}\n" for n in range(500))
    text = 'Nama;HP\n"Bu A;081234567890\n' + rows

    assert len(read(open_text(text))) == 501


def test_a_late_stray_quote_swallows_nothing() -> None:
    rows = [f"Bu {n};08123456{n:04}\n" for n in range(500)]
    rows[300] = '"' + rows[300]

    assert len(read(open_text("Nama;HP\n" + "".join(rows)))) == 500


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_of_spreadsheets_is_read(encoding: str) -> None:
    data = "Nama;HP\r\nIbu Café;081234567890\r\n".encode(encoding)

    assert read(open_stream(io.BytesIO(data))) == [(2, "081234567890")]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ListFileError, match=Problem.NO_LIST):
        open_stream(io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9))


def test_a_line_without_end_is_cut_at_a_gap() -> None:
    text = "081234567890, " * (3 * LONGEST_LINE // 14)
    found = {written for _, written in read(open_text(text))}

    assert found == {"081234567890"}


CARD = """BEGIN:VCARD
VERSION:3.0
FN:Ibu Contoh
PHOTO;ENCODING=b;TYPE=JPEG:AAAA0812345678901234
 0812345678901234
TEL;TYPE=CELL,VOICE:0812-3456-7890
item1.TEL;waid=6281345678901:+62 813-4567-8901
END:VCARD
BEGIN:VCARD
FN:Pak Contoh
END:VCARD
BEGIN:VCARD
VERSION:4.0
TEL;VALUE=uri;PREF=1:tel:+62-856-1234-5678
END:VCARD
"""


def test_an_address_book_is_read_by_card() -> None:
    numbers = open_text(CARD)
    found = read(numbers)

    assert found == [(1, "0812-3456-7890"), (1, "+62 813-4567-8901"), (12, "+62-856-1234-5678")]
    assert numbers.without_number == 2, "the heading and the card without a number"


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
def test_a_spreadsheet_with_a_password_is_told(tmp_path: Path, content: bytes) -> None:
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


def test_the_reading_process_is_this_program_with_a_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workbooks.this_program() == (sys.executable, "-m", "jknassist")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "jknassist.exe"))
    assert workbooks.this_program() == (str(tmp_path / "jknassist.exe"),)
    (tmp_path / workbooks.CONSOLE_PROGRAM).touch()
    assert workbooks.this_program() == (str(tmp_path / workbooks.CONSOLE_PROGRAM),)


def test_closing_ends_the_other_process(tmp_path: Path) -> None:
    numbers = open_list(workbook(tmp_path / "a.xlsx", *(cells(81234567890) for _ in range(9000))))
    [book] = [one for one in numbers._closing if isinstance(one, workbooks.Workbook)]
    next(iter(numbers))
    numbers.close()

    assert book._process.returncode is not None


def test_stopping_ends_the_wait_of_another_thread(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", *(cells(81234567890 + n) for n in range(60_000)))
    numbers = open_list(path)
    with numbers:
        entries = iter(numbers)
        next(entries)
        numbers.stop()
        with pytest.raises(ListFileError):
            list(entries)


def test_the_process_can_be_stopped_before_anything_was_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", cells(81234567890))

    with pytest.raises(ListFileError):
        open_list(path, started=workbooks.Workbook.kill)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("tidak-ada.csv", Problem.MISSING),
        ("tidak-ada.xlsx", Problem.MISSING),
        (".", Problem.NO_FILE),
        ("pipa.csv", Problem.NO_FILE),
        ("kosong.csv", Problem.EMPTY),
        ("kosong.xlsx", Problem.EMPTY),
    ],
)
def test_what_is_no_file_to_read_is_told(tmp_path: Path, name: str, problem: Problem) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.csv")
    elif name == "pipa.csv":
        problem = Problem.MISSING
    (tmp_path / "kosong.csv").touch()
    (tmp_path / "kosong.xlsx").touch()

    with pytest.raises(ListFileError, match=f"^{problem}$"):
        open_list(tmp_path / name)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(13, "no"), Problem.FORBIDDEN),
        (IsADirectoryError(21, "no"), Problem.NO_FILE),
        (FileNotFoundError(2, "no"), Problem.MISSING),
        (OSError(5, "no"), Problem.DAMAGED),
        (None, Problem.DAMAGED),
    ],
)
def test_errors_of_the_system_are_told_as_problems(error: OSError | None, problem: Problem) -> None:
    assert problem_of(error) is problem


def test_how_far_the_reading_is_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("081234567890\n" * 20_000)
    with open_list(path) as numbers:
        begun = numbers.done
        for _ in numbers:
            pass
        ended = numbers.done

    assert 0 <= begun < ended == 1


@given(st.text(max_size=300))
def test_any_text_gives_entries_and_counts(text: str) -> None:
    numbers = open_text(text)
    rows = {entry.row for entry in numbers}

    assert len(rows) <= numbers.rows
    assert numbers.without_number <= numbers.rows

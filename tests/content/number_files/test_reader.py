"""Lists of every kind of file become entries, and every row is counted."""

import gc
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.content.number_files.reader import (
    LeftOut,
    open_list,
    open_text,
)
from tests.support.workbooks import cells, read, workbook


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
    assert numbers.left_out == LeftOut(titles=2, totals=2, empty=1, row_numbers=[4])


def test_a_number_in_a_row_that_is_called_a_total_is_examined() -> None:
    assert read(open_text("Nama;HP\nJumlah Sari;081234567890")) == [(2, "081234567890")]


def test_only_the_first_rows_without_a_number_are_named() -> None:
    numbers = open_text("Nama;HP\n" + "A;\n" * 9 + "B;081234567890\n")
    read(numbers)

    assert numbers.left_out.empty == 9
    assert numbers.left_out.row_numbers == [2, 3, 4, 5, 6]


def test_other_columns_can_be_taken() -> None:
    numbers = open_text("Nama;HP;Wali\nA;081234567890;081345678901")
    numbers.take(["Wali"])

    assert read(numbers) == [(2, "081345678901")]


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


def test_a_list_may_be_closed_before_all_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unraised: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", unraised.append)
    path = tmp_path / "a.csv"
    path.write_text("081234567890\n" * 20_000)
    numbers = open_list(path)
    next(iter(numbers))
    numbers.close()
    del numbers
    gc.collect()

    assert unraised == []


def test_a_sheet_filled_from_a_text_table_is_split_into_its_columns(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "daftar.xlsx",
        cells("Nama;NIK;HP"),
        cells("Bu A;3201234567890001;081234567890"),
        cells('"Pak B; S.Kep";3201234567890002;081234567891'),
    )
    numbers = open_list(path)

    assert [column.name for column in numbers.taken] == ["HP"]
    assert read(numbers) == [(2, "081234567890"), (3, "081234567891")]

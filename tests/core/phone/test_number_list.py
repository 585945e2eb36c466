"""A list of numbers: every way people write one, and what is told about each."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone import number_list
from jknassist.core.phone.number_list import (
    ListedNumber,
    describe_entry,
    doubtful,
    entries,
    result_csv,
)
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

KNOWLEDGE = small_knowledge()
PLAN = small_index()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0812-3456-7890\n0812 3456 7891", [(1, "0812-3456-7890"), (2, "0812 3456 7891")]),
        ("\n\n081234567890\r\n\r\n", [(3, "081234567890")]),
        ("nama,nomor\nBu A,081234567890\nPak B,", [(2, "081234567890"), (3, "")]),
        ('nama;"no; hp"\nA;"0812 3456 7890"', [(2, "0812 3456 7890")]),
        ("1\tBu A\t6281234567890\n2\tPak B\t081", [(1, "6281234567890"), (2, "081")]),
        ("'081234567890,Bu A", [(1, "081234567890")]),
        ("nomor\n081234567890", [(2, "081234567890")]),
        ("3201234567890123;081234567890", [(1, "081234567890")]),
        # The column with most numbers counts, not the first one that has any.
        ("kode;hp\n62812345;0812345678\nx;0812345679", [(2, "0812345678"), (3, "0812345679")]),
        ("Bu A;081234567890\nPak B", [(1, "081234567890"), (2, "")]),
        ("Bu A;1\nPak B;2", [(2, "Pak B")]),
        ("Bu A", [(1, "Bu A")]),
        ("", []),
    ],
)
def test_numbers_are_found_in_lines_and_columns(text: str, found: list[tuple[int, str]]) -> None:
    assert [(entry.line, entry.written) for entry in entries(text)] == found


def test_each_number_is_told_with_its_place_and_suggestion() -> None:
    good, doubled = (
        describe_entry(entry, PLAN, KNOWLEDGE.number_words)
        for entry in entries("081234567890\n0812345677890")
    )
    assert (good.line, good.written, good.number) == (1, "081234567890", "0812-3456-7890")
    assert not good.doubtful
    assert good.says == ()
    assert (doubled.line, doubled.number) == (2, "0812-3456-77890")
    assert doubled.doubtful
    assert doubled.says
    assert "0812-3456-7890" in doubled.suggestion
    assert [*doubtful((good, doubled))] == [doubled]


def told(written: str, *says: str) -> ListedNumber:
    return ListedNumber(
        line=1, doubtful=bool(says), written=written, number="", says=says, suggestion=""
    )


def test_a_spreadsheet_reads_back_what_was_written_and_runs_nothing() -> None:
    rows = [told('=HYPERLINK("x")', "a;b"), told("+62 812"), told('kata "kutip"')]
    read = [*csv.reader(io.StringIO(result_csv(rows, KNOWLEDGE.words)), delimiter=";")]
    assert [row[1] for row in read[1:]] == ['\'=HYPERLINK("x")', "'+62 812", 'kata "kutip"']
    assert read[1][2] == "a;b"


def test_what_is_no_number_is_told_short_and_without_one() -> None:
    (entry,) = entries("Bu " + "A" * 100)
    read = describe_entry(entry, PLAN, KNOWLEDGE.number_words)
    assert (read.written, read.number, read.suggestion) == ("Bu " + "A" * 57, "", "")


def test_every_row_of_the_result_has_its_line_and_all_that_was_found() -> None:
    found = replace(told("0812", "a", "b"), line=7, suggestion="0812-3")
    heading, row, end = result_csv([found], KNOWLEDGE.words).split("\r\n")
    assert heading.count(";") == 3
    assert (row, end) == ('"7";"0812";"a b";"0812-3"', "")


@given(st.text(max_size=300))
def test_any_text_is_told(text: str) -> None:
    for entry in entries(text):
        assert 1 <= entry.line <= len(text.splitlines())
        describe_entry(entry, PLAN, KNOWLEDGE.number_words)


def test_no_number_shows_in_a_log() -> None:
    (entry,) = entries("081234567890")
    assert "0812" not in repr(entry) + repr(describe_entry(entry, PLAN, KNOWLEDGE.number_words))


def test_a_cell_too_long_for_the_csv_reader_is_split_plainly() -> None:
    cells = number_list._cells("0812," + "9" * 200_000)
    assert cells[0] == "0812"
    assert len(cells) == 2

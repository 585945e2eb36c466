"""CSV of a number list: text stays text, formulas are disabled, and it can be read back."""

import csv
import io
from dataclasses import replace

import pytest

from jknassist.core.export.number_list_csv import csv_row, group_name, headings, result_row
from jknassist.core.phone.number_list import EntryClass, ListedNumber, ListGroup, list_group_of
from tests.support.small_knowledge import small_knowledge

INTERFACE = small_knowledge().words


def result_csv(listed: ListedNumber) -> str:
    """Return the result of one entry below its headings, as a file has it."""
    return csv_row(headings(INTERFACE)) + result_row(listed, INTERFACE)


def told(written: str, *says: str) -> ListedNumber:
    return ListedNumber(
        row=1,
        column="HP",
        kind=EntryClass.OK,
        written=written,
        number="",
        sentences=says,
        suggestion="",
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("081324567890", "'081324567890"),
        ("0813 2456 7890", "'0813 2456 7890"),
        ("8.1324567890E+10", "'8.1324567890E+10"),
        ("12/11/2026", "'12/11/2026"),
        ("HP 0813", "HP 0813"),
        ("", ""),
    ],
)
def test_what_was_typed_stays_text_in_a_spreadsheet(written: str, kept: str) -> None:
    (_, row) = csv.reader(io.StringIO(result_csv(told(written))), delimiter=";")

    assert row[2] == kept


@pytest.mark.parametrize(
    "written",
    [
        *('=HYPERLINK("x")', "+62 812", "-1", "@SUM(A1)", "\t=1", "\u200b=1", " =1"),
        *("\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "\ufeff\uff1d1", "\r=1"),
    ],
)
def test_a_spreadsheet_runs_nothing_of_the_result(written: str) -> None:
    text = result_csv(told(written))
    [_, row] = csv.reader(io.StringIO(text, newline=""), delimiter=";")

    assert row[2] == "'" + written


def test_a_spreadsheet_reads_back_what_was_written() -> None:
    text = result_csv(told('kata "kutip"', "a;b", "c"))
    heading, row = csv.reader(io.StringIO(text), delimiter=";")

    assert tuple(heading) == headings(INTERFACE)
    group, kind = INTERFACE.list_group_ok, INTERFACE.list_class_ok
    assert row == ["1", "HP", 'kata "kutip"', "", group, kind, "a;b c", ""]


@pytest.mark.parametrize("kind", EntryClass)
@pytest.mark.parametrize("duplicate", [False, True])
def test_a_row_is_found_by_the_word_that_the_screen_has_for_its_group(
    kind: EntryClass, *, duplicate: bool
) -> None:
    listed = replace(told("0813"), kind=kind, duplicate=duplicate)
    heading, row = csv.reader(io.StringIO(result_csv(listed)), delimiter=";")
    on_screen = group_name(list_group_of(listed), INTERFACE)

    assert row[heading.index(INTERFACE.list_group)] == on_screen


def test_each_group_has_a_name_of_its_own() -> None:
    names = [group_name(group, INTERFACE) for group in ListGroup]
    assert all(names)
    assert len({*names}) == len(ListGroup)

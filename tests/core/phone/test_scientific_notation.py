"""Numbers in scientific notation, as spreadsheets write them."""

import pytest

from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Verdict
from jknassist.core.phone.scientific_notation import as_written, scientific

NUMBER = "081234567890"


UNREADABLE = Verdict.UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        *("8,12346E+10", "8.12E+10", "6,28E+12", "8.1234567E10", "8,1 E+10", "8E+10"),
        *("'8.12346e+10", "HP 8,12346E+10", "6.28123456789E+12"),
    ],
)
def test_a_number_cut_off_by_a_spreadsheet_is_named_as_that(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, UNREADABLE)
    assert [finding.sentence for finding in reading.findings] == ["spreadsheet"]


@pytest.mark.parametrize(
    "text", ["8.1234567890E+10", "8.12345678900E+10", "8,1234567890E10", "6.281234567890E+12"]
)
def test_a_number_that_a_spreadsheet_kept_whole_is_read_back(text: str) -> None:
    reading = parse(text)

    assert reading.number == NUMBER
    assert reading.findings[0].sentence == "spreadsheet_read"


@pytest.mark.parametrize("tail", [".0", ".00", ".000000", ",0", ",00"])
def test_a_decimal_point_of_a_spreadsheet_ends_the_number(tail: str) -> None:
    reading = parse("81234567890" + tail)

    assert reading.number == NUMBER
    assert [finding.kind for finding in reading.findings] == [Kind.LOST_ZERO, Kind.BESIDE]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("8.12345678E+08", "812345678"),
        ("8.12345678901234E+14", "812345678901234"),
        ("6.2812345678901E+13", "62812345678901"),
        ("8E+10", None),
        ("8.12e10", None),
    ],
)
def test_a_power_of_ten_keeps_its_digits_only_where_all_are_there(
    text: str, digits: str | None
) -> None:
    cell = scientific(text)
    assert cell is not None
    assert cell.digits == digits


@pytest.mark.parametrize("text", ["8.1E+07", "8.1E+15", "A8.1E+10", "8.1E+10B", "0.8E+10", "E+10"])
def test_another_power_of_ten_is_no_telephone_number(text: str) -> None:
    assert scientific(text) is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (81234567890.0, "81234567890"),
        (999_999_999_999_999.0, "999999999999999"),
        (1e15, "1000000000000000.0"),
        (3201234567890128.0, "3201234567890128.0"),
        (0.5, "0.5"),
        (-165.0, "-165"),
    ],
)
def test_a_numeric_cell_is_what_was_typed_into_it_as_far_as_it_is_exact(
    value: float, written: str
) -> None:
    assert as_written(value) == written

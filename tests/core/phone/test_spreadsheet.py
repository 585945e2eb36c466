"""Numbers that a spreadsheet has taken for a quantity."""

import pytest

from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Verdict

NUMBER = "081234567890"


NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE


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


@pytest.mark.parametrize("text", ["8.1234567890E+10", "8,1234567890E10", "6.281234567890E+12"])
def test_a_number_that_a_spreadsheet_kept_whole_is_read_back(text: str) -> None:
    reading = parse(text)

    assert reading.number == NUMBER
    assert reading.findings[0].sentence == "spreadsheet_read"


@pytest.mark.parametrize("tail", [".0", ".00", ".000000", ",0", ",00"])
def test_a_decimal_point_of_a_spreadsheet_ends_the_number(tail: str) -> None:
    reading = parse("81234567890" + tail)

    assert reading.number == NUMBER
    assert [finding.kind for finding in reading.findings] == [Kind.LOST_ZERO, Kind.BESIDE]

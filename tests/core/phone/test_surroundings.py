"""Digits beside a number, and which of two numbers is meant."""

import pytest

from jknassist.core.phone.digit_groups import LONGEST_WORD, digit_groups_of
from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Verdict
from jknassist.core.phone.surroundings import NumberSpan, find, joined
from tests.bench.number_limits import loaded
from tests.bench.written_forms import FORMS, count, drawn

NUMBER = "081234567890"


OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("HP 2: 0812-3456-7890", "2"),
        ("HP 123: 0812-3456-7890", "123"),
        ("2 HP0812-3456-7890", "2"),
        ("0812-3456-7890Budi 2", "2"),
        ("1. 0812-3456-7890", "1"),
        ("8) 0812 3456 7890", "8"),
        ("\u2460 0812-3456-7890", "1"),
        ("1\ufe0f\u20e30812-3456-7890", "1"),
        ("0812-3456-7890 (28)", "28"),
        ("0812-3456-7890 2026", "2026"),
        ("0812-3456-7890 kode 1234", "1234"),
        ("RT 03/RW 05 0812-3456-7890", "03, 05"),
        ("RT 03/RW 05 0812-3456-7890 (2)", "03, 05, 2"),
        ("kode pos 40123 HP 0812-3456-7890 (2) 26-11-2026", "40123, 2, 26 …"),
    ],
)
def test_what_stands_beside_a_number_is_left_out_and_told(text: str, left: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, OK)
    [finding] = reading.findings
    assert (finding.kind, dict(finding.facts)) == (Kind.BESIDE, {"left": left})


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("0812 3456 789 O", {"08123456789", NUMBER}),
        ("0812-3456-789-0", {"08123456789", NUMBER}),
        ("0812345678,90", {"0812345678", NUMBER}),
        ("8 8123 456 7890", {NUMBER, "0881234567890"}),
        ("RT 08 81234567890", {NUMBER, "0881234567890"}),
        ("08.15 0812 3456 78", {"0815081234567", "08150812345678", "0812345678", "081508123456"}),
    ],
)
def test_where_two_readings_are_possible_none_is_chosen(text: str, possible: set[str]) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, CHECK)
    assert [finding.sentence for finding in reading.findings] == ["beside_or_part"]
    assert len(reading.possible) > 1
    assert set(reading.possible) <= possible


@pytest.mark.parametrize("text", ["0812 3456 7890 12", "0211 0812-3456-7890"])
def test_what_a_gap_alone_keeps_apart_is_asked_about(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, CHECK)
    assert reading.possible == (NUMBER,)


@pytest.mark.parametrize("text", ["+1 081234567890", "+7 0812 3456 7890"])
def test_a_plus_before_a_number_may_be_the_start_of_one(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, CHECK)
    assert reading.possible == (NUMBER,)


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [("081234567890,62", NUMBER, "62"), ("0812345678901,23", "0812345678901", "23")],
)
def test_digits_after_a_comma_that_make_the_number_too_long_are_left_out(
    text: str, number: str, left: str
) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (number, OK)
    assert [dict(finding.facts) for finding in reading.findings] == [{"left": left}]


def test_more_digits_than_any_number_has_are_too_long_however_they_are_grouped() -> None:
    for text in ("081234567890123456789012 7", "0812345678901234567890127"):
        reading = parse(text)

        assert (reading.number, reading.verdict) == (None, Verdict.WRONG)
        assert [dict(finding.facts) for finding in reading.findings] == [{"length": 25}]


NUMBERS = 150


ASKED = {
    *("2", "O", "RT 08 without 0", "-58", "62", "with 0 .0", "masked", "scientific"),
}
"""Forms that leave it open what belongs to the number, or do not hold all of it."""


@pytest.mark.parametrize("form", FORMS)
def test_nothing_beside_a_number_makes_a_wrong_one_of_it(form: str) -> None:
    index = loaded()
    counted = count(FORMS[form], drawn(NUMBERS, index), index)

    assert (counted.wrong_read, counted.wrong_ok, counted.wrong_offered) == (0, 0, 0)
    assert counted.right + counted.none == NUMBERS
    assert form in ASKED or counted.right >= 0.9 * NUMBERS


@pytest.mark.parametrize(
    "before", ["Rp 35.000 ", "15:00 ", "jam 08.00 ", "08.00-15.00 ", "1.00 ", "Rp10.000,00 "]
)
def test_the_zeros_of_an_amount_or_a_time_begin_no_number(before: str) -> None:
    found = parse(f"{before}{NUMBER}")

    assert found.number == NUMBER
    assert [finding.kind for finding in found.findings] == [Kind.BESIDE]


@pytest.mark.parametrize("number", ["0812-3456-7890", "+62 812-3456-7890", "(0812) 34567890"])
@pytest.mark.parametrize("behind", ["/91", " / 91", "/ 91", " /1", "/891", " / 91/92", "/11/12"])
def test_a_slash_and_few_digits_are_another_ending_that_is_asked_about(
    number: str, behind: str
) -> None:
    found = parse(number + behind)

    assert (found.number, found.verdict) == (None, Verdict.UNREADABLE)
    assert [finding.kind for finding in found.findings] == [Kind.TWO_NUMBERS]


@pytest.mark.parametrize("behind", [" / 26-11-2026", "/1/1/1960", " / 28 tahun", "/65 thn"])
def test_a_date_or_an_age_behind_a_slash_is_no_other_ending(behind: str) -> None:
    found = parse(f"0812-3456-7890{behind}")

    assert (found.number, found.verdict) == (NUMBER, OK)
    assert [finding.sentence for finding in found.findings] == ["beside"]


CARD, NIK = "0001234567890", "3201234567890123"


@pytest.mark.parametrize(
    "text",
    [
        *(f"0812-3456-7890 ({NIK})", f"+62 812-3456-7890({CARD})", f"081234567890; {NIK}"),
        *(f"0812-3456-7890/{NIK}", f"0812 3456 7890 NIK {NIK}", f"({NIK}) 0812-3456-7890"),
        *(f"kartu {CARD} HP 081234567890", "081234567890 (3201 2345 6789 0123)"),
        *(f"0812-3456-7890\n{CARD}", "081234567890 (320123.456789.0123) (2)"),
    ],
)
def test_a_card_number_or_nik_behind_a_separator_is_left_out_and_not_quoted(text: str) -> None:
    found = parse(text)

    assert (found.number, found.verdict) == (NUMBER, OK)
    [finding] = found.findings
    assert (finding.kind, finding.sentence, finding.facts) == (Kind.BESIDE, "beside_card", ())


@pytest.mark.parametrize("text", [f"0812-3456-7890 {NIK}", f"081234567890 {CARD}"])
def test_a_card_number_after_a_mere_gap_is_asked_about(text: str) -> None:
    found = parse(text)

    assert (found.number, found.verdict, found.possible) == (NUMBER, CHECK, (NUMBER,))
    assert [finding.facts for finding in found.findings] == [()]


@pytest.mark.parametrize(
    "behind",
    [
        *("(0812345678901)", "(6281234567891)", "(6221555123456)", "(0062215551234)"),
        *("(+6281234567891)", "(0812345678901081234567892)"),
    ],
)
def test_a_long_phone_number_in_brackets_is_no_card_number(behind: str) -> None:
    found = parse(f"0812-3456-7890 {behind}")

    assert (found.number, found.verdict) == (None, Verdict.UNREADABLE)
    assert [finding.kind for finding in found.findings] == [Kind.TWO_NUMBERS]


def test_a_date_with_opening_hours_is_no_card_number() -> None:
    [finding] = parse("0812-3456-7890 (26-11-2026 08.00-15.00)").findings

    assert dict(finding.facts) == {"left": "26, 11, 2026 …"}


@pytest.mark.parametrize(
    "behind",
    [
        *(") / 91", "/7891", "\t/ 91"),
        *(" rumah 021 765 4321", " rumah 62 21 765 4321", " +441234567890123"),
    ],
)
def test_another_ending_or_number_behind_a_number_makes_two(behind: str) -> None:
    found = parse(f"0812-3456-7890{behind}")

    assert (found.number, found.verdict) == (None, Verdict.UNREADABLE)
    assert [finding.kind for finding in found.findings] == [Kind.TWO_NUMBERS]


@pytest.mark.parametrize(
    "behind", ["jam 08.00-15.00", "jam 08:00-15:30", "kode 123456 dan 654321 dan 1"]
)
def test_hours_and_short_codes_apart_are_neither_a_number_nor_a_card(behind: str) -> None:
    found = parse(f"0812-3456-7890 {behind}")

    assert (found.number, found.verdict) == (NUMBER, OK)
    assert [finding.sentence for finding in found.findings] == ["beside"]


@pytest.mark.parametrize("before", ["6212", "8012", "0211 12"])
def test_digits_before_a_number_that_may_begin_one_are_asked_about(before: str) -> None:
    assert parse(f"{before} 0812-3456-7890").verdict is CHECK
    assert parse("+1 62 812-3456-7890").verdict is CHECK


def test_a_year_is_apart_from_a_number_only_where_no_digits_follow_it() -> None:
    assert parse("0812-3456-7890 2026").verdict is OK
    assert parse("0812-3456-7890 2026 5").verdict is CHECK


@pytest.mark.parametrize(
    ("text", "number"),
    [
        # The number of a list has up to three digits, also such as a number may begin with.
        ("810. 0812-3456-7890", NUMBER),
        *(("0. 6281234567890", NUMBER), ("0) 62 812 3456 7890", NUMBER)),
        *(("081 81234 5678", "081812345678"), ("+62. 812 3456 7890", NUMBER)),
        *(("08,812,345,678", "08812345678"), ("08.812.345.678", "08812345678")),
        # A word ends a number, whatever stands behind it.
        *(("0812345678 istri,90", "0812345678"), ("0812 345 678 @ 901", "0812345678")),
        # In the groups of a regular number none begins, also in the shortest groups.
        ("081 812 345 678", "081812345678"),
        ("0812 812 345 678", "0812812345678"),
        # Behind a mark a quantity ends the number; the last zeros are of an amount.
        ("0812/3456/789/28 tahun", "08123456789"),
        ("08123456789,00", "08123456789"),
        ("08123456789,00 dan 5", "08123456789"),
        ("0812345678,a123b", "0812345678"),
        ("0812345678,a1b1" + LONGEST_WORD * "c", "0812345678"),
        # Hyphens are one kind of separator, whatever gaps are beside them; another line is not.
        ("0812 - 345- 678- 901", "0812345678901"),
        *(("081 234 5678 901", "0812345678901"), ("0812 345 678  901", "0812345678901")),
        *(("0812/345/678,00", "0812345678"), ("0812-3456-7890 2026, 5", NUMBER)),
        ("0812-3456-7890 -- 26-11-2026", NUMBER),
        *(("0812 345 678\n901", "0812345678"), ("0812 345 678\r901", "0812345678")),
        # A quantity may be written with a letter, and a date with a word in it.
        ("0812-3456-7890 2O tahun", NUMBER),
        ("0812345678 26 bln11 2026", "0812345678"),
        # More than four digits behind a / are no other ending of it.
        ("0812-3456-7890/78912", NUMBER),
    ],
)
def test_groups_that_can_be_one_number_only_are_read_as_it(text: str, number: str) -> None:
    assert (parse(text).number, parse(text).verdict) == (number, OK)


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("0812345678 901", ("0812345678", "0812345678901")),
        ("+62 812345678 901", ("0812345678", "0812345678901")),
        ("0812 (345 678 (901", ("0812345678", "0812345678901")),
        ("1. +62 812345678 901", ("0812345678", "0812345678901")),
        ("1 2 +62 812345678 901", ("0812345678", "0812345678901")),
        ("08-812.345.678", ("08812345678", "0812345678")),
        ("08.8123.456.789", ("088123456789", "08123456789")),
        ("0812 81 2345 678", ("0812812345", "0812812345678")),
        ("0812345678,90", ("0812345678", NUMBER)),
        ("0812.3456.78.26.11.2026", ("0812345678", "081234567826")),
        ("0812.345.678.00", ("0812345678", "081234567800")),
        ("0812 345 678-901", ("0812345678", "0812345678901")),
        ("0812/345/678\n901", ("0812345678", "0812345678901")),
        ("081.81.2345.678", ("081812345678", "0812345678")),
    ],
)
def test_groups_that_can_be_two_numbers_are_a_question(
    text: str, possible: tuple[str, ...]
) -> None:
    assert (parse(text).verdict, parse(text).possible) == (CHECK, possible)


def test_the_longest_number_with_its_codes_is_told_from_what_stands_beside_it() -> None:
    reading = parse("+62 62 62 62 62 62 00 812 345 6789 (2)")
    assert [dict(finding.facts) for finding in reading.findings] == [{"left": "2"}]


def test_three_digits_before_a_number_are_no_beginning_of_one() -> None:
    assert parse("02 1 0812-3456-7890").verdict is OK


def test_only_behind_a_slash_are_last_digits_like_a_year_doubted() -> None:
    assert parse("HP 0812 3456 2026").verdict is OK
    assert parse("0812/3456/2026").verdict is CHECK


def _values(span: NumberSpan) -> tuple[int, int, int, str, str, bool]:
    return span.start, span.stop, span.begins, span.digits, span.number, span.bare


def test_the_number_that_may_go_on_behind_a_comma_is_a_whole_span_of_its_own() -> None:
    found = find(digit_groups_of("+62 812345678,90"))
    assert found is not None
    assert [_values(span) for span in found.spans] == [
        (0, 2, 2, "62812345678", "0812345678", False),
        (0, 3, 2, "6281234567890", NUMBER, False),
    ]


def test_the_span_that_covers_several_keeps_the_number_of_the_first() -> None:
    first = NumberSpan(2, 4, 3, "812345678", "0812345678", bare=True)
    other = NumberSpan(1, 3, 0, "081298765432", "081298765432", bare=False)
    assert _values(joined([first, other])) == (1, 4, 3, "812345678", "0812345678", True)

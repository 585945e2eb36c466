"""Normalization to the national form, and numbers that are not mobile ones."""

import pytest

from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Span, Verdict

NUMBER = "081234567890"


OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG


NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE


@pytest.mark.parametrize(
    ("text", "verdict", "kinds"),
    [
        ("812 3456 7890", CHECK, [Kind.LOST_ZERO]),
        ("+62 0812-3456-7890", CHECK, [Kind.COUNTRY_CODE_AND_ZERO]),
        ("620812 3456 7890", CHECK, [Kind.COUNTRY_CODE_AND_ZERO]),
        ("062812 3456 7890", CHECK, [Kind.COUNTRY_CODE_AND_ZERO]),
        ("+62 62 812 3456 7890", CHECK, [Kind.DOUBLED_PREFIX]),
        ("6262812 3456 7890", CHECK, [Kind.DOUBLED_PREFIX]),
        ("+62+62812 3456 7890", CHECK, [Kind.DOUBLED_PREFIX]),
        ("+62 0062 812 3456 7890", CHECK, [Kind.DOUBLED_PREFIX]),
        ("+62 62 0812 3456 7890", CHECK, [Kind.DOUBLED_PREFIX, Kind.COUNTRY_CODE_AND_ZERO]),
        ("+62 00812 3456 7890", CHECK, [Kind.COUNTRY_CODE_AND_ZERO, Kind.DOUBLED_ZERO]),
        ("0620812 3456 7890", CHECK, [Kind.COUNTRY_CODE_AND_ZERO, Kind.DOUBLED_ZERO]),
        ("00812 3456 7890", CHECK, [Kind.DOUBLED_ZERO]),
        ("000812 3456 7890 ", CHECK, [Kind.DOUBLED_ZERO]),
        ("O812 3456 7890", CHECK, [Kind.LETTER_FOR_DIGIT]),
        ("08l2 3456 789O", CHECK, [Kind.LETTER_FOR_DIGIT, Kind.LETTER_FOR_DIGIT]),
        ("+62 8I2 3456 7890", CHECK, [Kind.LETTER_FOR_DIGIT]),
        ("\uff2f812 3456 7890", CHECK, [Kind.LETTER_FOR_DIGIT]),
    ],
)
def test_a_slip_before_the_number_is_put_right_and_told(
    text: str, verdict: Verdict, kinds: list[Kind]
) -> None:
    reading = parse(text)

    assert reading.number == NUMBER
    assert reading.verdict is verdict
    assert [finding.kind for finding in reading.findings] == kinds
    for finding in reading.findings:
        assert finding.sentence == finding.kind
        if finding.kind is Kind.DOUBLED_PREFIX:
            assert finding.at is None
        elif finding.kind is not Kind.LETTER_FOR_DIGIT:
            assert finding.at == Span(0, 1)


@pytest.mark.parametrize(
    ("text", "kind", "verdict"),
    [
        ("", Kind.EMPTY, UNREADABLE),
        ("  -- ??", Kind.EMPTY, UNREADABLE),
        ("+", Kind.EMPTY, UNREADABLE),
        ("Budi", Kind.LETTERS, UNREADABLE),
        ("\u0628\u0648\u062f\u064a", Kind.LETTERS, UNREADABLE),
        ("0812E4567890", Kind.LETTERS, UNREADABLE),
        ("0812\u00e94567890", Kind.LETTERS, UNREADABLE),
        ("08123456789E", Kind.LETTERS, UNREADABLE),
        ("0812 3456 atau 7890", Kind.LETTERS, UNREADABLE),
        ("HP0812" + "3" * 40, Kind.LETTERS, UNREADABLE),
        ("A" * 29 + "081234567890", Kind.LETTERS, UNREADABLE),
        ("0812-3456-7890 / 0813-4567-8901", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890 0813-4567-8901", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890\n0813-4567-8901", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890 dan 0813-4567-8901", Kind.TWO_NUMBERS, UNREADABLE),
        ("+62812 3456 7890+62813 4567 8901", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890/91", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890 )/ 7891", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-7890/26.11-2026", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812 3456 7890 812 3456 7891", Kind.TWO_NUMBERS, UNREADABLE),
        ("0812-3456-78/91", Kind.TWO_NUMBERS, UNREADABLE),
        ("5551234 atau 0812-3456-7890", Kind.TWO_NUMBERS, UNREADABLE),
        ("021-5551234", Kind.LANDLINE, NOT_MOBILE),
        ("(021) 555 1234", Kind.LANDLINE, NOT_MOBILE),
        ("+62 21 555 1234", Kind.LANDLINE, NOT_MOBILE),
        ("21 5551 2345", Kind.LANDLINE, NOT_MOBILE),
        ("0628 12345", Kind.LANDLINE, NOT_MOBILE),
        ("0628 1234 5678", Kind.LANDLINE, NOT_MOBILE),
        ("+62 628 123456", Kind.LANDLINE, NOT_MOBILE),
        ("5551234", Kind.LANDLINE, NOT_MOBILE),
        ("6212345", Kind.LANDLINE, NOT_MOBILE),
        ("021 5551", Kind.LANDLINE, NOT_MOBILE),
        ("021 555 123 456", Kind.LANDLINE, NOT_MOBILE),
        ("5551 2345", Kind.LANDLINE, NOT_MOBILE),
        ("55512", Kind.SHORT_CODE, NOT_MOBILE),
        ("1500123", Kind.SHORT_CODE, NOT_MOBILE),
        ("1 5 0 0 4 0 0", Kind.SHORT_CODE, NOT_MOBILE),
        ("165", Kind.SHORT_CODE, NOT_MOBILE),
        ("0800 123 4567", Kind.SHORT_CODE, NOT_MOBILE),
        ("+65 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("0065 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("WA: +65 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("+65 8123, 4567", Kind.FOREIGN, NOT_MOBILE),
        ("+6581234567 atau +6581234567", Kind.FOREIGN, NOT_MOBILE),
        ("0049 1512 3456 7890", Kind.FOREIGN, NOT_MOBILE),
        ("+0001234567890", Kind.FOREIGN, NOT_MOBILE),
        ("3201 2345 6789 0123", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("6201 2345 6789 0123", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("01.234.567.8-901.234", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("0001234567890", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("000123456789", Kind.IDENTITY_NUMBER, NOT_MOBILE),  # a digit is missing
        ("00012345678900", Kind.IDENTITY_NUMBER, NOT_MOBILE),  # one is doubled
        ("00123456789", Kind.FOREIGN, NOT_MOBILE),
        ("9" * 17, Kind.TOO_LONG, WRONG),
        ("0" * 30, Kind.TOO_LONG, WRONG),
        ("6", Kind.TOO_SHORT, WRONG),
        ("+6", Kind.TOO_SHORT, WRONG),
        ("00", Kind.TOO_SHORT, WRONG),
        ("006", Kind.TOO_SHORT, WRONG),
    ],
)
def test_what_is_no_mobile_number_is_named(text: str, kind: Kind, verdict: Verdict) -> None:
    reading = parse(text)

    assert [finding.kind for finding in reading.findings] == [kind]
    assert reading.verdict is verdict


def test_a_landline_and_a_service_keep_their_number() -> None:
    assert parse("+62 21 555 1234").number == "0215551234"
    assert parse("+62 21 5551").number == "0215551"
    assert parse("62 21 555 1234").number == "0215551234"
    assert parse("62 21 555 12").number == "02155512"
    assert parse("0628 1234 5678").number == "062812345678"
    assert parse("5551 2345").number is None, "its area code is not known"
    assert parse("0800 123 4567").number == "08001234567"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("62", "0"),
        ("620", "0"),
        ("626", "06"),
        ("628", "08"),
        ("6208", "08"),
        ("6281", "081"),
        ("8123456", "08123456"),
    ],
)
def test_a_number_still_being_typed_is_read_as_far_as_it_goes(text: str, number: str) -> None:
    assert parse(text).number == number


def test_only_a_second_country_code_is_taken_away() -> None:
    assert parse("+62 818 8123 45678").number == "0818812345678"
    assert parse("+62 62 812 345 678").number == "0812345678"
    assert parse("+62 62 812 345 67").number == "06281234567"


def test_a_number_too_long_to_be_one_is_not_kept() -> None:
    assert parse("08" + "1234567890" * 3).number is None
    longest = "08" + "1" * 22
    assert parse(longest).number == longest
    assert parse(longest + "1").number is None


def test_two_numbers_without_a_gap_are_unreadable() -> None:
    reading = parse("081234567890" * 2)
    assert reading.verdict is Verdict.UNREADABLE
    assert [finding.kind for finding in reading.findings] == [Kind.TWO_NUMBERS]

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jknassist.core.phone.digit_groups import LONGEST_WORD
from jknassist.core.phone.parse import MOST_GROUPS, grouped, parse
from jknassist.core.phone.result import Finding, Kind, Verdict

NUMBER = "081234567890"

OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG
NOT_MOBILE = Verdict.NOT_MOBILE


@pytest.mark.parametrize(
    "text",
    [
        "081234567890",
        "0812-3456-7890",
        "0812 3456 7890",
        "(0812-3456-7890)",
        "+62 812-3456-7890",
        "6281234567890",
        "0062 812 3456 7890",
        "+62 (0)812-3456-7890",
        "+62(0)81234567890",
        "+0812 3456 7890",
        "tel:+62-812-3456-7890",
        "tel:+6281234567890;ext=5",
        "WA: 0812 3456 7890",
        "HP.0812-3456-7890",
        "HP0812-3456-7890",
        "+: 0812-3456-7890",
        "A" * 28 + "081234567890",
        "dr. X : 0812-3456-7890",
        "0812-3456-7890 (Budi)",
        "0812-3456-7890Budi",
        "https://wa.me/6281234567890",
        "0812,3456,7890",
        "0812\n3456\n7890",
        "0812-3456-7890 / 0812 3456 7890",
        "0812-3456-7890 atau +62 812 3456 7890",
        "\uff10\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10",
        "\uff0b\uff16\uff12 812 3456 7890",
        "\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660",
        "0\ufe0f\u20e38\ufe0f\u20e312 3456 7890",
        "\u2070\u2078\u00b9\u00b2 3456 7890",
        "\u0633\u0627\u0631\u0647 0812 3456 7890",
        "\u2121 0812-3456-7890 \ufdfa",
    ],
)
def test_a_number_is_read_from_all_that_is_written_around_it(text: str) -> None:
    reading = parse(text)

    assert reading.number == NUMBER
    assert reading.verdict is OK
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("0812345677890", "0812-3456-77890"),
        ("0812345678", "0812-3456-78"),
        ("081234", "0812-34"),
        ("08", "08"),
    ],
)
def test_a_number_is_shown_in_groups_of_four(number: str, groups: str) -> None:
    assert grouped(number) == groups


@given(st.text())
@example("\ud800")
@example("\ufdfa" * 20)
@example("0812" + "\u0315" * 20 + "\u0316" * 20)
def test_any_text_gives_a_reading(text: str) -> None:
    reading = parse(text)

    if reading.number is None:
        asked = bool(reading.possible) or reading.pattern is not None
        assert reading.verdict is not OK
        assert reading.verdict is not CHECK or asked
        assert reading.findings
    else:
        assert reading.number.isascii()
        assert reading.number.isdigit()
        assert reading.number[0] == "0"


@given(st.text("08126+O l\n/x:,-", max_size=40))
def test_any_text_like_a_number_gives_a_reading(text: str) -> None:
    test_any_text_gives_a_reading.hypothesis.inner_test(text)  # type: ignore[attr-defined]


MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "0" * MEGABYTE,
        "+" * MEGABYTE,
        "1" + "O" * MEGABYTE,
        "1" + "O" * MEGABYTE + "9E",
        "1 a " * (MEGABYTE // 4),
        "081234567890 x " * (MEGABYTE // 15),
        "08123456\n" * (MEGABYTE // 9),
        "\u0315" * (MEGABYTE // 2) + "\u0316" * (MEGABYTE // 2),
        "\ufdfa" * MEGABYTE,
        " " * MEGABYTE + NUMBER,
    ],
    ids=["0", "+", "O", "O9E", "words", "numbers", "lines", "marks", "one for many", "spaces"],
)
def test_a_megabyte_is_read_in_one_pass(text: str) -> None:
    # Anything but time linear in the text would keep this test from ever ending.
    assert parse(text).verdict in Verdict


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("0812 3456 789 01/02", ("08123456789", "0812345678901")),
        ("0812345678 90 atau 021-5551234", ("0812345678", NUMBER)),
        ("0812345678,90 atau 5551234", ("0812345678", NUMBER)),
        ("0211234567/1", ()),
        ("0215551234 / 12", ()),
        ("0215551234 atau 0215551235", ()),
    ],
)
def test_two_numbers_are_reported_with_the_mobile_ones_among_them(
    text: str, possible: tuple[str, ...]
) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, Verdict.UNREADABLE)
    assert [finding.kind for finding in reading.findings] == [Kind.TWO_NUMBERS]
    assert reading.possible == possible


@pytest.mark.parametrize("text", ["+6581234567 atau 6581234567", "6581234567 atau +6581234567"])
def test_a_plus_belongs_to_the_number_it_is_written_before(text: str) -> None:
    assert [finding.kind for finding in parse(text).findings] == [Kind.TWO_NUMBERS]


@pytest.mark.parametrize(
    ("text", "number"), [("080 8104 00000", "080810400000"), ("62 86 8805 00000", "086880500000")]
)
def test_a_number_in_the_plainest_groups_is_read_whole(text: str, number: str) -> None:
    assert (parse(text).number, parse(text).verdict, parse(text).findings) == (number, OK, ())


def test_digits_that_are_of_no_phone_number_are_not_offered_as_one() -> None:
    assert parse("0211 620628123456789").possible == ()


def test_a_landline_given_twice_is_one_number() -> None:
    reading = parse("0215551234 atau 0215551234")

    assert (reading.number, reading.verdict) == ("0215551234", Verdict.NOT_MOBILE)


LONG_WORD = "a1b1" + "c" * (LONGEST_WORD - 3)


@pytest.mark.parametrize(
    "text",
    [
        *("081234567890-a12b34", "a12b34 081234567890", "a12b34_081234567890"),
        f"{LONG_WORD} 081234567890",
    ],
)
def test_a_word_with_digits_that_touches_a_number_may_be_part_of_it(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, Verdict.UNREADABLE)
    assert [finding.kind for finding in reading.findings] == [Kind.LETTERS]


@pytest.mark.parametrize(
    ("text", "number", "sentences"),
    [
        ("1. 0812 3456", "08123456", ["beside"]),
        ("12. 021 5551234", "0215551234", ["landline", "beside"]),
        ("123. 021 5551234", "0215551234", ["landline", "beside"]),
        # An 8 may begin the number itself.
        ("8 0812 345", "080812345", ["lost_zero"]),
        ("8. 021 5551234", "080215551234", ["lost_zero"]),
        ("1. +65 8123 4567", None, ["foreign"]),
        ("+6581234567 Budi 3", None, ["foreign"]),
        ("+65 8123 456O", None, ["foreign"]),
    ],
)
def test_a_number_of_a_list_or_a_plus_counts_where_no_mobile_number_is_complete(
    text: str, number: str | None, sentences: list[str]
) -> None:
    reading = parse(text)

    assert reading.number == number
    assert [finding.sentence for finding in reading.findings] == sentences


@pytest.mark.parametrize("text", ["0812-3456-7890 kode a12b34", "081234567890, a12b34"])
def test_a_word_with_digits_behind_a_word_or_a_mark_is_left_out(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, OK)
    assert [dict(finding.facts) for finding in reading.findings] == [{"left": "1234"}]


@pytest.mark.parametrize(
    ("text", "verdict"), [(f"{LONG_WORD[:-1]} 081234567890", OK), ("62kg 81234567890", CHECK)]
)
def test_a_word_with_few_digits_is_no_part_of_the_number(text: str, verdict: Verdict) -> None:
    assert (parse(text).number, parse(text).verdict) == (NUMBER, verdict)


@pytest.mark.parametrize(("more", "number"), [(MOST_GROUPS - 3, NUMBER), (MOST_GROUPS - 2, None)])
def test_in_a_running_text_no_number_is_looked_for(more: int, number: str | None) -> None:
    assert parse("0812 3456 7890" + " x 1" * more).number == number


@pytest.mark.parametrize("text", ["Nomor 5551234 RT 5", "Nomor 5551234 RT 123"])
def test_a_short_number_among_words_differs_from_the_digits_of_a_label(text: str) -> None:
    reading = parse(text)

    assert reading.verdict is Verdict.NOT_MOBILE
    assert [finding.kind for finding in reading.findings] == [Kind.LANDLINE]


@pytest.mark.parametrize(
    "text", ["rek 081234567890", "No. Rek BCA: 0812 3456 7890", "NIP no 081234567890 (Sari)"]
)
def test_a_word_for_another_kind_of_number_makes_it_a_question(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, CHECK)
    assert [finding.sentence for finding in reading.findings] == ["labelled"]


@pytest.mark.parametrize(
    ("text", "label"),
    [("rek 081234567890", "rek"), ("No. Rek 081234567890", "Rek"), ("rek BCA 1234567890", "BCA")],
)
def test_the_word_for_another_kind_of_number_is_named_as_written(text: str, label: str) -> None:
    expected = Finding(Kind.BESIDE, "labelled", facts=(("label", label),))
    assert parse(text).findings == (expected,)


@pytest.mark.parametrize("text", ["BCA hp 081234567890", "hp sesuai KTP 081234567890"])
def test_a_word_that_is_not_just_before_the_number_changes_nothing(text: str) -> None:
    assert (parse(text).number, parse(text).verdict) == (NUMBER, OK)


def test_what_stands_beside_a_labelled_number_is_told_as_well() -> None:
    reading = parse("rek 0812 3456 7890 (26)")

    assert [finding.sentence for finding in reading.findings] == ["labelled", "beside"]


@pytest.mark.parametrize("text", ["rek BCA 1234567890", "IMEI 861234567890123"])
def test_an_account_is_not_taken_for_a_number_that_lost_its_digits(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, NOT_MOBILE)
    assert [finding.sentence for finding in reading.findings] == ["labelled"]


@pytest.mark.parametrize("text", ["08.123.456.7-890.000", "NPWP: 81.234.567.8-901.000"])
def test_a_tax_number_is_named_as_a_long_number_and_never_read(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, NOT_MOBILE)
    assert [finding.kind for finding in reading.findings] == [Kind.IDENTITY_NUMBER]


def test_a_number_beside_a_tax_number_is_read_and_that_is_not_quoted() -> None:
    reading = parse("NPWP 08.123.456.7-890.000, HP 081234567890")

    assert (reading.number, reading.verdict) == (NUMBER, OK)
    assert [finding.sentence for finding in reading.findings] == ["beside_card"]


@pytest.mark.parametrize("text", ["0812/3456/2026", "08123456/2026", "No. 081/234/567/2026"])
def test_the_number_of_a_letter_is_a_question(text: str) -> None:
    reading = parse(text)

    assert reading.verdict is CHECK
    assert reading.findings == (Finding(Kind.BESIDE, "beside_or_part"),)


@pytest.mark.parametrize(
    "text",
    [
        "*888#",
        "*123#",
        "#123#",
        "*123*1#",
        "*#06#",
        "*888*12345678#",
        "cek pulsa di *888# ya",
        "*123# atau *888#",
        "\uff0a888\uff03",
    ],
)
def test_a_code_of_an_operator_is_named(text: str) -> None:
    reading = parse(text)

    assert [finding.kind for finding in reading.findings] == [Kind.SHORT_CODE]
    assert (reading.number, reading.verdict) == (None, Verdict.NOT_MOBILE)


@pytest.mark.parametrize(
    "text",
    [
        "*0812*3456*7890#",
        "*081234567890#",
        "#0812-3456-7890#",
        "*123# 0812-3456-7890",
        "0812-3456-7890 *123#",
        "*888# 0812-3456-7890",
        "*888#0812-3456-7890",
        "*888# 0812 3456 7890 *808#",
        "*858*081234567890#",
        "0812 3456 7890 #1#",
    ],
)
def test_a_number_beside_signs_of_a_code_is_read(text: str) -> None:
    assert parse(text).number == NUMBER


def test_digits_before_a_code_are_not_dropped() -> None:
    assert parse("0812 *888#").number == "0812888"
    assert parse("0812**888#").pattern == "0812**888"


@pytest.mark.parametrize("text", ["*123# 5551234", "5551234 *123#", "*888#5551234"])
def test_a_code_is_kept_apart_from_the_shortest_number_too(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, NOT_MOBILE)
    assert [finding.kind for finding in reading.findings] == [Kind.LANDLINE]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("081234567890SO", "SO"),
        ("081234567890SS", "SS"),
        ("0812 3456 7890 BZ", "BZ"),
        ("0812-3456-7890 S", "S"),
        ("081234567890 lima", "lima"),
        ("081234567890Lima", "Lima"),
        ("081234567890 dua tujuh", "dua tujuh"),
        ("081234567890*", "*"),
        ("081234567890\N{BULLET}", "*"),
        ("081234567890_", "_"),
        ("No HP: 081234567890*", "*"),
    ],
)
def test_what_may_be_a_digit_behind_a_number_is_a_question(text: str, left: str) -> None:
    """Left out without a word, it would be a shorter number that nobody doubts."""
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, CHECK)
    assert [dict(finding.facts) for finding in reading.findings] == [{"left": left}]
    assert reading.possible == (NUMBER,)


@pytest.mark.parametrize(
    "text",
    [
        *("081234567890 Budi", "081234567890Bude", "081234567890 (WA)", "081234567890 BSI"),
        *("*081234567890*", "*No HP 081234567890*", "_081234567890_", "081234567890 SOLO"),
        *("081234567890 * lama", "081234567890 orang"),
    ],
)
def test_a_name_or_bold_letters_around_a_number_change_nothing(text: str) -> None:
    assert (parse(text).number, parse(text).verdict, parse(text).findings) == (NUMBER, OK, ())


@pytest.mark.parametrize("text", ["081234567890²", "081234567890¹⁾", "0812-3456-7890³ rumah"])
def test_the_mark_of_a_footnote_is_no_digit_of_the_number(text: str) -> None:
    reading = parse(text)

    assert reading.number == NUMBER
    assert [finding.sentence for finding in reading.findings] == ["beside"]


def test_a_number_in_raised_digits_is_read() -> None:
    assert parse("⁰⁸¹²³⁴⁵⁶⁷⁸⁹⁰").number == NUMBER


def test_many_words_for_digits_behind_a_number_are_told_in_part() -> None:
    (finding,) = parse("081234567890" + " lima" * 100_000).findings

    assert len(str(dict(finding.facts)["left"])) <= LONGEST_WORD

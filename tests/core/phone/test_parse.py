import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jknassist.core.phone.parse import grouped, parse
from jknassist.core.phone.result import Kind, Span, Verdict

NUMBER = "081234567890"

OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG
NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE

# Signs that people, telephones and papers put into numbers and that mean nothing.
LOOSE = [
    *" .-()[]_~'\"*#\t",
    "\N{NO-BREAK SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
    "\N{EN DASH}",
    "\N{NON-BREAKING HYPHEN}",
    "\N{ZERO WIDTH SPACE}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{LEFT-TO-RIGHT OVERRIDE}",
    "\N{POP DIRECTIONAL FORMATTING}",
    "\N{FIRST STRONG ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "\N{VARIATION SELECTOR-14}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{FULLWIDTH LEFT PARENTHESIS}",
]


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


@pytest.mark.parametrize(
    "text",
    [
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "081 234 567 890",
        "08 12 34 56 78 90",
        "+62 812 34567 890",
        "81.234.567.890",
        "Rp81.234.567.890",
    ],
)
def test_regular_groups_are_one_number(text: str) -> None:
    assert parse(text).number == NUMBER


@pytest.mark.parametrize("text", ["0812 3456 7890 12", "0211 0812-3456-7890"])
def test_what_a_gap_alone_keeps_apart_is_asked_about(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, CHECK)
    assert reading.possible == (NUMBER,)


@pytest.mark.parametrize(
    "text",
    [
        "https://wa.me/6281234567890?text=Halo%20saya%20pesan%202%20kg",
        "https://wa.me/6281234567890?text=no%2008123",
        "https://api.whatsapp.com/send/?phone=6281234567890&type=phone_number&app_absent=0",
        "https://api.whatsapp.com/send?phone=%2B6281234567890&text=Order%20123456",
        "0812%203456%207890",
        "%2B62 812 3456 7890",
        "&#43;62&nbsp;812&#x20;3456&ndash;7890",
        "\u00e2\u20ac\u00aa+62 812-3456-7890\u00e2\u20ac\u00ac",
        "tel:+62-812-3456-7890;ext=1234",
        "6281234567890@c.us",
        "6281234567890:12@s.whatsapp.net",
        "0812=3456=7890",
        "0812:3456:7890",
        "0812?3456?7890",
    ],
)
def test_what_programs_wrote_is_read_as_it_was_meant(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, OK)


@pytest.mark.parametrize("text", ["628123456789012@lid", "120363012345678901@g.us"])
def test_the_id_of_a_chat_is_no_number(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, NOT_MOBILE)
    assert [finding.sentence for finding in reading.findings] == ["chat_id"]


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


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("0812****7890", "0812****7890"),
        ("+62 812 •••• 7890", "0812****7890"),
        ("0812…7890", "0812***7890"),
        ("0812....7890", "0812****7890"),
        ("0812 #### 7890", "0812****7890"),
        ("0812_____7890", "0812*****7890"),
        ("62812*****890", "0812*****890"),
        ("08••••••7890", "08******7890"),
        ("0812-____-7890", "0812****7890"),
        ("0812 3456 ••••", "08123456****"),
        ("0812xxxx7890", "0812****7890"),
        ("081234567XXX", "081234567***"),
        ("***7890", "***7890"),
        ("xxxxxxxx7890", "********7890"),
        ("62******7890", "0******7890"),
    ],
)
def test_a_number_with_hidden_digits_is_a_pattern(text: str, pattern: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict, reading.pattern) == (None, CHECK, pattern)
    assert [finding.kind for finding in reading.findings] == [Kind.MASKED]


@pytest.mark.parametrize("text", ["*123#", "0812__3456__7890", "08123456 78 90", "Maxx 0812 345"])
def test_marks_alone_hide_nothing(text: str) -> None:
    assert parse(text).pattern is None


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
        ("165", Kind.SHORT_CODE, NOT_MOBILE),
        ("0800 123 4567", Kind.SHORT_CODE, NOT_MOBILE),
        ("+65 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("0065 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("WA: +65 8123 4567", Kind.FOREIGN, NOT_MOBILE),
        ("+65 8123, 4567", Kind.FOREIGN, NOT_MOBILE),
        ("0049 1512 3456 7890", Kind.FOREIGN, NOT_MOBILE),
        ("+0001234567890", Kind.FOREIGN, NOT_MOBILE),
        ("3201 2345 6789 0123", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("6201 2345 6789 0123", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("01.234.567.8-901.234", Kind.IDENTITY_NUMBER, NOT_MOBILE),
        ("0001234567890", Kind.IDENTITY_NUMBER, NOT_MOBILE),
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


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("O812 3456 7890", Span(0, 1)),
        ("0812 3456 789O", Span(11, 12)),
        ("+62 812 3456 789O", Span(11, 12)),
        ("812 3456 789O", Span(11, 12)),
        ("+62 O812 3456 7890", Span(0, 1)),
        ("OO62 812 3456 7890", Span(0, 1)),
    ],
)
def test_a_letter_is_told_with_its_place_in_the_number(text: str, at: Span) -> None:
    reading = parse(text)
    letters = [f for f in reading.findings if f.kind is Kind.LETTER_FOR_DIGIT]

    assert reading.number == NUMBER
    assert letters[-1].at == at
    assert dict(letters[-1].facts) == {"letter": "O", "digit": "0", "place": at.start + 1}


def test_every_letter_that_looks_like_a_digit_is_read_as_it() -> None:
    assert parse("0812 3456 OolI").number == "081234560011"


def test_a_letter_in_what_is_no_mobile_number_changes_nothing_of_that() -> None:
    assert parse("O21 555 1234").verdict is NOT_MOBILE
    assert parse("l65").verdict is NOT_MOBILE


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


@st.composite
def dressed(draw: st.DrawFn) -> tuple[str, str]:
    """Return a number, and the same in groups with one sign before, between and behind them."""
    bare = "08" + draw(st.text("123456789", min_size=10, max_size=10))
    first, second = draw(st.tuples(st.integers(4, 5), st.integers(3, 4)))
    sign = draw(st.sampled_from(LOOSE))
    groups = (bare[:first], bare[first : first + second], bare[first + second :])
    return bare, sign + sign.join(groups) + sign


@given(dressed())
def test_formatting_never_changes_the_digits(texts: tuple[str, str]) -> None:
    bare, written = texts

    assert parse(written) == parse(bare)


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

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.check import compare_entries, diagnose
from jknassist.core.phone.report import json_line
from jknassist.core.phone.result import Choice, Kind, Span, Suggestion, Verdict
from tests.bench.number_limits import loaded
from tests.support.phone_plan import index, words

TEXTS = st.text() | st.text("0812345678 +-O/x", max_size=30)


def test_what_was_put_right_is_reported_before_what_is_odd() -> None:
    found = diagnose("813 2456 77890", index())

    assert found.number == "0813245677890"
    assert [f.kind for f in found.findings] == [
        Kind.LOST_ZERO,
        Kind.TOO_LONG,
        Kind.DOUBLED_DIGIT,
    ]
    assert found.verdict is Verdict.CHECK
    assert found.operator == "Contohsel"


def test_what_had_to_be_supposed_is_to_be_checked() -> None:
    assert diagnose("00813 2456 7890", index()).verdict is Verdict.CHECK
    assert diagnose("813 2456 7890", index()).verdict is Verdict.CHECK
    assert diagnose("+62 813 2456 7890", index()).verdict is Verdict.OK


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("00813 2456 7890", Kind.DOUBLED_ZERO), ("000813 2456 7890", Kind.DOUBLED_ZERO)),
        *(("62 62 813 2456 7890", Kind.DOUBLED_PREFIX), ("813 2456 7890", Kind.LOST_ZERO)),
        ("+62 0813 2456 7890", Kind.COUNTRY_CODE_AND_ZERO),
        ("O813 2456 789O", Kind.LETTER_FOR_DIGIT),
    ],
)
def test_a_repaired_number_is_a_suggestion(text: str, kind: Kind) -> None:
    found = diagnose(text, index())

    assert (found.verdict, found.typed, found.number) == (Verdict.CHECK, text, "081324567890")
    assert found.suggestions == (Suggestion(kind, "081324567890", Span(0, 1)),)
    assert found.repairs
    assert found.default is Choice.TAKE


@pytest.mark.parametrize("text", ["+62 813 2456 7890", "0062 813 2456 7890", "+62 (0)81324567890"])
def test_plain_formatting_needs_no_question(text: str) -> None:
    found = diagnose(text, index())

    assert (found.verdict, found.findings, found.suggestions) == (Verdict.OK, (), ())


def test_a_repaired_number_comes_before_what_else_may_be_wrong() -> None:
    found = diagnose("00813 2456 77890", index())

    assert [one.number for one in found.suggestions] == ["0813245677890", "081324567890"]


def test_a_repair_within_a_number_is_suggested_with_its_place() -> None:
    [suggestion] = diagnose("0813 2456 789O", index()).suggestions
    assert suggestion == Suggestion(Kind.LETTER_FOR_DIGIT, "081324567890", Span(11, 12))


def test_a_number_with_doubtful_digits_beside_it_is_suggested_without_a_place() -> None:
    suggestions = diagnose("6212 0813-2456-7890", index()).suggestions
    assert suggestions == (Suggestion(Kind.BESIDE, "081324567890", Span(0, 0)),)


def test_a_repaired_number_that_can_be_none_is_not_offered() -> None:
    assert diagnose("81324567890123", index()).suggestions == ()


def test_all_that_a_text_may_mean_is_offered_the_usual_first() -> None:
    found = diagnose("0813 2456 7890 1", index())

    assert (found.number, found.verdict) == (None, Verdict.CHECK)
    assert [(s.kind, s.number) for s in found.suggestions] == [
        (Kind.BESIDE, "081324567890"),
        (Kind.BESIDE, "0813245678901"),
    ]


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("0813 2456 7890", Choice.KEEP),
        ("0813 2456 77890", Choice.TAKE),
        ("0813 2456 789", Choice.COUNT),
        ("0849 2456 7890", Choice.TYPE_AGAIN),
        ("0828 2456 7890", Choice.KEEP),
        ("0813****7890", Choice.KEEP),
        ("021 5551234", Choice.TYPE_AGAIN),
        ("", Choice.TYPE_AGAIN),
    ],
)
def test_what_is_obviously_wrong_is_not_kept_by_default(text: str, choice: Choice) -> None:
    assert diagnose(text, index()).default is choice


def test_what_is_no_mobile_number_is_not_judged() -> None:
    found = diagnose("021 555 1234", index())

    assert found.typed == "021 555 1234"
    assert found.number == "0215551234"
    assert found.verdict is Verdict.NOT_MOBILE
    assert found.operator is None
    assert [f.kind for f in found.findings] == [Kind.LANDLINE]


def test_a_comparison_is_made_only_with_a_second_number() -> None:
    assert diagnose("0813 2456 7890", index()).comparison is None
    second = diagnose("0813 2456 7890", index(), sim="+62 813 2456 7890").comparison
    assert second is not None
    assert second.same


def test_the_owners_count_is_used() -> None:
    assert diagnose("0813 2456 77890", index(), stated_length=13).verdict is Verdict.OK


@given(TEXTS, st.none() | st.integers(0, 20), st.none() | TEXTS)
def test_any_text_gives_a_diagnosis_that_can_be_told(
    text: str, stated: int | None, sim: str | None
) -> None:
    found = diagnose(text, index(), stated_length=stated, sim=sim)
    length = len(found.number or "")

    assert found.verdict is not Verdict.OK or found.number is not None
    for finding in found.findings:
        assert finding.at is None or 0 <= finding.at.start <= finding.at.stop <= length
    assert json_line(found, words()).isascii()


N = "081390142257"


OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG


NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE


FORMATS: list[tuple[str, str | None, Verdict]] = [
    # Spreadsheets and data frames add a decimal point; the 0 is gone before.
    ("081390142257.0", N, OK),
    ("81390142257.0", N, CHECK),
    ("81390142257.00", N, CHECK),
    ("81390142257,00", N, CHECK),
    ("81.390.142.257,00", N, CHECK),
    ("81,390,142,257", N, CHECK),
    ("6.281.390.142.257", N, OK),
    ("8561234567.0", "08561234567", CHECK),
    ("0811234567.0", "0811234567", OK),
    ("88123456789.0", "088123456789", CHECK),
    *((text, None, UNREADABLE) for text in ("8,13901E+10", "8.14E+10", "6,28E+12", "8.139E10")),
    ("8.1390142257E+10", N, CHECK),
    # Lists are numbered.
    *(
        (f"{mark}0813-9014-2257", N, OK)
        for mark in (
            "1. ",
            "1.",
            "1) ",
            "(1) ",
            "1- ",
            "1 ",
            "1\t",
            "10. ",
            "12. ",
            "No 1. ",
            "1, ",
        )
    ),
    *((f"{mark}0813 9014 2257", N, OK) for mark in ("1; ", "1/ ", "1. Budi ", "1: ", "\u2460 ")),
    ("1\ufe0f\u20e3 0813 9014 2257", N, OK),
    ("1. +62 813-9014-2257", N, OK),
    ("1. 6281390142257", N, OK),
    ("1) 81390142257", N, CHECK),
    # Labels end in digits.
    *(
        (f"{label}0813 9014 2257", N, OK)
        for label in ("HP2 ", "HP 2 ", "SIM1 ", "Simpati 1 ", "RT 03 ", "RT03 ", "Bu RT 03 ")
    ),
    *(
        (f"{label}0813 9014 2257", N, OK)
        for label in ("Blok C5 ", "Kel 3 - ", "Ibu Sari 2 ", "A1 ")
    ),
    # Something follows.
    ("0813-9014-2257 (2)", N, OK),
    ("0813-9014-2257 2", None, CHECK),
    ("0813-9014-2257 (28)", N, OK),
    ("0813-9014-2257 28 tahun", N, OK),
    ("0813-9014-2257 #12", N, OK),
    ("0813-9014-2257 *12", N, OK),
    ("0813-9014-2257 2026", N, OK),
    ("0813-9014-2257 (26-11-2026)", N, OK),
    ("0813-9014-2257-58", N, CHECK),
    ("0813-9014-2257 O", None, CHECK),
    ("0813-9014-2257 jam 08.00", N, OK),
    ("0813-9014-2257 Rp 35.000", N, OK),
    ("kode pos 40123 HP 0813-9014-2257", N, OK),
    ("0813-9014-2257 ext 12", N, OK),
    ("0813-9014-2257 x123", N, OK),
    ("0813-9014-2257 s/d 2260", N, OK),
    ("0813-9014-2257 62", N, CHECK),
    # Signs of other programs stand between the digits or before them.
    *((f"0813{sign}9014{sign}2257", N, OK) for sign in ("=", ":", "?", "&nbsp;", "%20", "\u2011")),
    ("Rp81.390.142.257", N, CHECK),
    ("https://t.me/+6281390142257", N, OK),
    ("6281390142257:12@s.whatsapp.net", N, OK),
    # The beginning is written twice.
    *((f"{twice}813-9014-2257", N, CHECK) for twice in ("62 62 ", "+62+62 ", "+62 +62 0", "0 0")),
    # Some digits are hidden.
    *((text, None, CHECK) for text in ("0813****2257", "0813xxxx2257", "***2257", "08****142257")),
    # Ids of chats are no numbers, though they are written like them.
    ("628139014225712@lid", None, NOT_MOBILE),
    ("628139014225712345@g.us", None, NOT_MOBILE),
    ("6281390142257@c.us", N, OK),
    # Two numbers are never read as one.
    *(
        (f"0813-9014-2257{between}0812-9014-2258", None, UNREADABLE)
        for between in (" / ", "/", ", ", "; ", " & ", " atau ", " dan ", " ", "\n", " - ", " | ")
    ),
    ("021-5551234 081390142257", None, UNREADABLE),
    # Prefixes that were reported.
    ("0851 5390 1422", "085153901422", OK),
    ("+621 390 142 257", None, WRONG),
    ("0811 290 142", "0811290142", OK),
]


@pytest.mark.parametrize(("text", "number", "verdict"), FORMATS)
def test_what_arrives_is_read_right_or_not_at_all(
    text: str, number: str | None, verdict: Verdict
) -> None:
    found = diagnose(text, loaded())
    assert found.verdict is verdict or (verdict is WRONG and found.verdict is not OK)
    if verdict is not WRONG:
        assert found.number == number


@pytest.mark.parametrize("start", ["0854", "0894", "0828", "0868"])
def test_a_doubted_prefix_gets_no_offer_that_is_as_doubtful(start: str) -> None:
    offers = diagnose(f"{start}39014426", loaded()).suggestions

    assert not [one for one in offers if one.number.startswith(start)]


def test_a_length_two_off_is_a_question_and_claims_no_digit_that_leaves_it_as_odd() -> None:
    found = diagnose("0881 3901 42257", loaded())

    assert (found.verdict, found.ask_length) == (CHECK, True)
    # Not the doubled 2, which would leave 12 digits; without one 8 it is a usual 0813.
    assert [(one.number, one.at.start) for one in found.suggestions] == [(N, 1)]
    assert dict(found.findings[0].facts)["extra"] == (2,)


def test_several_possible_numbers_have_no_place_in_the_text() -> None:
    found = diagnose("0812-3456-7890 / 0812-3456-7891", index())
    assert found.number is None
    assert [one.at for one in found.suggestions] == [Span(0, 0)] * 2


def test_a_masked_number_beside_no_number_is_not_compared_by_visible_digits() -> None:
    for entry, other in (("0813****7890", "Budi"), ("Budi", "0813****7890")):
        compared = compare_entries(diagnose(entry, index()), diagnose(other, index()), index())
        assert (compared.same, compared.visible, compared.cells) == (False, None, ())


@pytest.mark.parametrize(
    "text", ["012-345 6789", "012 345 6789", "HP: 019-3456789", "011-1234 5678", "011 12345678"]
)
def test_no_8_is_missing_in_a_number_written_as_in_malaysia(text: str) -> None:
    found = diagnose(text, loaded())

    assert found.verdict is Verdict.WRONG
    assert [finding.kind for finding in found.findings] == [Kind.UNKNOWN_PREFIX]
    assert found.suggestions == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("0123456789", "08123456789"),
        ("012-3456-7890", "081234567890"),
        ("012-3456-789", "08123456789"),
        ("+62 12 3456 7890", "081234567890"),
        ("0182-3456-7890", "081234567890"),
    ],
)
def test_a_missing_8_is_asked_about_in_other_groups(text: str, meant: str) -> None:
    assert meant in [suggestion.number for suggestion in diagnose(text, loaded()).suggestions]

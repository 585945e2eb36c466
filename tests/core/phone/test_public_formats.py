"""How numbers really arrive, after public bug reports and file formats; all digits are invented."""

import pytest

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.result import Verdict
from tests.bench.number_limits import loaded

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

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.report import json_line
from jknassist.core.phone.result import Choice, Kind, Verdict
from tests.support.phone_plan import index, words

TEXTS = st.text() | st.text("0812345678 +-O/x", max_size=30)


def test_what_was_put_right_is_told_before_what_is_odd() -> None:
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
    assert [(one.kind, one.number) for one in found.suggestions] == [(kind, "081324567890")]
    assert found.repairs
    assert found.default is Choice.TAKE


@pytest.mark.parametrize("text", ["+62 813 2456 7890", "0062 813 2456 7890", "+62 (0)81324567890"])
def test_plain_formatting_needs_no_question(text: str) -> None:
    found = diagnose(text, index())

    assert (found.verdict, found.findings, found.suggestions) == (Verdict.OK, (), ())


def test_a_repaired_number_comes_before_what_else_may_be_wrong() -> None:
    found = diagnose("00813 2456 77890", index())

    assert [one.number for one in found.suggestions] == ["0813245677890", "081324567890"]


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


def test_a_masked_number_is_never_called_different_for_its_hidden_digits() -> None:
    fits = diagnose("0813****7890", index(), sim="081324567890").comparison
    differs = diagnose("0813****7890", index(), sim="081324567891").comparison

    assert fits is not None
    assert differs is not None
    assert (fits.same, fits.visible_agree, fits.visible, fits.hidden) == (None, True, 8, 4)
    assert (differs.same, differs.visible_agree) == (False, False)
    assert fits.edits == differs.edits == ()
    assert fits.likely_wrong is differs.likely_wrong is None


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


@pytest.mark.parametrize("text", ["0813 2456 77890", "O813 2456 7890", "0849 2456 7890"])
def test_a_repr_shows_no_digit_of_the_number(text: str) -> None:
    shown = repr(diagnose(text, index(), sim="0813 2456 7891"))

    assert not re.search(r"\d{3}", shown)
    assert "typed='" not in shown
    assert "number=" not in shown

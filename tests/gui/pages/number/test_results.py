"""Which result a comparison of two numbers has, and what is asked about it."""

import pytest

from jknassist.core.flow.model import NumberResult
from jknassist.core.phone.check import compare_entries, diagnose
from jknassist.core.phone.result import Verdict
from jknassist.gui.pages.number.results import (
    KEPT,
    Ask,
    ComparisonResult,
    comparable,
    result_of_comparison,
)
from tests.support.phone_plan import index

SOUND = "081345677890"


def compared(first: str, second: str) -> ComparisonResult:
    plan = index()
    return result_of_comparison(
        compare_entries(diagnose(first, plan), diagnose(second, plan), plan)
    )


@pytest.mark.parametrize(
    ("first", "second", "result", "ask"),
    [
        (SOUND, SOUND, NumberResult.SAME, Ask.NOTHING),
        ("0813456778901", SOUND, NumberResult.DIFFERS, Ask.TYPE_AGAIN),
        (SOUND, "081290001111", NumberResult.OTHER_NUMBER, Ask.TYPE_AGAIN),
        (SOUND, "0813456778901", NumberResult.DIFFERS, Ask.KEEP_OR_TYPE_AGAIN),
        ("0813****7890", SOUND, NumberResult.SAME, Ask.TYPE_AGAIN),
        ("0813****7890", "081345677809", NumberResult.DIFFERS, Ask.WHICH_IS_WRONG),
        ("0813****7890", "085645671234", NumberResult.OTHER_NUMBER, Ask.WHICH_IS_WRONG),
    ],
)
def test_a_comparison_concludes_and_asks(
    first: str, second: str, result: NumberResult, ask: Ask
) -> None:
    assert compared(first, second) == ComparisonResult(result, ask)


@pytest.mark.parametrize("ask", Ask)
def test_what_the_person_is_asked_about_is_not_decided(ask: Ask) -> None:
    asked = ask in {Ask.KEEP_OR_TYPE_AGAIN, Ask.WHICH_IS_WRONG}
    assert ComparisonResult(NumberResult.DIFFERS, ask).is_decided is not asked


@pytest.mark.parametrize(
    ("typed", "may_be"), [(SOUND, True), ("0813****7890", True), ("rumah", False)]
)
def test_only_what_has_digits_is_compared(typed: str, *, may_be: bool) -> None:
    entry = diagnose(typed, index())
    assert comparable(entry) == (entry if may_be else None)
    assert comparable(None) is None


def test_every_number_that_can_be_read_can_be_kept() -> None:
    assert set(KEPT) == set(Verdict) - {Verdict.UNREADABLE}

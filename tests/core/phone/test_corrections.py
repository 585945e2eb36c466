"""Corrections offered for a number that looks mistyped."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jknassist.core.phone.corrections import corrections, double_slips
from jknassist.core.phone.plan import PrefixStatus, build
from jknassist.core.phone.result import Kind, Span, Suggestion, Verdict
from jknassist.core.phone.validate import Validation, validate
from tests.support.phone_plan import index, plan_of, prefix, with_shares

LOST, WRONG, SWAPPED = Kind.MISSING_DIGIT, Kind.WRONG_DIGIT, Kind.SWAPPED_DIGITS


def judged(number: str, stated: int | None = None) -> Validation:
    return validate(number, index(), stated_length=stated)


def kinds(judgement: Validation) -> list[Kind]:
    return [finding.kind for finding in judgement.findings]


def offered(judgement: Validation) -> list[str]:
    return [suggestion.number for suggestion in judgement.suggestions]


@pytest.mark.parametrize(
    ("number", "kind", "meant", "at", "facts"),
    [
        ("01324567890", LOST, "081324567890", Span(1, 1), {}),
        ("011324567890", WRONG, "081324567890", Span(1, 2), {"digit": "1", "instead": "8"}),
        ("018324567890", SWAPPED, "081324567890", Span(1, 3), {"first": "1", "second": "8"}),
        ("801324567890", SWAPPED, "081324567890", Span(0, 2), {"first": "8", "second": "0"}),
        ("083124567890", SWAPPED, "081324567890", Span(2, 4), {"first": "3", "second": "1"}),
        ("081934567890", SWAPPED, "081394567890", Span(3, 5), {"first": "9", "second": "3"}),
    ],
)
def test_a_mistyped_beginning_is_repaired_where_the_plan_allows_it(
    number: str, kind: Kind, meant: str, at: Span, facts: dict[str, object]
) -> None:
    judgement = judged(number)
    sentences = {LOST: "lost_eight", WRONG: "wrong_digit", SWAPPED: "swapped_digits"}

    assert Suggestion(kind, meant, at) in judgement.suggestions
    [asked] = [f for f in judgement.findings if f.kind is kind]
    assert (asked.sentence, asked.at) == (sentences[kind], at)
    assert dict(asked.facts) == (facts and {**facts, "place": at.start + 1})


def test_no_eight_is_missing_where_there_is_one() -> None:
    # With one more 8 it would be a number of 0884.
    assert offered(judged("0849245678")) == []


def test_a_repaired_beginning_keeps_to_the_owners_count() -> None:
    assert "081324567890" in offered(judged("018324567890", 12))
    assert offered(judged("018324567890", 13)) == []


def test_a_doubled_digit_is_undone_only_where_that_gives_a_usual_length() -> None:
    seen_only = with_shares(l10=0.9, l11=0.01)

    assert offered(validate("08121344567", seen_only)) == ["0812134567"]
    both = offered(judged("0811135566789"))
    assert {len(number) for number in both} == {11}, "numbers of 0811 have 10 or 11 digits"


def test_no_doubled_digit_is_undone_in_a_number_far_too_long() -> None:
    judgement = judged("0813245677890123")

    assert (kinds(judgement), offered(judgement)) == ([Kind.TOO_LONG], [])


def test_a_doubled_digit_is_undone_in_the_longest_number_too() -> None:
    longest = build(plan_of(prefix("0812", (13,))))

    assert offered(validate("08121345677890", longest)) == ["0812134567890"]


def test_two_doubled_digits_are_undone_where_two_are_too_many() -> None:
    judgement = judged("08132455677890")

    assert judgement.verdict is Verdict.WRONG
    assert offered(judgement) == ["081324567890"]
    [asked] = [f for f in judgement.findings if f.kind is Kind.DOUBLED_DIGIT]
    assert (asked.sentence, asked.at) == ("doubled_twice", Span(6, 11))
    assert dict(asked.facts) == {"digit": "5", "place": 7, "other": "7", "other_place": 10}


def test_a_tripled_digit_is_undone_where_two_are_too_many() -> None:
    judgement = judged("08132455567890")

    assert offered(judgement) == ["081324567890"]
    [asked] = [f for f in judgement.findings if f.kind is Kind.DOUBLED_DIGIT]
    assert (asked.sentence, asked.at) == ("doubled_in_run_twice", Span(6, 9))
    assert dict(asked.facts) == {"digit": "5", "place": 7, "count": 3}


def test_of_three_doubled_digits_each_pair_is_asked_about() -> None:
    asked = [dict(one.facts) for one in judged("08132455677899").findings[1:]]
    assert [(one["digit"], one["other"]) for one in asked] == [("5", "7"), ("5", "9"), ("7", "9")]


def test_doubled_digits_are_undone_as_the_owner_counts_and_the_plan_allows() -> None:
    assert offered(judged("08132456778901", 13)) == ["0813245678901"]
    assert offered(judged("081324556778901", 13)) == ["0813245678901"]
    longest = build(replace(plan_of(prefix("0812", (14,))), most=14))
    assert offered(validate("081213456778901", longest)) == ["08121345678901"]
    [slip] = double_slips("0812134556778901", longest, None)
    assert slip.number == "08121345678901"


def test_many_ways_to_have_doubled_two_digits_are_no_offer() -> None:
    assert offered(judged("08132244556677")) == []


def test_two_doubled_digits_are_not_claimed_where_one_explains_it() -> None:
    assert all(len(number) == 12 for number in offered(judged("0813245567789")))


def test_a_doubled_digit_in_the_beginning_is_undone_too() -> None:
    assert "08112345678" in offered(judged("088112345678"))
    assert "081324567890" in offered(judged("0811324567890"))


def test_a_doubted_beginning_gets_no_offer_that_is_as_doubtful() -> None:
    assert judged("086824567789").verdict is Verdict.CHECK
    assert offered(judged("086824567789")) == []


def test_a_number_hardly_in_use_is_offered_last() -> None:
    satellite = prefix("0868", (12,), status=PrefixStatus.SATELLITE)
    commoner = build(plan_of(prefix("0886", (11, 12)), satellite))

    assert offered(validate("0886811234567", commoner)) == ["088681234567", "086811234567"]
    assert offered(judged("0886811234567")) == ["088681234567", "086811234567"]


@given(
    st.sampled_from(sorted(index().blocks)),
    st.text("0123456789", min_size=8, max_size=8),
    st.integers(0, 12),
    st.data(),
)
def test_the_truth_is_offered_for_every_doubled_digit_that_is_noticed(
    five: str, rest: str, place: int, data: st.DataObject
) -> None:
    block = index().blocks[five]
    assume(block.in_use)
    length = data.draw(st.sampled_from(block.usual))
    number = (five + rest)[:length]
    place %= length
    typed = number[:place] + number[place] + number[place:]
    judgement = judged(typed)

    if place and judgement.verdict is not Verdict.OK:
        assert number in offered(judgement)


def test_two_doubled_digits_are_undone_only_to_the_length_that_was_stated() -> None:
    doubled = "08133245567890"
    assert "081324567890" in [one.number for one in double_slips(doubled, index(), 12)]
    assert double_slips(doubled, index(), 13) == []


def test_a_doubled_digit_counts_without_a_claim_where_only_the_plan_allows_the_length() -> None:
    # 0812 may have 11 digits here, though none was seen, and never 10.
    seen_only = with_shares(l12=0.9)
    assert [one.claimed for one in corrections("081213445678", seen_only, None)] == [False]
    assert corrections("08121344567", seen_only, None) == []

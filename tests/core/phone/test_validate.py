import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.length_model import RARE, RARE_DOUBLED, RARE_FAR
from jknassist.core.phone.plan import build
from jknassist.core.phone.result import Finding, Kind, Span, Verdict
from jknassist.core.phone.validate import Validation, validate
from tests.support.phone_plan import index, plan_of, prefix, with_shares


def judged(number: str, stated: int | None = None) -> Validation:
    return validate(number, index(), stated_length=stated)


def kinds(judgement: Validation) -> list[Kind]:
    return [finding.kind for finding in judgement.findings]


def found(judgement: Validation, kind: Kind) -> Finding:
    [finding] = [finding for finding in judgement.findings if finding.kind is kind]
    return finding


def offered(judgement: Validation) -> list[str]:
    return [suggestion.number for suggestion in judgement.suggestions]


def test_nothing_is_odd_about_a_usual_length() -> None:
    judgement = judged("081324567890")

    assert judgement == Validation(Verdict.OK, "Contohsel")
    assert not judgement.ask_length


def test_where_two_lengths_are_usual_the_owner_is_asked() -> None:
    assert judged("081224567890").ask_length
    assert judged("08122456789").ask_length


def test_the_owner_is_asked_too_where_one_of_two_usual_lengths_is_the_commoner() -> None:
    mostly = build(plan_of(prefix("0812", (11,), {"1": {11: 85, 12: 15}})))

    assert mostly.blocks["08121"].shares[11] > 0.8
    assert validate("08121345678", mostly) == Validation(Verdict.OK, "Contohsel", ask_length=True)


def test_the_owner_who_gave_the_count_is_not_asked_again() -> None:
    assert judged("08122456789", 11) == Validation(Verdict.OK, "Contohsel")


@pytest.mark.parametrize("number", ["0811134567", "0881012345678"])
def test_the_shortest_and_the_longest_mobile_numbers_are_possible(number: str) -> None:
    assert judged(number).verdict is Verdict.OK


@pytest.mark.parametrize("number", ["0884802567", "0813245678901"])
def test_an_unusual_length_that_is_possible_is_only_doubted(number: str) -> None:
    assert judged(number).verdict is Verdict.CHECK


def test_a_doubled_digit_is_offered_with_its_run() -> None:
    judgement = judged("0813245677890")

    assert judgement.verdict is Verdict.CHECK
    assert kinds(judgement) == [Kind.TOO_LONG, Kind.DOUBLED_DIGIT]
    assert offered(judgement) == ["081324567890"]
    assert judgement.suggestions[0].at == Span(8, 10)
    assert found(judgement, Kind.DOUBLED_DIGIT).sentence == "doubled_digit"
    assert dict(found(judgement, Kind.DOUBLED_DIGIT).facts) == {"digit": "7", "place": 9}


def test_a_run_of_three_is_the_likelier_one_and_told_as_a_run() -> None:
    judgement = judged("0813556777890")

    assert offered(judgement) == ["081355677890", "081356777890"]
    [first, second] = [f for f in judgement.findings if f.kind is Kind.DOUBLED_DIGIT]
    assert first.sentence == "doubled_in_run"
    assert dict(first.facts) == {"digit": "7", "place": 8, "count": 3}
    assert second.sentence == "doubled_digit"
    assert first.at == Span(7, 10)


def test_two_lengths_are_named_the_nearest_first() -> None:
    facts = dict(found(judged("081117958348"), Kind.TOO_LONG).facts)

    assert facts == {"start": "0811", "usual": (10, 11), "length": 12, "extra": (1, 2)}


def test_the_length_is_reported_with_what_is_usual() -> None:
    facts = dict(found(judged("0813245678901"), Kind.TOO_LONG).facts)

    assert facts == {"start": "0813", "usual": (12,), "length": 13, "extra": (1,)}


def test_without_a_doubled_digit_any_one_may_be_too_many() -> None:
    judgement = judged("0813245678901")

    assert kinds(judgement) == [Kind.TOO_LONG, Kind.EXTRA_DIGIT]
    assert judgement.suggestions == ()


def test_two_digits_too_many_are_not_called_one() -> None:
    assert kinds(judged("08132456789012")) == [Kind.TOO_LONG]
    perhaps_two = judged("081147958326")
    assert dict(found(perhaps_two, Kind.TOO_LONG).facts)["extra"] == (1, 2)
    assert kinds(perhaps_two) == [Kind.TOO_LONG]


def test_the_only_usual_length_is_never_odd() -> None:
    mistyped = build(plan_of(prefix("0812", (13,), {"1": {14: 50}}), prefix("0881", (12,))))

    assert validate("0881212345678", mistyped).verdict is Verdict.CHECK
    assert validate("0812134567890", mistyped).verdict is Verdict.OK
    assert validate("0812111111111", mistyped).verdict is Verdict.OK


def test_a_missing_digit_is_counted_but_never_guessed() -> None:
    judgement = judged("08132456789")

    assert judgement.verdict is Verdict.CHECK
    assert kinds(judgement) == [Kind.TOO_SHORT]
    assert judgement.suggestions == ()
    assert dict(found(judgement, Kind.TOO_SHORT).facts)["missing"] == (1,)
    assert judgement.ask_length


def test_a_length_far_rarer_than_the_next_longer_one_is_short() -> None:
    assert index().blocks["08171"].shares[11] > 0
    assert kinds(judged("08171234567")) == [Kind.TOO_SHORT]


def test_a_rare_length_is_long_only_if_a_doubled_digit_may_explain_it() -> None:
    assert index().blocks["08151"].shares[12] > 0
    assert kinds(judged("081512345678")) == []
    assert kinds(judged("081512334567")) == [Kind.TOO_LONG, Kind.DOUBLED_DIGIT]


def test_a_doubled_digit_does_not_make_a_usual_length_odd() -> None:
    assert judged("08111395450") == Validation(Verdict.OK, "Contohsel", ask_length=True)


def test_a_length_between_two_usual_ones_is_odd_towards_the_commoner_side() -> None:
    both = build(plan_of(prefix("0812", (11,), {"1": {11: 85, 12: 3, 13: 12}})))
    long = validate("081213445678", both)
    short = validate("081213456789", with_shares(l11=0.35, l12=0.01, l13=0.6))

    assert dict(found(long, Kind.TOO_LONG).facts)["extra"] == (1,)
    assert kinds(short)[0] is Kind.TOO_SHORT
    assert dict(short.findings[0].facts)["missing"] == (1,)
    assert dict(short.findings[0].facts)["usual"] == (11, 13)


@pytest.mark.parametrize(
    ("share", "number", "odd"),
    [
        # 0.08 x 10/11 x 0.9 = 0.0655 for one pair, whose weight is the share of 11 digits.
        (0.064, "081213445678", True),
        (0.067, "081213445678", False),
        (RARE_DOUBLED * 10 / 11 * 0.9, "081213445678", False),
        # A run of three has twice the weight, two pairs together have it as well.
        (0.12, "081213444567", True),
        (0.12, "081213445567", True),
        (0.14, "081213445567", False),
        (0.01, "081213456789", False),
    ],
)
def test_a_length_is_long_below_the_exact_share_that_doublings_explain(
    share: float, number: str, *, odd: bool
) -> None:
    judgement = validate(number, with_shares(l11=0.9, l12=share))

    assert (Kind.TOO_LONG in kinds(judgement)) is odd


@pytest.mark.parametrize(
    ("share", "odd"), [(RARE_FAR * 0.5 - 0.001, True), (RARE_FAR * 0.5, False)]
)
def test_a_length_is_long_below_the_exact_share_of_one_that_is_two_shorter(
    share: float, *, odd: bool
) -> None:
    judgement = validate("081213456789", with_shares(l10=0.5, l12=share))

    assert (Kind.TOO_LONG in kinds(judgement)) is odd


@pytest.mark.parametrize(("share", "odd"), [(RARE * 0.5 - 0.001, True), (RARE * 0.5, False)])
def test_a_length_is_short_below_the_exact_share_of_the_next_one(
    share: float, *, odd: bool
) -> None:
    judgement = validate("081213456789", with_shares(l11=0.4, l12=share, l13=0.5))

    assert (Kind.TOO_SHORT in kinds(judgement)) is odd


def test_a_length_is_short_below_the_exact_share_of_one_that_is_two_longer() -> None:
    number = "08121345678"
    assert kinds(validate(number, with_shares(l11=RARE_FAR * 0.5, l13=0.5))) == []
    assert kinds(validate(number, with_shares(l11=0.049, l13=0.5))) == [Kind.TOO_SHORT]


def test_a_length_between_two_usual_ones_is_long_for_the_far_commoner_shorter_one() -> None:
    judgement = validate("081213456789", with_shares(l10=0.5, l12=0.04, l13=0.3))
    assert dict(found(judgement, Kind.TOO_LONG).facts)["extra"] == (2,)


@pytest.mark.parametrize("length", [5, 9, 14, 16])
def test_no_mobile_number_has_fewer_than_10_or_more_than_13_digits(length: int) -> None:
    judgement = judged("0813245678901234"[:length])

    assert judgement.verdict is Verdict.WRONG
    assert kinds(judgement) == [Kind.TOO_SHORT if length < 10 else Kind.TOO_LONG]
    assert not judgement.ask_length


def test_a_length_between_two_usual_ones_may_be_either() -> None:
    judgement = judged("08142456789")

    assert kinds(judgement)[0] is Kind.TOO_LONG, "of two equally usual ones the shorter is meant"
    assert dict(judgement.findings[0].facts)["usual"] == (10, 12)


@pytest.mark.parametrize("start", ["0", "08", "081"])
def test_a_beginning_still_being_typed_is_only_short(start: str) -> None:
    judgement = judged(start)

    assert kinds(judgement) == [Kind.TOO_SHORT]
    assert judgement.verdict is Verdict.WRONG
    assert judgement.operator is None


def test_an_unknown_beginning_is_almost_surely_wrong() -> None:
    judgement = judged("084924567890")

    assert judgement.verdict is Verdict.WRONG
    assert kinds(judgement) == [Kind.UNKNOWN_PREFIX]
    assert found(judgement, Kind.UNKNOWN_PREFIX).at == Span(0, 4)
    assert judgement.operator is None


def test_an_unknown_beginning_of_impossible_length_is_both() -> None:
    assert kinds(judged("08492456789012")) == [Kind.UNKNOWN_PREFIX, Kind.TOO_LONG]
    assert kinds(judged("0849245678901")) == [Kind.UNKNOWN_PREFIX]
    assert kinds(judged("0849245678")) == [Kind.UNKNOWN_PREFIX]
    assert kinds(judged("084924567")) == [Kind.UNKNOWN_PREFIX, Kind.TOO_SHORT]


def test_a_length_far_from_all_that_was_seen_is_as_odd_as_one_beside_it() -> None:
    seldom = build(plan_of(prefix("0881", (11,), {"3": {11: 14, 12: 1, 13: 1}})))
    judgement = validate("0881390142257", seldom)

    assert (judgement.verdict, kinds(judgement)) == (Verdict.CHECK, [Kind.TOO_LONG])
    assert dict(judgement.findings[0].facts)["extra"] == (2,)
    assert judgement.suggestions == (), "one doubled digit would leave a length rarer still"
    assert judgement.ask_length


@pytest.mark.parametrize(
    ("number", "sentence", "operator"),
    [
        ("082724567890", "unconfirmed_prefix", None),
        ("082824567890", "retired_prefix", "Contohsel"),
        ("086824567890", "satellite_prefix", "Contohsel"),
    ],
)
def test_a_beginning_hardly_in_use_is_asked_about(
    number: str, sentence: str, operator: str | None
) -> None:
    judgement = judged(number)

    assert judgement.verdict is Verdict.CHECK
    assert [finding.sentence for finding in judgement.findings] == [sentence]
    assert judgement.operator == operator


def test_a_listed_beginning_is_as_good_as_any() -> None:
    assert judged("08842456789").verdict is Verdict.OK


def test_the_owners_count_settles_an_odd_length() -> None:
    assert judged("0813245677890", 13) == Validation(Verdict.OK, "Contohsel")


def test_the_owners_count_shows_a_hidden_slip() -> None:
    judgement = judged("081245567890", 11)

    assert judgement.verdict is Verdict.CHECK
    assert offered(judgement) == ["08124567890"]
    assert found(judgement, Kind.TOO_LONG).sentence == "too_long_as_stated"
    assert dict(found(judgement, Kind.TOO_LONG).facts) == {"stated": 11, "length": 12}
    assert found(judged("08122456789", 12), Kind.TOO_SHORT).sentence == "too_short_as_stated"
    assert not judgement.ask_length


def test_the_owners_count_allows_for_one_digit_too_many() -> None:
    assert kinds(judged("081245678907", 11)) == [Kind.TOO_LONG, Kind.EXTRA_DIGIT]
    assert kinds(judged("0812456789078", 11)) == [Kind.TOO_LONG]


def test_a_count_that_a_number_can_have_is_believed() -> None:
    assert found(judged("081224567890", 10), Kind.TOO_LONG).sentence == "too_long_as_stated"
    assert kinds(judged("081224567890", 13)) == [Kind.TOO_SHORT]


@pytest.mark.parametrize("count", [-1, 0, 9, 14, 10**9])
def test_a_count_that_no_number_has_is_not_believed(count: int) -> None:
    assert judged("081224567890", count) == judged("081224567890")


@given(st.text("0123456789", max_size=24).map(lambda rest: "0" + rest), st.none() | st.integers())
def test_any_digits_give_a_judgement(number: str, stated: int | None) -> None:
    judgement = judged(number, stated)

    assert (judgement.verdict is Verdict.OK) == (not judgement.findings)
    for finding in judgement.findings:
        assert finding.at is None or 0 <= finding.at.start <= finding.at.stop <= len(number)
    for suggestion in judgement.suggestions:
        assert suggestion.number != number
        assert -2 <= len(suggestion.number) - len(number) <= 1

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.diagnosis import Finding, Kind, Span, Verdict
from jknassist.core.phone.judging import Judgement, judge
from jknassist.core.phone.plan import build
from tests.core.phone.phone_plan import index, plan_of, prefix


def judged(number: str, stated: int | None = None) -> Judgement:
    return judge(number, index(), stated_length=stated)


def kinds(judgement: Judgement) -> list[Kind]:
    return [finding.kind for finding in judgement.findings]


def found(judgement: Judgement, kind: Kind) -> Finding:
    [finding] = [finding for finding in judgement.findings if finding.kind is kind]
    return finding


def offered(judgement: Judgement) -> list[str]:
    return [suggestion.number for suggestion in judgement.suggestions]


def test_nothing_is_odd_about_a_usual_length() -> None:
    judgement = judged("081324567890")

    assert judgement == Judgement(Verdict.OK, "Contohsel")
    assert not judgement.ask_length


def test_where_two_lengths_are_usual_the_owner_is_asked() -> None:
    assert judged("081224567890").ask_length
    assert judged("08122456789").ask_length


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


def test_the_length_is_told_with_what_is_usual() -> None:
    facts = dict(found(judged("0813245678901"), Kind.TOO_LONG).facts)

    assert facts == {"start": "0813", "usual": (12,), "length": 13, "extra": (1,)}


def test_without_a_doubled_digit_any_one_may_be_too_many() -> None:
    judgement = judged("0813245678901")

    assert kinds(judgement) == [Kind.TOO_LONG, Kind.EXTRA_DIGIT]
    assert judgement.suggestions == ()


def test_two_digits_too_many_are_not_called_one() -> None:
    assert kinds(judged("08132456789012")) == [Kind.TOO_LONG]


def test_the_only_usual_length_is_never_odd() -> None:
    mistyped = build(plan_of(prefix("0812", (13,), {"1": {14: 50}}), prefix("0881", (12,))))

    assert judge("0881212345678", mistyped).verdict is Verdict.CHECK
    assert judge("0812134567890", mistyped).verdict is Verdict.OK
    assert judge("0812111111111", mistyped).verdict is Verdict.OK


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


@pytest.mark.parametrize("length", [5, 9, 14, 16])
def test_no_mobile_number_has_fewer_than_10_or_more_than_13_digits(length: int) -> None:
    judgement = judged("0813245678901234"[:length])

    assert judgement.verdict is Verdict.WRONG
    assert kinds(judgement) == [Kind.TOO_SHORT if length < 10 else Kind.TOO_LONG]
    assert not judgement.ask_length


def test_a_length_between_two_usual_ones_may_be_either() -> None:
    judgement = judged("08142456789")

    assert kinds(judgement)[0] in {Kind.TOO_LONG, Kind.TOO_SHORT}
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


@pytest.mark.parametrize(
    ("number", "kind", "sentence", "meant"),
    [
        ("01324567890", Kind.MISSING_DIGIT, "lost_eight", "081324567890"),
        ("011324567890", Kind.WRONG_DIGIT, "wrong_digit", "081324567890"),
        ("018324567890", Kind.SWAPPED_DIGITS, "swapped_digits", "081324567890"),
        ("801324567890", Kind.SWAPPED_DIGITS, "swapped_digits", "081324567890"),
        ("083124567890", Kind.SWAPPED_DIGITS, "swapped_digits", "081324567890"),
    ],
)
def test_a_mistyped_beginning_is_repaired_where_the_plan_allows_it(
    number: str, kind: Kind, sentence: str, meant: str
) -> None:
    judgement = judged(number)

    assert meant in offered(judgement)
    [asked] = [f for f in judgement.findings if f.kind is kind]
    assert asked.sentence == sentence


def test_a_doubled_digit_in_the_beginning_is_undone_too() -> None:
    assert "08112345678" in offered(judged("088112345678"))
    assert "081324567890" in offered(judged("0811324567890"))


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


def test_a_number_hardly_in_use_is_offered_last() -> None:
    assert offered(judged("0886811234567")) == ["088681234567", "086811234567"]


def test_a_listed_beginning_is_as_good_as_any() -> None:
    assert judged("08842456789").verdict is Verdict.OK


def test_the_owners_count_settles_an_odd_length() -> None:
    assert judged("0813245677890", 13) == Judgement(Verdict.OK, "Contohsel")


def test_the_owners_count_shows_a_hidden_slip() -> None:
    judgement = judged("081245567890", 11)

    assert judgement.verdict is Verdict.CHECK
    assert offered(judgement) == ["08124567890"]
    assert found(judgement, Kind.TOO_LONG).sentence == "too_long_as_stated"
    assert found(judged("08122456789", 12), Kind.TOO_SHORT).sentence == "too_short_as_stated"
    assert not judgement.ask_length


def test_the_owners_count_allows_for_one_digit_too_many() -> None:
    assert kinds(judged("081245678907", 11)) == [Kind.TOO_LONG, Kind.EXTRA_DIGIT]
    assert kinds(judged("0812456789078", 11)) == [Kind.TOO_LONG]


@pytest.mark.parametrize("count", [-1, 0, 9, 14, 10**9])
def test_a_count_that_no_number_has_is_not_believed(count: int) -> None:
    assert judged("081224567890", count) == judged("081224567890")


@given(
    st.sampled_from(sorted(index().blocks)),
    st.text("0123456789", min_size=8, max_size=8),
    st.integers(0, 12),
    st.data(),
)
def test_the_truth_is_offered_for_every_doubled_digit_that_is_noticed(
    five: str, rest: str, place: int, data: st.DataObject
) -> None:
    length = data.draw(st.sampled_from(index().blocks[five].prefix.admissible))
    number = (five + rest)[:length]
    place %= length
    typed = number[:place] + number[place] + number[place:]
    judgement = judged(typed)

    if place and judgement.verdict is not Verdict.OK:
        assert number in offered(judgement)


@given(st.text("0123456789", max_size=24).map(lambda rest: "0" + rest), st.none() | st.integers())
def test_any_digits_give_a_judgement(number: str, stated: int | None) -> None:
    judgement = judged(number, stated)

    assert (judgement.verdict is Verdict.OK) == (not judgement.findings)
    for finding in judgement.findings:
        assert finding.at is None or 0 <= finding.at.start <= finding.at.stop <= len(number)
    for suggestion in judgement.suggestions:
        assert suggestion.number != number
        assert abs(len(suggestion.number) - len(number)) <= 1

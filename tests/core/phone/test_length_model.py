import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.length_model import shares_by_fifth

LENGTHS = st.integers(9, 14)
EVIDENCE = st.dictionaries(
    st.sampled_from("0123456789"),
    st.dictionaries(LENGTHS.map(str), st.integers(1, 9), max_size=3),
    max_size=10,
)


@given(st.sets(st.integers(10, 13), min_size=1), EVIDENCE)
def test_shares_of_all_lengths_add_up_to_one(
    listed: set[int], seen: dict[str, dict[str, int]]
) -> None:
    for shares in shares_by_fifth(listed, seen).values():
        assert sum(shares) == pytest.approx(1)


def test_without_evidence_the_listed_lengths_are_equally_usual() -> None:
    shares = shares_by_fifth((10, 12), {})["4"]

    assert shares[10] == shares[12] == pytest.approx(0.5)
    assert shares[11] == 0


def test_a_pure_fifth_digit_settles_the_length() -> None:
    shares = shares_by_fifth((11, 12), {"0": {"13": 8}, "1": {"11": 1}})

    assert shares["0"][13] > 0.95
    assert shares["1"][11] > 0.85
    assert shares["2"][13] > shares["2"][11]


def test_a_fifth_digit_says_little_where_fifth_digits_are_mixed() -> None:
    pure = {"1": {"11": 4}, "2": {"12": 4}, "3": {"11": 1}}
    mixed = {"1": {"11": 2, "12": 2}, "2": {"11": 2, "12": 2}, "3": {"11": 1}}

    assert shares_by_fifth((11, 12), pure)["3"][11] > shares_by_fifth((11, 12), mixed)["3"][11]


def test_a_worked_example_of_a_pure_prefix() -> None:
    # Four digits: 8, which count as 5, and 1 seen, and 1.5 listed in halves; 4 instead of 1.5 for a
    # fifth digit nobody has seen. No fifth digit is mixed: weight 0.15.
    shares = shares_by_fifth((11, 12), {"0": {"13": 8}, "1": {"11": 1}})

    assert set(shares) == set("0123456789")
    assert shares["2"][11:14] == pytest.approx((3 / 10, 2 / 10, 5 / 10))
    assert shares["1"][11:14] == pytest.approx(
        ((1 + 0.15 * 1.75 / 7.5) / 1.15, 0.15 * 0.75 / 7.5 / 1.15, 0.15 * 5 / 7.5 / 1.15)
    )


def test_a_worked_example_of_a_mixed_prefix() -> None:
    # Behind 1 and 3 one number each has not the usual length, of 2 + 1 numbers beyond the first
    # ones; two are added for caution. So the weight is 0.15 + 8 x 2 / 5.
    seen = {"1": {"11": 2, "12": 1}, "2": {"12": 1}, "3": {"11": 1, "12": 1}}
    shares = shares_by_fifth((11, 12), seen)
    weight = 3.35

    assert shares["4"][11:13] == pytest.approx((0.5, 0.5))
    assert shares["1"][11] == pytest.approx((2 + weight / 2) / (3 + weight))
    assert shares["2"][11] == pytest.approx((weight / 2) / (1 + weight))

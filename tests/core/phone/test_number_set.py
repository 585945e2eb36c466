"""The number set behaves like a set, in less memory."""

import random
import sys

from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.number_set import FIRST_SIZE, NumberSet


@given(st.lists(st.integers(1, 2**64 - 1) | st.integers(1, 50)))
def test_it_agrees_with_pythons_own_set(numbers: list[int]) -> None:
    ours, own = NumberSet(), set[int]()
    for number in numbers:
        assert ours.add(number) is (number in own)
        own.add(number)
        assert len(ours) == len(own)


def test_it_grows_over_many_sizes() -> None:
    chance = random.Random(1)  # noqa: S311  no secret
    numbers = [chance.randrange(10**11, 10**13) for _ in range(20 * FIRST_SIZE)]
    ours = NumberSet()
    for number in numbers:
        ours.add(number)

    assert len(ours) == len(set(numbers))
    assert all(ours.add(number) for number in numbers)


def test_numbers_one_after_another_are_spread() -> None:
    ours = NumberSet()
    for number in range(1_081_300_000_000, 1_081_300_020_000):
        assert not ours.add(number)

    assert sys.getsizeof(ours._slots) < 20_000 * 8 * 4


def test_the_largest_numbers_stay_after_it_has_grown() -> None:
    ours = NumberSet()
    largest = range(2**64 - FIRST_SIZE, 2**64)

    assert not any(ours.add(number) for number in largest)
    assert all(ours.add(number) for number in largest)


def test_numbers_of_every_second_slot_fill_the_others_too() -> None:
    ours = NumberSet()
    even = [number for number in range(1, 4 * FIRST_SIZE) if ours._slot_of(number) % 2 == 0]

    for number in even[: FIRST_SIZE * 6 // 10]:
        assert not ours.add(number)

    assert len(ours) == FIRST_SIZE * 6 // 10

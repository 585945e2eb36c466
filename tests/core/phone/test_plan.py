"""The numbering plan as an index of prefixes."""

from jknassist.core.phone.plan import build
from tests.support.phone_plan import index, plan_of, prefix


def test_one_odd_number_among_many_does_not_become_usual() -> None:
    assert index().blocks["08171"].usual == (12,)


def test_five_digits_are_named_only_where_the_fifth_makes_a_difference() -> None:
    blocks = index().blocks

    assert blocks["08131"].start == "0813"
    assert blocks["08810"].start == "08810"
    assert blocks["08810"].usual == (13,)
    assert blocks["08811"].usual == (11,)


def test_lengths_that_cannot_be_are_never_usual() -> None:
    mistyped = build(plan_of(prefix("0812", (12,), {"1": {9: 50, 14: 50}})))

    assert mistyped.blocks["08121"].usual == (12,)
    assert mistyped.blocks["08121"].shares[14] == 0


def test_where_only_impossible_lengths_are_known_each_possible_one_is_usual() -> None:
    unknown = build(plan_of(prefix("0812", (9,))))

    assert unknown.blocks["08121"].usual == (10, 11, 12, 13)


def test_the_index_knows_every_beginning_of_a_prefix() -> None:
    assert build(plan_of(prefix("0812", (12,)))).starts == {"", "0", "08", "081", "0812"}

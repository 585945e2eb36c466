import itertools

from jknassist.system.sound.player import LEVELS, factor_of


def test_a_step_of_the_volume_is_six_decibels() -> None:
    """S10: louder and softer in steps of at most 6 dB."""
    factors = [factor_of(level) for level in range(1, LEVELS + 1)]
    assert factors[-1] == 1
    assert all(louder / softer == 2 for softer, louder in itertools.pairwise(factors))


def test_louder_than_all_is_as_loud_as_can_be() -> None:
    assert factor_of(LEVELS + 5) == 1
    assert factor_of(0) == factor_of(1)

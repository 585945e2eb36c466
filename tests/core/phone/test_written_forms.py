"""A sample of every form in which numbers come; the bench of the same name reads 100,000 each."""

import pytest

from tests.bench.number_limits import loaded
from tests.bench.written_forms import FORMS, count, drawn

NUMBERS = 150

ASKED = {
    *("2", "O", "RT 08 without 0", "-58", "62", "with 0 .0", "masked", "scientific"),
}
"""Forms that leave it open what belongs to the number, or do not hold all of it."""


@pytest.mark.parametrize("form", FORMS)
def test_nothing_beside_a_number_makes_a_wrong_one_of_it(form: str) -> None:
    index = loaded()
    counted = count(FORMS[form], drawn(NUMBERS, index), index)

    assert (counted.wrong_read, counted.wrong_ok, counted.wrong_offered) == (0, 0, 0)
    assert counted.right + counted.none == NUMBERS
    assert form in ASKED or counted.right >= 0.9 * NUMBERS

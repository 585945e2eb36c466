"""The repr of a result shows no digit of a number, so that none gets into a log."""

import re

import pytest

from jknassist.core.phone.check import diagnose
from tests.support.phone_plan import index


@pytest.mark.parametrize("text", ["0813 2456 77890", "O813 2456 7890", "0849 2456 7890"])
def test_a_repr_shows_no_digit_of_the_number(text: str) -> None:
    shown = repr(diagnose(text, index(), sim="0813 2456 7891"))

    assert not re.search(r"\d{3}", shown)
    assert "typed='" not in shown
    assert "number=" not in shown

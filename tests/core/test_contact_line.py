"""Remarks of `site check` on the contact line of an office."""

import pytest

from jknassist.core.contact_line import notes
from tests.support.phone_plan import index


@pytest.mark.parametrize(
    ("contact", "odd"),
    [
        ("0813-2456-7890", []),
        ("(021) 5550100", []),
        ("0813-2456-77890", [True]),
        ("0813-2456-789", [True]),
        ("00813-2456-7890", [True]),
        ("08.00-15.00", [False]),
        ("021 5550100 (12)", [False]),
        ("Kantor Contoh", [False]),
    ],
)
def test_an_odd_number_and_what_gets_no_code_are_reported(contact: str, odd: list[bool]) -> None:
    assert [note.odd for note in notes(contact, index())] == odd

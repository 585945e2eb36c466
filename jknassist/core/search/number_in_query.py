"""Tells a phone number from the words of a complaint: people type one where they search."""

import re

FEWEST_DIGITS, MOST_DIGITS = 9, 15
"""Of what may be meant as a mobile number, with a digit too few or some too many."""

WRITTEN = re.compile(r"\+?[\d\s().*/-]+")


def is_phone_number(text: str) -> bool:
    """Return whether a text is a phone number and nothing else, right or wrong.

    An identity or card number, which is longer, is none: nobody is led to type it.
    """
    digits = sum(character.isdigit() or character == "*" for character in text)
    return WRITTEN.fullmatch(text.strip()) is not None and FEWEST_DIGITS <= digits <= MOST_DIGITS

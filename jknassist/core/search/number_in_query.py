"""Recognises a phone number that was typed into the search field."""

import re

FEWEST_DIGITS, MOST_DIGITS = 9, 15
"""Length of what may be a mobile number with a digit missing or some too many."""

WRITTEN = r"\+?[\d\s().*/-]+"


def is_phone_number(text: str) -> bool:
    """Return whether a text is only a phone number, right or wrong.

    Identity and card numbers, which are longer, are not: no page should ask for one.
    """
    digits = sum(character.isdigit() or character == "*" for character in text)
    written = re.fullmatch(WRITTEN, text.strip()) is not None
    return written and FEWEST_DIGITS <= digits <= MOST_DIGITS

"""Encoding of sheet numbers: an integer in base 23 with a check character.

The alphabet has 23 letters and digits; of each pair that is easily confused (0 O, 1 I L, 2 Z, 5 S,
6 G, 8 B) it has neither. 23 is a prime, so the weighted sum of the characters modulo 23 changes
with every single wrong character and with every two swapped ones: the weights are all different,
none is 0, and neither is their difference.
"""

import unicodedata
from enum import StrEnum

ALPHABET = "3479ACDEFHJKMNPQRTUVWXY"
LENGTH = 8
GROUP = 4
"""Characters per group, in which the number is read out and copied."""

BASE = len(ALPHABET)
CAPACITY = BASE ** (LENGTH - 1)
"""Exclusive upper bound of the integers; the last character is the check character."""

APART = " -._\u2010\u2011\u2012\u2013\u2014\u2212"
"""Separators between groups, ignored when a number is read."""

# By position from the left; the check character has the largest weight.
_WEIGHTS = range(1, LENGTH + 1)
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
_CHECK_INVERSE = pow(LENGTH, -1, BASE)


class SheetFault(StrEnum):
    """Why a sheet number is invalid."""

    UNUSED = "unused"
    LENGTH = "length"
    SLIP = "slip"
    OLDER = "older"
    NEWER = "newer"
    OTHER = "other"


class SheetNumberError(Exception):
    """A sheet number is invalid; `found` is a character that no sheet number has."""

    def __init__(self, fault: SheetFault, found: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.found = found


def written(count: int) -> str:
    """Encode an integer below `CAPACITY`, as in 7K4P-MX3W; raise ValueError if it is not."""
    if not 0 <= count < CAPACITY:
        raise ValueError(count)
    values: list[int] = []
    for _ in range(LENGTH - 1):
        count, value = divmod(count, BASE)
        values.insert(0, value)
    letters = [*values, -_sum(values) * _CHECK_INVERSE % BASE]
    return grouped("".join(ALPHABET[value] for value in letters))


def read(text: str) -> int:
    """Decode a sheet number; raise SheetNumberError for a wrong character, length or check."""
    letters = kept(text)
    for letter in letters:
        if letter not in _VALUES:
            raise SheetNumberError(SheetFault.UNUSED, letter)
    if len(letters) != LENGTH:
        raise SheetNumberError(SheetFault.LENGTH)
    values = [_VALUES[letter] for letter in letters]
    if _sum(values) % BASE:
        raise SheetNumberError(SheetFault.SLIP)
    count = 0
    for value in values[:-1]:
        count = count * BASE + value
    return count


def is_whole(text: str) -> bool:
    """Return whether a text is a valid sheet number of any content."""
    try:
        read(text)
    except SheetNumberError:
        return False
    return True


def kept(text: str) -> str:
    """Return a typed text in upper case without separators and unprintable characters."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in plain if letter not in APART and letter.isprintable())


def grouped(letters: str) -> str:
    """Write characters in groups, as on paper."""
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def _sum(values: list[int]) -> int:
    return sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=False))

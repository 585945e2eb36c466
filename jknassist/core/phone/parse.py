"""Any text that may hold a phone number becomes a number, or is named as what it is instead."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from string import ascii_letters, digits
from typing import NamedTuple

from jknassist.core.phone.normalize import FEWEST_DIALLED, Normalized, instead, normalize
from jknassist.core.phone.result import Finding, Kind, Span, Verdict
from jknassist.core.phone.unicode_fold import fold

GROUP = 4
LIKE_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}
WHOLE_NUMBER = 10
"""Digits of the shortest mobile number: after so many a second number may begin."""

LABEL_DIGITS = 3
"""So few digits beside a word are part of a name: "HP 2"."""

LONGEST_WORD = 40
"""Longer words with digits in them are not taken apart."""

# What keeps digits apart: a word (or a sign that stands for one), a mark, a new line. A text is
# boiled down to these three, a +, digits, and STUCK where letters stand inside a number.
WORD, MARK, LINE, STUCK = "|", "/", "\n", "!"
_SIGNS = {"+": "+", "\n": LINE, "\r": LINE}
_SIGNS |= dict.fromkeys("/,;&", MARK) | dict.fromkeys(":=?@", WORD)

_TOLD = frozenset(ascii_letters + digits).union(_SIGNS)
_LOOSE = dict.fromkeys(sign for sign in range(128) if chr(sign) not in _TOLD)
_TOKEN = re.compile(r"[0-9A-Za-z]+|[+/,;&:=?@\n\r]")
_NUMERIC = re.compile(r"[OolI]*[0-9][0-9OolI]*")
_LABELLED = re.compile(r"([A-Za-z]*)([0-9][0-9OolI]*)([A-Za-z]{2,})?")
_DIGITS = re.compile(r"([0-9OolI]+)")


class Apart(IntEnum):
    """How strongly digits are kept apart from those before them."""

    LINE = 1
    MARK = 2
    WORD = 3


class _Group(NamedTuple):
    """Digits that belong together."""

    apart: Apart
    plus: bool
    written: str


def grouped(number: str) -> str:
    """Return a number in groups of four, as people write it: 0812-3456-7890."""
    groups = (number[:GROUP], number[GROUP : 2 * GROUP], number[2 * GROUP :])
    return "-".join(group for group in groups if group)


def parse(text: str) -> Normalized:
    """Read the one mobile number in a text; any text gives a reading, in time linear in it."""
    bare = text.replace("-", "").replace(" ", "")
    if bare.isascii() and bare.isdigit():
        return normalize(bare, plus=False)
    folded = fold(text)
    bare = folded.translate(_LOOSE)
    if bare.isdigit():
        return normalize(bare, plus=False)
    if bare[:1] == "+" and bare[1:].isdigit():
        return normalize(bare[1:], plus=True)
    return _read_groups(folded)


def _read_groups(text: str) -> Normalized:
    boiled = _boiled_down(text)
    if STUCK in boiled:
        return instead(Kind.LETTERS, Verdict.UNREADABLE)
    groups = list(_groups(boiled))
    if groups:
        return _one_of(groups)
    if any(sign.isalpha() for sign in text):
        return Normalized(None, Verdict.UNREADABLE, (Finding(Kind.LETTERS, "letters_only"),))
    return instead(Kind.EMPTY, Verdict.UNREADABLE)


def _boiled_down(text: str) -> str:
    """Return what matters of a text: digits, letters that look like them, and what is between."""
    pieces: list[str] = []
    for match in _TOKEN.finditer(text):
        after_digits = bool(pieces) and pieces[-1][-1].isalnum()
        pieces.append(_piece(match[0], after_digits=after_digits))
    return "".join(pieces)


def _piece(written: str, *, after_digits: bool) -> str:
    if written in _SIGNS:
        return _SIGNS[written]
    if _NUMERIC.fullmatch(written):
        return written
    if written.isalpha():
        return written if after_digits and LIKE_DIGITS.keys() >= set(written) else WORD
    # A word may be written to a number: "HP0812", "7890Budi".
    parts = _LABELLED.fullmatch(written) if len(written) <= LONGEST_WORD else None
    if parts is None:
        return STUCK
    label, number, name = parts.groups()
    return (WORD if label else "") + number + (WORD if name else "")


def _groups(boiled: str) -> Iterator[_Group]:
    before = 0
    parts = _DIGITS.split(boiled)
    for between, written in zip(parts[::2], parts[1::2], strict=False):
        plus = "+" in between
        if WORD in between:
            apart = Apart.WORD
        elif MARK in between or (plus and before >= FEWEST_DIALLED):
            apart = Apart.MARK
        else:
            apart = Apart.LINE
        yield _Group(apart, plus, written)
        before = len(written)


def _one_of(groups: Sequence[_Group]) -> Normalized:
    """Choose the group that is the number, join groups that are parts of it, or say why not."""
    numbers = [group for group in groups if len(group.written) >= FEWEST_DIALLED]
    if len(numbers) > 1:
        return _same_or_two(numbers)
    if len(groups) == 1:
        return _spelled(groups[0])
    apart = max(group.apart for group in groups[1:])
    if apart is Apart.WORD:
        return _labelled(numbers, groups)
    if apart is Apart.MARK and any(len(group.written) >= WHOLE_NUMBER for group in groups):
        return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    return _spelled(_Group(apart, groups[0].plus, "".join(group.written for group in groups)))


def _same_or_two(numbers: Sequence[_Group]) -> Normalized:
    first = _spelled(numbers[0])
    if any(_spelled(other).number != first.number for other in numbers[1:]):
        return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    return first


def _labelled(numbers: Sequence[_Group], groups: Sequence[_Group]) -> Normalized:
    """Read the one number among words, if the other digits can be no part of it."""
    others = [group for group in groups if group not in numbers]
    if not numbers or any(len(group.written) > LABEL_DIGITS for group in others):
        return instead(Kind.LETTERS, Verdict.UNREADABLE)
    return _spelled(numbers[0])


def _spelled(group: _Group) -> Normalized:
    """Read the digits of a group, and tell of every letter that was taken for one."""
    written = group.written
    reading = normalize("".join(LIKE_DIGITS.get(sign, sign) for sign in written), plus=group.plus)
    if written.isdigit() or reading.number is None:
        return reading
    # Only the beginning of a number is ever changed, so places count from its end.
    shift = len(reading.number) - len(written)
    letters = tuple(
        _letter(sign, max(place + shift, 0)) for place, sign in enumerate(written) if sign.isalpha()
    )
    verdict = Verdict.CHECK if reading.verdict is Verdict.OK else reading.verdict
    return Normalized(reading.number, verdict, (*reading.findings, *letters))


def _letter(letter: str, place: int) -> Finding:
    facts = (("letter", letter), ("digit", LIKE_DIGITS[letter]), ("place", place + 1))
    at = Span(place, place + 1)
    return Finding(Kind.LETTER_FOR_DIGIT, Kind.LETTER_FOR_DIGIT.value, at, facts)

"""Splits a folded text into groups of digits, and says how each is kept apart from the last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

LIKE_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}

LONGEST_WORD = 40
"""Longer words with digits in them are not taken apart."""

LONGEST_BETWEEN = 16
"""So many signs between two groups are kept; what follows says nothing more."""

STUCK_DIGITS = 4
"""A word with so many digits in its middle may be a mistyped number."""

UNITS = frozenset({"tahun", "thn", "th", "bulan", "bln", "kg", "orang", "anak"})
"""A number before one of these counts something else: "28 tahun"."""

_TOKEN = re.compile(r"[0-9A-Za-z]+|[^0-9A-Za-z]+")
_NUMERIC = re.compile(r"[OolI]*[0-9][0-9OolI]*")
_LABELLED = re.compile(r"([A-Za-z]*)([0-9][0-9OolI]*)([A-Za-z]{2,})?")
_MARK = re.compile(r"[/,;&:=?]")
_LIST_MARK = re.compile(r"\s*(?:[.)\]}:]+[\s-]+|[.)\]}]*\t|\))")
_LOOSE = frozenset({" ", "-", ".", ". ", " - ", "- ", "(", ") ", ")", " (", "+", " +"})
"""The commonest signs that keep nothing apart."""

_ALIKE = str.maketrans(LIKE_DIGITS)


class Apart(IntEnum):
    """How strongly a group is kept apart from the one before: by loose signs, up to a word."""

    JOINED = 0
    LINE = 1
    MARK = 2
    WORD = 3


@dataclass(slots=True)
class DigitGroup:
    """Digits that belong together, as written, and the signs before them.

    A group that `counts` stands before a unit. A `stuck` group is a word with digits in it that no
    label explains.
    """

    written: str
    apart: Apart
    signs: str
    stuck: bool = False
    counts: bool = False
    digits: str = ""

    def __post_init__(self) -> None:
        """Read letters that look like digits as these."""
        written = self.written
        self.digits = written if written.isdigit() else written.translate(_ALIKE)

    @property
    def plus(self) -> bool:
        """Whether a + stands before the group."""
        return "+" in self.signs

    @property
    def numbered(self) -> bool:
        """Whether the signs before the group make what is before them the number in a list."""
        return _LIST_MARK.match(self.signs) is not None


def digit_groups_of(text: str) -> list[DigitGroup]:
    """Return the groups of a folded text, in time linear in it."""
    return list(_groups(text))


def _groups(text: str) -> Iterator[DigitGroup]:
    last: DigitGroup | None = None
    signs, apart = "", Apart.JOINED
    for match in _TOKEN.finditer(text):
        token = match[0]
        if not token[0].isalnum():
            signs = token if len(token) < LONGEST_BETWEEN else _cut(token)
            if token not in _LOOSE:
                apart = max(apart, _kept_apart(token))
            continue
        if token.isdecimal():
            last = DigitGroup(token, apart, signs)
            yield last
            signs, apart = "", Apart.JOINED
            continue
        near = last is not None and apart is Apart.JOINED
        before, group, after = _taken_apart(token, after_digits=near)
        if group is None:
            if last is not None and near and token.lower() in UNITS:
                last.counts = True
            apart, signs = Apart.WORD, ""
            continue
        group.apart = Apart.WORD if before else apart
        group.signs = "" if before else signs
        yield group
        last = group
        signs, apart = "", Apart.WORD if after else Apart.JOINED


def _cut(signs: str) -> str:
    """Return the signs that are looked at of a long row of them."""
    return signs[: LONGEST_BETWEEN - 1] + signs[-1]


def _kept_apart(signs: str) -> Apart:
    if "@" in signs:
        return Apart.WORD
    if _MARK.search(signs):
        return Apart.MARK
    return Apart.LINE if "\n" in signs or "\r" in signs else Apart.JOINED


def _taken_apart(token: str, *, after_digits: bool) -> tuple[bool, DigitGroup | None, bool]:
    """Return the group in a word, if there is one, and whether letters stand before and after."""
    if _NUMERIC.fullmatch(token):
        return False, DigitGroup(token, Apart.JOINED, ""), False
    if token.isalpha():
        alike = after_digits and LIKE_DIGITS.keys() >= set(token)
        return False, DigitGroup(token, Apart.JOINED, "") if alike else None, False
    # A word may be written to a number: "HP0812", "7890Budi".
    parts = _LABELLED.fullmatch(token) if len(token) <= LONGEST_WORD else None
    if parts is None:
        stuck = len(token) > LONGEST_WORD or sum(map(str.isdigit, token)) >= STUCK_DIGITS
        digits = "".join(filter(str.isdigit, token[:LONGEST_WORD]))
        return not stuck, DigitGroup(digits, Apart.JOINED, "", stuck=stuck), not stuck
    label, number, name = parts.groups()
    if name and name.lower() in UNITS:
        return bool(label), DigitGroup(number, Apart.JOINED, "", counts=True), True
    return bool(label), DigitGroup(number, Apart.JOINED, ""), bool(name)

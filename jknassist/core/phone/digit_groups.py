"""Splits a folded text into groups of digits with the strength of their separators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

LIKE_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}

LONGEST_WORD = 40
"""Maximum length of a word with digits in it that is split."""

LONGEST_BETWEEN = 16
"""Maximum length of a separator that is kept; the rest adds no information."""

STUCK_DIGITS = 4
"""Minimum digits in a word that may be a mistyped number."""

UNITS = frozenset({"tahun", "thn", "th", "bulan", "bln", "kg", "orang", "anak"})
"""Units: a number before one of them is a quantity, as in "28 tahun"."""

_OTHER_WORDS = (
    "rek rekening norek bca bri bni bsi btn va nik nip npwp imei iccid resi invoice faktur pln "
    "meteran token surat sk"
)
OTHER_NUMBERS = frozenset(_OTHER_WORDS.split())
"""Words before numbers that are usually no phone numbers: of an account, a letter, a parcel."""

_WORDS_FOR_DIGITS = (
    "nol kosong satu dua tiga empat lima enam tujuh delapan sembilan "
    "zero one two three four five six seven eight nine"
)
_DIGIT_WORDS = frozenset(_WORDS_FOR_DIGITS.split())
_LOOK_LIKE_DIGITS = frozenset("OoQDlISBZGq")
"""Letters that are taken for digits where a number is read from a picture: S for 5, B for 8."""

MOST_LETTERS = 3
"""Most such letters behind the shortest mobile number that may be digits of it."""

MARKS = frozenset("*#_")
"""Signs that may stand for a hidden digit."""

_NUMBER_WORDS = frozenset({"no", "nomor", "nomer", "nmr"})
"""Words that may stand between such a word and its number."""

_TOKEN = re.compile(r"[0-9A-Za-z]+|[^0-9A-Za-z]+")
_NUMERIC = re.compile(r"[OolI]*[0-9][0-9OolI]*")
_LABELLED = re.compile(r"([A-Za-z]*)([0-9][0-9OolI]*)([A-Za-z]{2,})?")
_MARK = re.compile(r"[/,;&:=?]")
_LIST_MARK = re.compile(r"\s*(?:[.)\]}:]+[\s-]+|[.)\]}]*\t|\))")
_LOOSE = frozenset({" ", "-", ".", ". ", " - ", "- ", "(", ") ", ")", " (", "+", " +"})
"""The most frequent separators that join groups."""

_ALIKE = str.maketrans(LIKE_DIGITS)


class Apart(IntEnum):
    """Strength of the separator before a group: loose signs, line break, mark, word."""

    JOINED = 0
    LINE = 1
    MARK = 2
    WORD = 3


@dataclass(slots=True)
class DigitGroup:
    """Adjacent digits as written, with the separator before them.

    A group that `counts` precedes a unit. A `stuck` group is part of a word that is no known label.
    `label` is a word before it from OTHER_NUMBERS, as written. `tail` is what directly follows and
    may be one of its digits: a mark, letters that look like digits, or a digit as a word.
    """

    written: str
    apart: Apart = Apart.JOINED
    signs: str = ""
    stuck: bool = False
    counts: bool = False
    label: str = ""
    digits: str = ""
    tail: str = ""

    def __post_init__(self) -> None:
        """Replace letters that look like digits."""
        written = self.written
        self.digits = written if written.isdigit() else written.translate(_ALIKE)

    @property
    def plus(self) -> bool:
        """Whether the group is preceded by a +."""
        return "+" in self.signs

    @property
    def numbered(self) -> bool:
        """Whether the separator marks the group before it as the number of a list item."""
        return _LIST_MARK.match(self.signs) is not None


def digit_groups_of(text: str) -> list[DigitGroup]:
    """Return the groups of a folded text, in time linear in it."""
    return list(_groups(text))


def _groups(text: str) -> Iterator[DigitGroup]:
    last: DigitGroup | None = None
    signs, apart, label = "", Apart.JOINED, ""
    for match in _TOKEN.finditer(text):
        token = match[0]
        if not token[0].isalnum():
            signs = token if len(token) < LONGEST_BETWEEN else _cut(token)
            if token not in _LOOSE:
                _follow_by_sign(last, token[0], apart)
                apart = max(apart, _kept_apart(token))
            continue
        if token.isdecimal():
            last = DigitGroup(token, apart, signs, label=label)
            yield last
            signs, apart, label = "", Apart.JOINED, ""
            continue
        near = last is not None and apart is Apart.JOINED
        before, group, after = _taken_apart(token, after_digits=near)
        if group is None:
            if last is not None and (near or last.tail):
                _follow_by_word(last, token, near=near)
            apart, signs, label = Apart.WORD, "", _label(token, label)
            continue
        group.label, label = label, ""
        group.apart = Apart.WORD if before else apart
        group.signs = "" if before else signs
        yield group
        last = group
        signs, apart = "", Apart.WORD if after else Apart.JOINED


def _follow_by_sign(group: DigitGroup | None, sign: str, apart: Apart) -> None:
    """Note a mark that directly follows a group."""
    if sign in MARKS and group is not None and apart is Apart.JOINED:
        group.tail = group.tail or sign


def _follow_by_word(group: DigitGroup, word: str, *, near: bool) -> None:
    """Note a unit that directly follows a group, or digits as words."""
    if near and word.lower() in UNITS:
        group.counts = True
    elif _may_be_digits(word):
        group.tail = f"{group.tail} {word}".strip()[:LONGEST_WORD]


def _may_be_digits(word: str) -> bool:
    """Return whether a word may be digits: "lima", "SO" for 50."""
    plain = word.lower()
    alike = len(word) <= MOST_LETTERS and set(word) <= _LOOK_LIKE_DIGITS
    return plain in _DIGIT_WORDS or (alike and plain not in OTHER_NUMBERS)


def _label(word: str, before: str) -> str:
    """Return the word that names another kind of number, also if "no" stands behind it."""
    plain = word.lower()
    if plain in OTHER_NUMBERS:
        return word
    return before if plain in _NUMBER_WORDS else ""


def _cut(signs: str) -> str:
    """Return a long separator shortened to LONGEST_BETWEEN characters."""
    return signs[: LONGEST_BETWEEN - 1] + signs[-1]


def _kept_apart(signs: str) -> Apart:
    if "@" in signs:
        return Apart.WORD
    if _MARK.search(signs):
        return Apart.MARK
    return Apart.LINE if "\n" in signs or "\r" in signs else Apart.JOINED


def _taken_apart(token: str, *, after_digits: bool) -> tuple[bool, DigitGroup | None, bool]:
    """Return the group in a word, if any, and whether letters precede and follow it."""
    if _NUMERIC.fullmatch(token):
        return False, DigitGroup(token), False
    if token.isalpha():
        alike = after_digits and LIKE_DIGITS.keys() >= set(token)
        return False, DigitGroup(token) if alike else None, False
    # A label may be attached to a number: "HP0812", "7890Budi".
    parts = _LABELLED.fullmatch(token) if len(token) <= LONGEST_WORD else None
    if parts is None:
        stuck = len(token) > LONGEST_WORD or sum(map(str.isdigit, token)) >= STUCK_DIGITS
        digits = "".join(filter(str.isdigit, token[:LONGEST_WORD]))
        return not stuck, DigitGroup(digits, stuck=stuck), not stuck
    label, number, name = parts.groups()
    if name and name.lower() in UNITS:
        return bool(label), DigitGroup(number, counts=True), True
    tail = name if name and _may_be_digits(name) else ""
    return bool(label), DigitGroup(number, tail=tail), bool(name)

"""Counts in words, in Indonesian and English, up to a million."""

from collections.abc import Callable

Words = Callable[[int], str]

THOUSAND = 1000
HUNDRED = 100

_ID = (
    *("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)
_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_EN_TENS = (
    *("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)


def indonesian(count: int) -> str:
    """Return a count in Indonesian words: 165 is "seratus enam puluh lima"."""
    if count < len(_ID):
        return _ID[count]
    if count < 20:  # noqa: PLR2004  belas
        return f"{_ID[count - 10]} belas"
    if count < HUNDRED:
        return _joined(f"{_ID[count // 10]} puluh", count % 10, indonesian)
    for size, name in ((HUNDRED, "ratus"), (THOUSAND, "ribu")):
        if count < size * (10 if size == HUNDRED else THOUSAND):
            head = f"se{name}" if count < 2 * size else f"{indonesian(count // size)} {name}"
            return _joined(head, count % size, indonesian)
    raise ValueError(count)


def english(count: int) -> str:
    """Return a count in English words."""
    if count < len(_EN):
        return _EN[count]
    if count < HUNDRED:
        return _joined(_EN_TENS[count // 10], count % 10, english)
    for size, name in ((HUNDRED, "hundred"), (THOUSAND, "thousand")):
        if count < size * (10 if size == HUNDRED else THOUSAND):
            return _joined(f"{english(count // size)} {name}", count % size, english)
    raise ValueError(count)


def _joined(head: str, rest: int, words: Words) -> str:
    return f"{head} {words(rest)}" if rest else head

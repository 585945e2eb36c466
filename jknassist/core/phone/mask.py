"""Masked numbers such as 0813****2257, as Mobile JKN shows them: detection and comparison.

A masked number is never validated, only compared by its visible digits. Programs print any number
of mask characters, so their count says nothing certain about the number of hidden digits.
"""

import re
from dataclasses import dataclass

from jknassist.core.phone.result import Cell, Kind

HIDDEN = "*"
BETWEEN = frozenset("+-.() " + HIDDEN)
"""What a scanner or a keyboard may type beside the digits of a number."""

DIGITS = frozenset("0123456789")
FEWEST_VISIBLE = 3
MOST_VISIBLE = 11
FEWEST_WHOLE, MOST_WHOLE = 10, 13
"""Length of a mobile number; mask characters between that many visible digits only group."""

_MASK = r"(?:\*{2,}|#{2,}|_{2,}|\?{2,}|\.{3,}|-{3,}|(?<![A-Za-z])[xX]{2,}(?![A-Za-z]))"
_BETWEEN = r"(?:(?!-{3})[ ()'\"~-]|\.(?!\.)){0,3}"
_PART = rf"(?:\d|{_MASK}|[*#_?](?=[*#_?\d-]))"
_MASKED = re.compile(rf"\+?(?:{_PART}{_BETWEEN}){{2,40}}")
_RUN = re.compile(_MASK)
_ANY_MARK = re.compile(r"[*#_?xX]|\.\.\.|---")
_LONE = re.compile(r"[^*#]*\d ?\*[^#]*\Z")
_LOOSE = re.compile(r"[^0-9*]")
_CODE = re.compile(r"(?:0*62)+0*(?=[8*])")


@dataclass(frozen=True, slots=True)
class Fit:
    """Result of comparing the visible digits of two numbers; `hidden` digits were not compared.

    `cells` holds the aligned pairs of digits. It is empty if the numbers cannot be aligned, because
    a mask stands for an unknown number of digits.
    """

    agree: bool
    visible: int
    hidden: int
    cells: tuple[Cell, ...] = ()


def pattern_of(text: str) -> str | None:
    """Return the pattern of the first masked number in a folded text, or None if there is none.

    A pattern is the national form (leading 0) with an asterisk for each mask character.
    """
    if _ANY_MARK.search(text) is None:
        return None
    if _RUN.search(text) is None and not _lone_mark(text):
        return None
    for match in _MASKED.finditer(text):
        if _RUN.search(match[0]) is not None or _lone_mark(match[0]):
            pattern = _plain(match[0])
            seen = visible(pattern)
            most = MOST_WHOLE if seen >= FEWEST_WHOLE else len(pattern)
            if FEWEST_VISIBLE <= seen <= MOST_VISIBLE and len(pattern) <= most:
                return pattern
    return None


def _lone_mark(text: str) -> bool:
    """Return whether single asterisks mask digits: beside too few digits for a whole number.

    USSD codes such as *123# begin with an asterisk and are no masked numbers.
    """
    if _LONE.match(text) is None:
        return False
    return sum(sign in DIGITS for sign in text) < FEWEST_WHOLE


def so_far(folded: str) -> str | None:
    """Return digits and asterisks of a number that is still being typed; None without asterisk."""
    return _LOOSE.sub("", folded) if HIDDEN in folded else None


def _plain(written: str) -> str:
    """Return a masked number as a pattern: other mask characters as *, country code as 0."""
    marked = _RUN.sub(lambda run: HIDDEN * len(run[0]), written)
    marked = re.sub(r"[#_?]", HIDDEN, marked)
    pattern = _LOOSE.sub("", marked)
    code = _CODE.match(pattern)
    if code is not None:
        return "0" + pattern[code.end() :]
    return "0" + pattern if pattern.startswith("8") else pattern


def visible(pattern: str) -> int:
    """Return the number of visible digits of a pattern."""
    return len(pattern) - pattern.count(HIDDEN)


def hidden(pattern: str) -> int:
    """Return the number of asterisks of a pattern."""
    return pattern.count(HIDDEN)


def shown(pattern: str) -> str:
    """Return a pattern in groups of four digits: 0813-****-2257."""
    groups = (pattern[:4], pattern[4:8], pattern[8:])
    return "-".join(group for group in groups if group)


def fit(first: str, second: str) -> Fit:
    """Compare two numbers of which at least one is a pattern, digit by digit if they align."""
    loose = _loose_fit(first, second)
    cells = _cells(first, second)
    if not cells or (loose.agree and any(cell.mark for cell in cells)):
        return loose
    seen = sum(HIDDEN not in {cell.typed, cell.sim} for cell in cells)
    return Fit(loose.agree, seen, len(cells) - seen, cells)


def _loose_fit(first: str, second: str) -> Fit:
    """Compare the visible digits; each run of asterisks stands for any number of digits."""
    if HIDDEN not in second:
        first, second = second, first
    if HIDDEN not in first:
        agree = _regex(second).fullmatch(first) is not None
        return Fit(agree, visible(second), max(len(first) - visible(second), 0))
    # Both are masked: only visible digits at the same end of both can be compared.
    heads = _common(first.split(HIDDEN)[0], second.split(HIDDEN)[0])
    tails = _common(first.split(HIDDEN)[-1][::-1], second.split(HIDDEN)[-1][::-1])
    agree = None not in {heads, tails}
    count = (heads or 0) + (tails or 0)
    return Fit(agree, count, max(len(first), len(second)) - count)


def _cells(first: str, second: str) -> tuple[Cell, ...]:
    """Align two numbers and mark the digits that differ; empty if their lengths do not match."""
    if len(first) != len(second):
        first, second = _stretched(first, len(second)), _stretched(second, len(first))
    if len(first) != len(second):
        return ()
    return tuple(
        Cell(one, other, None if one == other or HIDDEN in {one, other} else Kind.WRONG_DIGIT)
        for one, other in zip(first, second, strict=True)
    )


def _stretched(pattern: str, length: int) -> str:
    """Fit the only run of asterisks to a total length; unchanged if that is impossible."""
    head, *rest = re.split(r"\*+", pattern)
    hidden_digits = length - visible(pattern)
    if len(rest) != 1 or hidden_digits < 1:
        return pattern
    return head + HIDDEN * hidden_digits + rest[0]


def _common(first: str, second: str) -> int | None:
    """Return the length of the shorter text if the other begins with it, else None."""
    length = min(len(first), len(second))
    return length if first[:length] == second[:length] else None


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\*+", r"\\d+", pattern))

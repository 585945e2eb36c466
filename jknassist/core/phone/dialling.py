"""Extracts the numbers that can be dialled from a line of text written for people.

A QR code is made only from a complete number, with nothing assumed and nothing adjacent to it: a
wrong code would dial a stranger, and without a code people can still read the line.
"""

import re
from dataclasses import dataclass, field

from jknassist.core.phone.digit_groups import Apart, DigitGroup, digit_groups_of
from jknassist.core.phone.normalize import SERVICES
from jknassist.core.phone.parse import grouped, parse
from jknassist.core.phone.result import Kind, Verdict
from jknassist.core.phone.unicode_fold import fold

FEWEST_LANDLINE, MOST_LANDLINE = 9, 12
SHORT_CODES = range(3, 8)

_APART = re.compile(
    r"[/;&|\n]|,\s|\s[-\u2013\u2014]\s|\b(?:atau|dan)\b|\((?=[^)]{7,})|(?<=\d{3})\)\s*$"
)
_EXTENSION = re.compile(r"\(\s*\d{1,4}\s*\)\s*$")
_AREA_CODE = re.compile(r"0[2-79]\d{1,2}")


@dataclass(frozen=True)
class Dialled:
    """The numbers of a line that can be dialled, and the pieces with digits that cannot."""

    numbers: tuple[str, ...] = field(repr=False)
    left: tuple[str, ...] = field(repr=False)


def written(number: str) -> str:
    """Format a number that can be dialled for people."""
    return grouped(number) if number.startswith("08") else number


def dialled(text: str) -> Dialled:
    """Return the numbers of a line that can be dialled without doubt."""
    numbers: list[str] = []
    left: list[str] = []
    for piece in _APART.split(text):
        extension = _EXTENSION.search(piece)
        if extension is not None:
            left.append(extension[0].strip())
            piece = piece[: extension.start()]  # noqa: PLW2901  the rest of it
        number = _surely(piece)
        if number is not None:
            numbers.append(number)
        elif any(map(str.isdigit, piece)):
            left.append(piece.strip())
    return Dialled(tuple(dict.fromkeys(numbers)), tuple(left))


def _surely(piece: str) -> str | None:
    """Return the one number of a piece, if there is no doubt about it."""
    reading = parse(piece)
    if reading.verdict is Verdict.OK and reading.number is not None:
        kinds = {finding.kind for finding in reading.findings}
        complete = len(reading.number) in _MOBILE and reading.number.startswith("08")
        return reading.number if complete and kinds <= {Kind.BESIDE} else None
    if reading.verdict is not Verdict.NOT_MOBILE:
        return None
    groups = digit_groups_of(fold(piece))
    if any(group.stuck or group.apart > Apart.JOINED for group in groups[1:]):
        return None
    kind = reading.findings[0].kind
    if kind is Kind.LANDLINE:
        return _landline(reading.number, groups)
    return _service(groups) if kind is Kind.SHORT_CODE else None


_MOBILE = range(10, 14)


def _landline(number: str | None, groups: list[DigitGroup]) -> str | None:
    """Return a landline with its area code; its groups rule out a time or a date."""
    if number is None or not FEWEST_LANDLINE <= len(number) <= MOST_LANDLINE:
        return None
    first = groups[0]
    whole = len(groups) == 1 or first.plus or first.digits == "62"
    return number if whole or _AREA_CODE.fullmatch(first.digits) else None


def _service(groups: list[DigitGroup]) -> str | None:
    """Return 165, 1500400 or 0800…; "08.00-15.00" has the digits of one and is none."""
    digits = "".join(group.digits for group in groups)
    if groups[0].digits in SERVICES or (len(groups) == 1 and digits[:4] in SERVICES):
        return digits
    return digits if len(groups) == 1 and len(digits) in SHORT_CODES else None

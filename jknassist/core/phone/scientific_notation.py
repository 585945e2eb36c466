"""Numbers as spreadsheets write them: 8,13901E+10, which may have lost its last digits."""

import re
from dataclasses import dataclass, field

FEWEST_POWER, MOST_POWER = 8, 14
"""Range of the exponent of a phone number, with or without its country code."""

_SCIENTIFIC = re.compile(
    r"(?<![0-9A-Za-z.,])([1-9])(?:[.,](\d{0,20}))?\s?[Ee]\s?\+?\s?(\d{1,2})(?![0-9A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in scientific notation; `digits` is None if some digits were lost."""

    digits: str | None = field(repr=False)


def scientific(text: str) -> WrittenNumber | None:
    """Return the number in scientific notation in a text, if it may be a phone number."""
    match = _SCIENTIFIC.search(text) if "E" in text or "e" in text else None
    if match is None:
        return None
    whole, part, power = match[1], match[2] or "", int(match[3])
    if not FEWEST_POWER <= power <= MOST_POWER:
        return None
    kept = len(part) >= power and not part[power:].strip("0")
    return WrittenNumber(whole + part[:power] if kept else None)


def as_written(value: float) -> str:
    """Return the digits that were typed into a numeric cell.

    A spreadsheet keeps 15 digits exactly; longer numbers were rounded and are left as they are.
    """
    return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)

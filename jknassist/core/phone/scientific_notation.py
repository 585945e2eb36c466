"""Numbers as spreadsheets write them: 8,13901E+10, which may have lost its last digits."""

import re
from dataclasses import dataclass, field

FEWEST_POWER, MOST_POWER = 8, 14
"""Powers of ten that a telephone number has with or without its country code."""

_SCIENTIFIC = re.compile(
    r"(?<![0-9A-Za-z.,])([1-9])(?:[.,](\d{0,15}))?\s?[Ee]\s?\+?\s?(\d{1,2})(?![0-9A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in powers of ten; `digits` are all of it, or None where some are gone."""

    digits: str | None = field(repr=False)


def scientific(text: str) -> WrittenNumber | None:
    """Return the number in powers of ten in a text, if it may be a telephone number."""
    match = _SCIENTIFIC.search(text) if "E" in text or "e" in text else None
    if match is None:
        return None
    whole, part, power = match[1], match[2] or "", int(match[3])
    if not FEWEST_POWER <= power <= MOST_POWER:
        return None
    return WrittenNumber(whole + part if len(part) == power else None)


def as_written(value: float) -> str:
    """Return a numeric cell as the digits that were typed into it.

    A spreadsheet keeps 15 digits exactly; what has more was rounded and is left as it is.
    """
    return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)

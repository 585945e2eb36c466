"""Address books (.vcf) become rows: the telephone numbers of each person, whatever the version."""

import re
from collections.abc import Iterable, Iterator

from jknassist.content.number_files.tables import Row

HEADING = "TEL"
LONGEST_VALUE = 400
_BEGIN = re.compile(r"BEGIN:VCARD\s*", re.IGNORECASE)
_TEL = re.compile(r"(?:[\w-]+\.)?TEL(?:;[^:]*)?:(?:tel:)?(.*)", re.IGNORECASE | re.DOTALL)


def is_vcards(head: Iterable[str]) -> bool:
    """Tell whether a text begins as an address book."""
    return any(_BEGIN.match(line) for line in head)


def rows_of(lines: Iterable[str]) -> Iterator[Row]:
    """Yield a row with the numbers of each card, at the line where the card begins."""
    yield Row(1, (HEADING,))
    place = 0
    numbers: list[str] = []
    for line_number, line in _unfolded(lines):
        if _BEGIN.match(line):
            if place:
                yield Row(place, ("\n".join(numbers),))
            place, numbers = line_number, []
        match = _TEL.fullmatch(line)
        if match is not None:
            numbers.append(match[1].strip()[:LONGEST_VALUE])
    if place:
        yield Row(place, ("\n".join(numbers),))


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield whole lines with the place of each: a line that begins with a gap goes on."""
    place, whole = 0, ""
    for line_number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if text[:1] in {" ", "\t"}:
            # Pictures go over thousands of lines: no number is that long.
            whole += text[1:] if len(whole) < LONGEST_VALUE else ""
            continue
        if place:
            yield place, whole
        place, whole = line_number, text
    if place:
        yield place, whole

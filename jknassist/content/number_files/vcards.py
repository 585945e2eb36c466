"""Read vCard files (.vcf) of any version as rows: one row of telephone numbers per card."""

import re
from collections.abc import Iterable, Iterator

from jknassist.content.number_files.tables import Row

HEADING = "TEL"
LONGEST_VALUE = 400
_BEGIN = re.compile(r"BEGIN:VCARD\s*", re.IGNORECASE)
_TEL = re.compile(r"(?:[\w-]+\.)?TEL(?:;[^:]*)?:(?:tel:)?(.*)", re.IGNORECASE | re.DOTALL)


def is_vcards(head: Iterable[str]) -> bool:
    """Return whether the first lines are those of a vCard file."""
    return any(_BEGIN.match(line) for line in head)


def rows_of(lines: Iterable[str]) -> Iterator[Row]:
    """Yield one row of numbers per card, with the line number at which the card begins."""
    yield Row(1, (HEADING,))
    first_line = 0
    numbers: list[str] = []
    for line_number, line in _unfolded(lines):
        if _BEGIN.match(line):
            if first_line:
                yield Row(first_line, ("\n".join(numbers),))
            first_line, numbers = line_number, []
        match = _TEL.fullmatch(line)
        if match is not None:
            numbers.append(match[1].strip()[:LONGEST_VALUE])
    if first_line:
        yield Row(first_line, ("\n".join(numbers),))


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield unfolded lines with their line numbers: a line that starts with a blank continues."""
    first_line, whole = 0, ""
    for line_number, line in enumerate(lines, 1):
        text = line.rstrip("\r\n")
        if text[:1] in {" ", "\t"}:
            # Embedded photos span thousands of lines; no number is that long.
            whole += text[1:] if len(whole) < LONGEST_VALUE else ""
            continue
        if first_line:
            yield first_line, whole
        first_line, whole = line_number, text
    if first_line:
        yield first_line, whole

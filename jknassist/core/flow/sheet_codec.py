"""Sheet numbers of one content: from a way to its number, and back.

A number encodes the rank of the way, a fingerprint of the content's ids and links, and the edition
modulo 8, so that a sheet of other content is recognised.
"""

from hashlib import blake2s

from jknassist.core.flow import sheet_number
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.sheet_number import SheetFault, SheetNumberError
from jknassist.core.flow.way import Way, count_ways, rank_of, structure, way_at
from jknassist.core.words import InterfaceWords

FINGERPRINTS = 8192
"""Number of fingerprints: other content has the same one with a probability of 1 in 8192."""

EDITIONS = 8
"""Modulus of the edition in a sheet number, which tells an older sheet from a newer one."""

MOST_WAYS = sheet_number.CAPACITY // (FINGERPRINTS * EDITIONS)
"""Maximum number of ways of a content that can have sheet numbers."""


def encode_sheet_number(knowledge: Knowledge, way: Way) -> str:
    """Return the sheet number of a way; empty if the content has more than MOST_WAYS ways."""
    if count_ways(knowledge) > MOST_WAYS:
        return ""
    count = rank_of(knowledge, way) * FINGERPRINTS + _fingerprint(knowledge)
    return sheet_number.written(count * EDITIONS + knowledge.edition % EDITIONS)


def decode_sheet_number(knowledge: Knowledge, text: str) -> Way:
    """Return the way of a typed sheet number; raise SheetNumberError."""
    count, edition = divmod(sheet_number.read(text), EDITIONS)
    rank, fingerprint = divmod(count, FINGERPRINTS)
    if fingerprint != _fingerprint(knowledge) or rank >= count_ways(knowledge):
        raise SheetNumberError(_other_edition(knowledge.edition, edition))
    return way_at(knowledge, rank)


def fault_text(words: InterfaceWords, error: SheetNumberError) -> str:
    """Return the message for an invalid sheet number: the reason and what to do."""
    match error.fault:
        case SheetFault.UNUSED:
            return words.sheet_unused.format(letter=error.found)
        case SheetFault.LENGTH:
            return words.sheet_length.format(count=sheet_number.LENGTH)
        case SheetFault.SLIP:
            return words.sheet_slip
        case SheetFault.OLDER:
            return words.sheet_older
        case SheetFault.NEWER:
            return words.sheet_newer
        case _:
            return words.sheet_other


def _fingerprint(knowledge: Knowledge) -> int:
    """Return a hash of the ids and links of the content, below FINGERPRINTS; texts do not count."""
    digest = blake2s(structure(knowledge).encode()).digest()
    return int.from_bytes(digest[:4], "big") % FINGERPRINTS


def _other_edition(ours: int, theirs: int) -> SheetFault:
    ahead = (theirs - ours) % EDITIONS
    if ahead == 0:
        return SheetFault.OTHER
    return SheetFault.NEWER if ahead < EDITIONS // 2 else SheetFault.OLDER

"""Sheet numbers of one content: which number a way has, and which way a number leads back to."""

from hashlib import blake2s

from jknassist.core.flow import sheet_number
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.sheet_number import SheetFault, SheetNumberError
from jknassist.core.flow.way import Way, count_ways, rank_of, structure, way_at
from jknassist.core.messages import InterfaceWords

FINGERPRINTS = 8192
"""A sheet of other content is taken for one of this content once in so many times, or less."""

EDITIONS = 8
"""Editions that are told apart, so that an older sheet and a newer one are called so."""

MOST_WAYS = sheet_number.ROOM // (FINGERPRINTS * EDITIONS)
"""Ways of a content that can have a number."""


def number_of(knowledge: Knowledge, way: Way) -> str:
    """Return the sheet number of a way; nothing where the content has too many ways."""
    if count_ways(knowledge) > MOST_WAYS:
        return ""
    count = rank_of(knowledge, way) * FINGERPRINTS + _fingerprint(knowledge)
    return sheet_number.written(count * EDITIONS + knowledge.edition % EDITIONS)


def way_behind(knowledge: Knowledge, text: str) -> Way:
    """Return the way that a typed sheet number stands for; raise SheetNumberError."""
    count, edition = divmod(sheet_number.read(text), EDITIONS)
    rank, fingerprint = divmod(count, FINGERPRINTS)
    if fingerprint != _fingerprint(knowledge) or rank >= count_ways(knowledge):
        raise SheetNumberError(_other_edition(knowledge.edition, edition))
    return way_at(knowledge, rank)


def fault_text(words: InterfaceWords, error: SheetNumberError) -> str:
    """Return why a sheet number leads nowhere, and what to do about it."""
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
    """Return a figure that is another one when ids or links are others; words may change."""
    digest = blake2s(structure(knowledge).encode()).digest()
    return int.from_bytes(digest[:4], "big") % FINGERPRINTS


def _other_edition(ours: int, theirs: int) -> SheetFault:
    ahead = (theirs - ours) % EDITIONS
    if ahead == 0:
        return SheetFault.OTHER
    return SheetFault.NEWER if ahead < EDITIONS // 2 else SheetFault.OLDER

"""Normalize digits to the national form 08…, or classify what they are instead."""

import re
from dataclasses import dataclass, field

from jknassist.core.phone.result import Finding, Kind, Span, Verdict

FEWEST_DIALLED = 7
"""Minimum digits of a landline number without area code."""

LONGEST_LANDLINE = 12
LONGEST_LOCAL = 8
LONGEST_SHORT_CODE = 5
LONGEST_KEPT = 24
"""Maximum digits of a number that is kept; longer ones are no mistyped numbers."""

SHORTEST_AFTER_CODE = 9
"""Digits of the shortest mobile number without its 0, of the shortest number with its 62 too."""

SHORTEST_IDENTITY, LONGEST_IDENTITY = 15, 16
CARD_LENGTH = 13
NEAR_CARD_LENGTH = range(CARD_LENGTH - 1, CARD_LENGTH + 2)
"""Lengths of a card number with a digit missing or doubled; no call abroad begins with 000."""

AREA_CODES = frozenset("2345679")
"""Digits that may follow the 0 of a landline; no area code begins with 01."""

SERVICES = frozenset({"0800", "0804", "0807", "0809"})

_TWICE = re.compile(r"(?:0|62|0062)8[1-9]\d{7,10}(?:0|62|0062)8[1-9]\d{7,10}")
_MOBILE = re.compile(r"0*(?:62)*0*8")

_START = Span(0, 1)


@dataclass(frozen=True, slots=True)
class Normalized:
    """The number in a text with the repairs made, or no number and what the text is instead.

    The verdict is OK if nothing had to be assumed, otherwise CHECK. If several readings are
    possible, all are in `possible` and none is chosen. `pattern` is a number with hidden digits.
    """

    number: str | None = field(repr=False)
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    possible: tuple[str, ...] = field(default=(), repr=False)
    pattern: str | None = field(default=None, repr=False)


def instead(kind: Kind, verdict: Verdict, number: str | None = None) -> Normalized:
    """Return the result for an entry that is not one mobile number."""
    return Normalized(number, verdict, (Finding(kind, kind.value),))


def normalize(digits: str, *, plus: bool) -> Normalized:
    """Convert digits to a national number; `plus` is whether a + preceded them."""
    if len(digits) >= SHORTEST_IDENTITY:
        named = _too_many(digits, plus=plus)
        if named is not None:
            return named
    if digits.startswith("00"):
        return _after_zeros(digits, plus=plus)
    if digits.startswith("0"):
        return _after_zero(digits)
    return _after_plus(digits) if plus else _without_zero(digits)


def _too_many(digits: str, *, plus: bool) -> Normalized | None:
    """Classify more digits than a number has: two numbers, an identity number, or endless."""
    if _TWICE.fullmatch(digits):
        return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    if len(digits) > LONGEST_KEPT:
        return _endless(digits)
    if plus or digits.startswith("00") or _MOBILE.match(digits):
        return None
    return _identity(digits) if len(digits) <= LONGEST_IDENTITY else _endless(digits)


def _identity(digits: str) -> Normalized:
    facts = (("length", len(digits)),)
    finding = Finding(Kind.IDENTITY_NUMBER, "identity_number", facts=facts)
    return Normalized(None, Verdict.NOT_MOBILE, (finding,))


def _endless(digits: str) -> Normalized:
    facts = (("length", len(digits)),)
    finding = Finding(Kind.TOO_LONG, "endless", facts=facts)
    return Normalized(None, Verdict.WRONG, (finding,))


def is_identity(digits: str, *, plus: bool) -> bool:
    """Return whether digits are a card number or a NIK, and cannot be a phone number."""
    if len(digits) < CARD_LENGTH:
        return False
    findings = normalize(digits, plus=plus).findings
    return bool(findings) and findings[0].kind is Kind.IDENTITY_NUMBER


def _unfinished() -> Normalized:
    """Handle an incomplete +62 that is still being typed."""
    return Normalized(None, Verdict.WRONG, (Finding(Kind.TOO_SHORT, "unfinished"),))


def _after_zeros(digits: str, *, plus: bool) -> Normalized:
    """Handle what follows 00: the country code, a superfluous zero, or another country."""
    bare = digits.lstrip("0")
    if len(digits) == CARD_LENGTH and digits.startswith("000") and not plus:
        return _identity(digits)
    if bare.startswith("62"):
        return _after_country_code(bare[2:])
    if bare.startswith("8"):
        return _at_home("0" + bare, Finding(Kind.DOUBLED_ZERO, "doubled_zero", _START))
    if len(digits) in NEAR_CARD_LENGTH and digits.startswith("000") and not plus:
        return _identity(digits)
    return _unfinished() if "62".startswith(bare) else _abroad()


def _after_zero(digits: str) -> Normalized:
    """Handle a number with its 0; 062 may be the country code or an area code."""
    if digits.startswith("062") and len(digits) > LONGEST_LANDLINE:
        rest = digits[3:]
        if rest.lstrip("0").startswith("8"):
            return _after_country_code("0" + rest)
    return _at_home(digits)


def _after_plus(digits: str) -> Normalized:
    if digits.startswith("62"):
        return _after_country_code(digits[2:])
    return _unfinished() if "62".startswith(digits) else _abroad()


def _abroad() -> Normalized:
    return instead(Kind.FOREIGN, Verdict.NOT_MOBILE)


def _after_country_code(rest: str) -> Normalized:
    """Handle what follows 62; a second 62 or a 0 there is superfluous."""
    found: list[Finding] = []
    while (again := _without_code(rest)) is not None:
        rest = again
        found = [Finding(Kind.DOUBLED_PREFIX, "doubled_prefix")]
    bare = rest.lstrip("0")
    if bare != rest:
        found.append(Finding(Kind.COUNTRY_CODE_AND_ZERO, "country_code_and_zero", _START))
    if len(rest) - len(bare) > 1:
        found.append(Finding(Kind.DOUBLED_ZERO, "doubled_zero", _START))
    return _at_home("0" + bare, *found)


def _without_code(rest: str) -> str | None:
    """Return what follows a second 62 if only that makes it a mobile number."""
    bare = rest.lstrip("0")
    after = bare[2:].lstrip("0")
    doubled = bare.startswith("62") and after.startswith("8")
    return bare[2:] if doubled and len(after) >= SHORTEST_AFTER_CODE else None


def _without_zero(digits: str) -> Normalized:
    """Handle digits without 0 or +: a lost 0, the country code, or a short number."""
    length = len(digits)
    if _begins_with_code(digits):
        return _after_country_code(digits[2:])
    if digits == "6":
        return _unfinished()
    lost = Finding(Kind.LOST_ZERO, "lost_zero", _START)
    if digits.startswith("8") or length > LONGEST_LOCAL:
        return _at_home("0" + digits, lost)
    if length <= LONGEST_SHORT_CODE or digits.startswith("1"):
        return instead(Kind.SHORT_CODE, Verdict.NOT_MOBILE)
    return instead(Kind.LANDLINE, Verdict.NOT_MOBILE)


def _begins_with_code(digits: str) -> bool:
    """Return whether 62 is the country code; local landline numbers may begin with it too."""
    followed = len(digits) >= SHORTEST_AFTER_CODE or digits[2:3] in {"", "0", "6", "8"}
    return digits.startswith("62") and followed


def _at_home(number: str, *found: Finding) -> Normalized:
    """Classify a number in national form, with the repairs made so far."""
    if number[:4] in SERVICES:
        return instead(Kind.SHORT_CODE, Verdict.NOT_MOBILE, number)
    if number[1:2] in AREA_CODES and FEWEST_DIALLED <= len(number) <= LONGEST_LANDLINE:
        return instead(Kind.LANDLINE, Verdict.NOT_MOBILE, number)
    return Normalized(number, Verdict.CHECK if found else Verdict.OK, found)

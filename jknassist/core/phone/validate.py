"""Validate a national number against the numbering plan: prefix and length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jknassist.core.phone.corrections import (
    FIVE,
    Correction,
    corrections,
    double_slips,
    doublings,
    question,
    repaired_starts,
)
from jknassist.core.phone.length_model import RARE, RARE_DOUBLED, RARE_FAR
from jknassist.core.phone.plan import Block, PlanIndex, Prefix, PrefixStatus
from jknassist.core.phone.result import Facts, Finding, Kind, Span, Suggestion, Verdict

PREFIX = 4

SURE = 10 * RARE_DOUBLED
"""Minimum share of a length that is never too long, whatever its digits are."""

DOUBTED = {
    PrefixStatus.UNCONFIRMED: "unconfirmed_prefix",
    PrefixStatus.RETIRED: "retired_prefix",
    PrefixStatus.SATELLITE: "satellite_prefix",
}


@dataclass(frozen=True, slots=True)
class Validation:
    """Result of validating one number; suggestions are sorted by likelihood."""

    verdict: Verdict
    operator: str | None
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    ask_length: bool = False


def validate(number: str, index: PlanIndex, *, stated_length: int | None = None) -> Validation:
    """Validate a national number; `stated_length` is the count of digits given by its owner."""
    length, plan = len(number), index.plan
    possible = plan.fewest <= length <= plan.most
    block = index.blocks.get(number[:FIVE])
    stated = stated_length
    if stated is not None and not plan.fewest <= stated <= plan.most:
        stated = None
    fine = block is not None and block.in_use and possible
    if block is not None and fine and stated is None and block.shares[length] > SURE:
        return _fine(block)
    undone = corrections(number, index, stated)
    odd = _odd_length(number, index, undone, stated)
    if block is not None and fine and odd is None:
        return _fine(block, asks=stated is None)
    return _doubted(number, index, odd, undone, stated)


def _fine(block: Block, *, asks: bool = True) -> Validation:
    """Return a result without findings; with several usual lengths, ask the owner for the count."""
    asks = asks and len(block.usual) > 1
    return Validation(Verdict.OK, block.prefix.operator, ask_length=asks)


def _odd_length(
    number: str, index: PlanIndex, undone: Sequence[Correction], stated: int | None
) -> Finding | None:
    """Return the finding about the length, or None; the owner's count overrules the model."""
    length, plan = len(number), index.plan
    if stated is not None:
        facts: Facts = (("stated", stated), ("length", length))
        return None if stated == length else _length("_as_stated", facts, long=length > stated)
    block = index.blocks.get(number[:FIVE])
    if block is None:
        facts = (("length", length), ("most", plan.most), ("fewest", plan.fewest))
        beyond = length > plan.most or length < plan.fewest
        return _length("", facts, long=length > plan.most) if beyond else None
    if length > plan.most or length < plan.fewest:
        return _for_start(length, block, long=length > plan.most)
    long = _too_long(length, block, undone)
    return None if long is None else _for_start(length, block, long=long)


def _too_long(length: int, block: Block, undone: Sequence[Correction]) -> bool | None:
    """Return whether a length is oddly long (True), oddly short (False), or not odd (None).

    Too short: a longer length is far more usual. Too long: one that is shorter by two or more is
    far more usual, or a doubled digit explains it far better; each run of equal digits counts,
    against the chance of one in ten that neighbouring digits are equal anyway.
    """
    shares = block.shares
    share = shares[length]
    if block.usual == (length,):
        return None
    if not share:
        return sum(shares[:length]) >= sum(shares[length:])
    if share < RARE * shares[length + 1] or share < RARE_FAR * max(shares[length + 1 :]):
        return False
    if share < RARE_FAR * max(shares[: length - 1]):
        return True
    if undone and share < RARE_DOUBLED * 10 / (length - 1) * sum([one.weight for one in undone]):
        return True
    return None


def _for_start(length: int, block: Block, *, long: bool) -> Finding:
    """Return the finding with the usual lengths for the prefix, on the side where there are any."""
    usual = [other for other in block.usual if other != length]
    extra = [length - other for other in usual[::-1] if other < length]
    missing = [other - length for other in usual if other > length]
    long = bool(extra) if long else not missing
    apart = ("extra", tuple(extra)) if long else ("missing", tuple(missing))
    facts: Facts = (("start", block.start), ("usual", tuple(usual)), ("length", length), apart)
    return _length("_for_start", facts, long=long)


def _length(about: str, facts: Facts, *, long: bool) -> Finding:
    if long:
        return Finding(Kind.TOO_LONG, "too_long" + about, None, facts)
    return Finding(Kind.TOO_SHORT, "too_short" + about, None, facts)


def _doubted(
    number: str,
    index: PlanIndex,
    odd: Finding | None,
    undone: Sequence[Correction],
    stated: int | None,
) -> Validation:
    """Return the full result for a number with an odd prefix or length."""
    prefix = index.prefixes.get(number[:PREFIX])
    in_use = prefix is not None and prefix.status not in DOUBTED
    unknown = number[:PREFIX] not in index.starts
    long = odd is not None and odd.kind is Kind.TOO_LONG
    suggestions = doublings(number, undone) if odd is not None or not in_use else []
    if long and not suggestions:
        suggestions = double_slips(number, index, stated)
    findings: list[Finding] = []
    if not in_use:
        findings += _start(number, prefix, unknown=unknown)
    if unknown:
        suggestions += repaired_starts(number, index, stated)
    if odd is not None:
        findings.append(odd)
    findings += [question(suggestion, number) for suggestion in suggestions]
    if long and not suggestions:
        findings += _extra(number, index.blocks.get(number[:FIVE]), stated)
    wrong = unknown or not index.plan.fewest <= len(number) <= index.plan.most
    return Validation(
        Verdict.WRONG if wrong else Verdict.CHECK,
        prefix.operator or None if prefix is not None else None,
        tuple(findings),
        tuple(suggestions),
        ask_length=stated is None and odd is not None and not wrong,
    )


def _start(number: str, prefix: Prefix | None, *, unknown: bool) -> Iterator[Finding]:
    """Return the finding about an unknown or unused prefix; None while it is still being typed."""
    start = number[:PREFIX]
    sentence = "unknown_prefix" if prefix is None else DOUBTED[prefix.status]
    if unknown or prefix is not None:
        at = Span(0, len(start))
        yield Finding(Kind.UNKNOWN_PREFIX, sentence, at, (("start", start),))


def _extra(number: str, block: Block | None, stated: int | None) -> Iterator[Finding]:
    """Return the finding that one digit, any of them, is superfluous, and not more; else None."""
    less = len(number) - 1
    shorter = [] if block is None else [usual for usual in block.usual if usual <= less]
    if less == stated or (stated is None and shorter == [less]):
        yield Finding(Kind.EXTRA_DIGIT, "extra_digit")

"""A number plan for tests of core/phone, and words whose sentences show all their facts."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache

from jknassist.core.phone.length_model import RARE
from jknassist.core.phone.plan import (
    LengthConfidence,
    NumberingPlan,
    PlanIndex,
    Prefix,
    PrefixStatus,
    build,
)
from jknassist.core.words import NumberWords, declared_placeholders

CHECKED = date(2026, 11, 22)

Seen = Mapping[int, int]


def prefix(
    digits: str,
    listed: tuple[int, ...],
    by_fifth: Mapping[str, Seen] | None = None,
    status: PrefixStatus = PrefixStatus.ACTIVE,
) -> Prefix:
    """Return a prefix with the lengths that are listed and those that were seen."""
    seen = by_fifth or {}
    lengths = {*listed, *(length for counts in seen.values() for length in counts)}
    return Prefix(
        prefix=digits,
        brand="Contoh",
        operator="" if status is PrefixStatus.UNCONFIRMED else "Contohsel",
        status=status,
        admissible=tuple(sorted(lengths)) or (10, 11, 12, 13),
        listed=listed,
        by_fifth={
            fifth: {str(length): count for length, count in counts.items()}
            for fifth, counts in seen.items()
        },
        source="contoh",
        checked_on=CHECKED,
        confidence=LengthConfidence.LOW,
    )


def plan_of(*prefixes: Prefix) -> NumberingPlan:
    """Return a plan of these prefixes."""
    return NumberingPlan(
        checked_on=CHECKED,
        sources={"contoh": "Tabel percobaan."},
        fewest=10,
        most=13,
        prefixes=prefixes,
    )


@cache
def index() -> PlanIndex:
    """Return a plan with one of everything."""
    every_fifth = {str(fifth): {12: 5} for fifth in range(10)}
    return build(
        plan_of(
            prefix("0811", (10, 11), {"1": {10: 4, 11: 5}}),
            prefix("0812", (11, 12)),
            prefix("0813", (12,), every_fifth),
            prefix("0814", (10, 12)),
            prefix("0815", (11,), {"1": {11: 60, 12: 1}}),
            prefix("0817", (12,), {"1": {11: 1, 12: 60}}),
            prefix("0881", (11, 12), {"0": {13: 8}, "1": {11: 8}}),
            prefix("0884", (11, 12), status=PrefixStatus.LISTED),
            prefix("0886", (11, 12), status=PrefixStatus.LISTED),
            prefix("0827", (), status=PrefixStatus.UNCONFIRMED),
            prefix("0828", (), status=PrefixStatus.RETIRED),
            prefix("0868", (), status=PrefixStatus.SATELLITE),
        )
    )


@cache
def words() -> NumberWords:
    """Return words in which each sentence is its own name and the facts it is told with."""
    placeholders = declared_placeholders(NumberWords)
    sentences = {
        f.name: " ".join([f.name, *(f"{name}={{{name}}}" for name in sorted(placeholders[f.name]))])
        for f in fields(NumberWords)
    }
    return NumberWords(**{**sentences, "list_or": "atau"})


def with_shares(**shares: float) -> PlanIndex:
    """Return an index in which 0812 has just these shares, by length: with_shares(l11=0.9)."""
    plain = build(plan_of(prefix("0812", (11, 12, 13))))
    by_length = tuple(shares.get(f"l{length}", 0.0) for length in range(15))
    usual = tuple(n for n in range(10, 14) if by_length[n] >= RARE * max(by_length))
    blocks = {
        five: replace(block, shares=by_length, usual=usual) for five, block in plain.blocks.items()
    }
    return replace(plain, blocks=blocks)

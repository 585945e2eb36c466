"""The numbering plan of resources/numbering.yaml, and its index by prefix."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from jknassist.core.phone.length_model import RARE, shares_by_fifth
from jknassist.core.pydantic_config import STRICT


class PrefixStatus(StrEnum):
    """Whether numbers of a prefix are in use."""

    ACTIVE = "active"
    LISTED = "listed"
    UNCONFIRMED = "unconfirmed"
    RETIRED = "retired"
    SATELLITE = "satellite"


class LengthConfidence(StrEnum):
    """How well the lengths of a prefix are supported."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


IN_USE = frozenset({PrefixStatus.ACTIVE, PrefixStatus.LISTED})


@dataclass(frozen=True, kw_only=True)
class Prefix:
    """A prefix of four digits with operator, status and lengths of its numbers.

    Lengths count every digit with the leading 0. `listed` are those of the published table,
    `by_fifth` how often each length was seen, by the fifth digit, and `admissible` the lengths
    that a correction may have.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    prefix: str
    brand: str
    operator: str
    status: PrefixStatus
    admissible: tuple[int, ...]
    listed: tuple[int, ...]
    by_fifth: dict[str, dict[str, int]]
    source: str
    checked_on: date
    confidence: LengthConfidence


@dataclass(frozen=True, kw_only=True)
class NumberingPlan:
    """All prefixes of Indonesian mobile numbers, and the limits of their length."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    checked_on: date
    sources: dict[str, str]
    fewest: int
    most: int
    prefixes: tuple[Prefix, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers that share their first five digits.

    `shares` is the share of each length. `usual` are the lengths to name to a person, `start` the
    digits they are valid for: four, or five if the fifth digit makes a difference. Numbers of a
    prefix that is not `in_use` are doubted.
    """

    prefix: Prefix
    in_use: bool
    shares: tuple[float, ...]
    usual: tuple[int, ...]
    start: str


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """The plan by five digits (`blocks`), by four (`prefixes`), and the starts of prefixes."""

    plan: NumberingPlan
    prefixes: Mapping[str, Prefix]
    blocks: Mapping[str, Block]
    starts: frozenset[str]


def build(plan: NumberingPlan) -> PlanIndex:
    """Compute the shares of all blocks."""
    return PlanIndex(
        plan=plan,
        prefixes={prefix.prefix: prefix for prefix in plan.prefixes},
        blocks={
            start: block for prefix in plan.prefixes for start, block in blocks_of(prefix, plan)
        },
        starts=frozenset(
            prefix.prefix[:end] for prefix in plan.prefixes for end in range(len(prefix.prefix) + 1)
        ),
    )


def blocks_of(prefix: Prefix, plan: NumberingPlan) -> Iterator[tuple[str, Block]]:
    """Yield the ten blocks of a prefix, each with its five digits."""
    possible = range(plan.fewest, plan.most + 1)
    by_fifth = {
        # Impossible lengths were typing errors: they count in the sum, but are not listed.
        fifth: tuple(share if length in possible else 0.0 for length, share in enumerate(shares))
        for fifth, shares in shares_by_fifth(
            prefix.listed or prefix.admissible, prefix.by_fifth
        ).items()
    }
    usual = {
        fifth: tuple(length for length in possible if shares[length] >= RARE * max(shares))
        for fifth, shares in by_fifth.items()
    }
    in_use = prefix.status in IN_USE
    alike = len(set(usual.values())) == 1
    for fifth, shares in by_fifth.items():
        start = prefix.prefix if alike else prefix.prefix + fifth
        yield prefix.prefix + fifth, Block(prefix, in_use, shares, usual[fifth], start)

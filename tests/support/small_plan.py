"""A small numbering plan for tests: one prefix with 12 digits, one with 11 or 12."""

from datetime import date

from jknassist.core.phone.plan import (
    LengthConfidence,
    NumberingPlan,
    PlanIndex,
    Prefix,
    PrefixStatus,
    build,
)

CHECKED = date(2026, 11, 22)


def small_plan() -> NumberingPlan:
    """Return a plan of two prefixes."""
    return NumberingPlan(
        checked_on=CHECKED,
        sources={"contoh": "Tabel percobaan."},
        fewest=10,
        most=13,
        prefixes=(_prefix("0812", (11, 12)), _prefix("0813", (12,))),
    )


def small_index() -> PlanIndex:
    """Return the look-ups of the small plan."""
    return build(small_plan())


def _prefix(digits: str, lengths: tuple[int, ...]) -> Prefix:
    return Prefix(
        prefix=digits,
        brand="Contoh",
        operator="Contohsel",
        status=PrefixStatus.ACTIVE,
        admissible=lengths,
        listed=lengths,
        by_fifth={str(fifth): {str(n): 8 for n in lengths} for fifth in range(10)},
        source="contoh",
        checked_on=CHECKED,
        confidence=LengthConfidence.HIGH,
    )

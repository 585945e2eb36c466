"""Times single entries of the number doctor, in turn with the library its rules are tested by."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jknassist.core.phone.plan import PlanIndex
from tests.bench.number_limits import SEED, as_seen, believable, evidence, loaded, mistyped, timed
from tests.bench.table import Row, against
from tests.bench.written_forms import FORMS

NUMBERS = 2_000
FEW = 200
MOST_TIME = 25
"""Microseconds for one entry."""

THIRD = 0.33
CORRECT = "correct numbers"
"""What must take a third of the time; where a slip is found, ours also says what may be meant."""


def rows() -> Iterator[Row]:
    """Yield the time of one entry for correct numbers, for each slip, and for a mix of all."""
    index = loaded()
    chance = random.Random(SEED)  # noqa: S311
    numbers = as_seen(believable(evidence(index.plan), index.plan), NUMBERS, chance)
    for name, texts in mistyped(numbers, chance).items():
        ours, theirs = timed(texts[:NUMBERS], index)
        row = against(f"number doctor, {name}", "us", ours, theirs, most=THIRD)
        fast = row.median <= MOST_TIME
        if name == CORRECT:
            yield replace(row, asked=f"<= {MOST_TIME} us, {row.asked}", ok=fast and row.ok)
        else:
            yield replace(row, asked=f"<= {MOST_TIME} us", ok=fast)
    yield from slow_forms(numbers, index, chance)


def slow_forms(numbers: Sequence[str], index: PlanIndex, chance: random.Random) -> Iterator[Row]:
    """Yield the time of one entry in the slowest written form, and in each that takes too long.

    Of each form the least of all passes is told: what else the machine does only adds to it.
    """
    taken = []
    for name, write in FORMS.items():
        ours, theirs = timed([write(number, chance) for number in numbers[:FEW]], index)
        least = [min(ours)], [min(theirs)]
        taken.append(against(f"number doctor, {name} (form)", "us", *least, most=1))
    slowest, *others = sorted(taken, key=lambda row: row.median, reverse=True)
    for row in (slowest, *(row for row in others if row.median > MOST_TIME)):
        yield replace(row, asked=f"<= {MOST_TIME} us", ok=row.median <= MOST_TIME)

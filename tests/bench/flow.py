"""Whether the flow leads people who err to what mends their problem: computed, nobody is asked.

A person has one of the causes of `flow_truth.yaml`, sees at each question what that table says,
and slips (another answer at random) or does not know; where a number is typed, twice as often. The
places are counted exactly, without chance. The table is one hand's judgement, so only differences
between two contents and the order of causes mean something, never the share itself.

A second reader filled in the same sheet (`flow_truth_second.yaml`). `joint` is what both saw, each
with half the weight, and what mends by the rule of the first table's head.

``python3 packaging/dev.py bench flow`` gives the figures; ``python3 -m tests.bench.flow`` gives the
report by the first table, with ``second`` or ``joint`` behind it by that one.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import yaml

from jknassist.content.loader import knowledge_of
from jknassist.core.flow.model import DONT_KNOW, Knowledge, links
from tests.bench.table import Row

FOLDER = Path(__file__).resolve().parent
FIRST_EDITION = FOLDER / "flow_edition_1.json"
TRUTH = FOLDER / "flow_truth.yaml"
SECOND = FOLDER / "flow_truth_second.yaml"

ERRORS = ((0.0, 0.0), (0.05, 0.05), (0.10, 0.10), (0.20, 0.10))
"""Shares of slips and of don't-knows at each question."""

COST = {"choice": 1, "number": 2, "checklist": 3, "wait": 5}
"""What a question of each kind costs a person, in plain choices."""

NUMBER_FACTOR = 2
LITTLE = 0.1
NEWEST = 2
DEEPEST = 12
PRIORS, CONCENTRATION = 300, 100
SHORT = "_"


@dataclass(frozen=True)
class Flow:
    """Questions with where each answer leads, and the endings with those that come after them."""

    start: str
    kinds: Mapping[str, str]
    ways: Mapping[str, Mapping[str, str]]
    endings: Mapping[str, Sequence[str]]
    edition: int = 2

    def right(self, ending: str, mends: frozenset[str], tries: int) -> bool:
        """Tell whether an ending or one of those after it mends, of so many together."""
        return bool({ending, *self.endings[ending][: tries - 1]} & self.mending(mends))

    def mending(self, mends: frozenset[str]) -> frozenset[str]:
        """Return which endings of this flow mend; "ending@2" is one that does in edition 2."""
        own = f"@{self.edition}"
        return frozenset(ending for ending in self.endings if {ending, ending + own} & mends)


@dataclass(frozen=True)
class Cause:
    """Why the code does not come for some people, and what they see.

    `mends` has endings, also such as mend by an act of `acts` in the table.
    """

    name: str
    weight: float
    table: int
    mends: frozenset[str]
    sees: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Truth:
    """The causes, and the endings that are no cause of their own."""

    causes: tuple[Cause, ...]
    fallback: frozenset[str]
    neither: frozenset[str]

    def of_table(self, table: int) -> "Truth":
        """Return the causes that were known by an edition."""
        kept = tuple(cause for cause in self.causes if cause.table <= table)
        return Truth(kept, self.fallback, self.neither)


@dataclass
class Visits:
    """Where people with one cause end, with how many questions and at what cost."""

    ends: dict[str, float] = field(default_factory=partial(defaultdict, float))
    depth: dict[int, float] = field(default_factory=partial(defaultdict, float))
    cost: float = 0.0

    @cached_property
    def questions(self) -> float:
        """The mean number of questions."""
        return sum(count * share for count, share in self.depth.items())


@dataclass(frozen=True)
class Score:
    """What comes of all causes together."""

    right: float
    within_two: float
    within_three: float
    staff: float
    questions: float
    cost: float
    early: float


def flow_of(knowledge: Knowledge) -> Flow:
    """Return the flow of a content."""
    return Flow(
        knowledge.start,
        {step.id: step.kind for step in knowledge.steps},
        {step.id: links(step) for step in knowledge.steps},
        {outcome.id: outcome.next for outcome in knowledge.outcomes},
        knowledge.edition,
    )


def first_edition() -> Flow:
    """Return the flow of edition 1, whose endings had nothing after them."""
    told = json.loads(FIRST_EDITION.read_text(encoding="utf-8"))
    kinds = {step: row["kind"] for step, row in told["steps"].items()}
    ways = {step: row["ways"] for step, row in told["steps"].items()}
    return Flow(told["start"], kinds, ways, dict.fromkeys(told["endings"], ()), 1)


def truth(path: Path = TRUTH) -> Truth:
    """Read a table."""
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    causes = tuple(_cause(row, told) for row in told["causes"])
    return Truth(causes, frozenset(told["fallback"]), frozenset(told["neither"]))


def _cause(row: Mapping[str, Any], told: Mapping[str, Any]) -> Cause:
    by_act = (told["acts"][act] for act in row.get("acts", ()))
    return Cause(
        row["id"],
        row["weight"],
        row["table"],
        frozenset(row["mends"]).union(*by_act),
        {**told["defaults"], **row.get("sees", {})},
    )


def joint(first: Truth, second: Truth) -> Truth:
    """Return what both readers saw, each counting half; causes and what mends are the first's.

    A little not knowing that the second wrote into a row is left out: the bench adds its own.
    """
    other = {cause.name: cause for cause in second.causes}
    causes = tuple(replace(one, sees=_both(one, other[one.name])) for one in first.causes)
    return replace(first, causes=causes)


def read_again(first: Truth, second: Truth) -> Truth:
    """Return the second reader's table with what mends by steps newer than the reading.

    Those are the endings that the first table marks by "@2".
    """
    newer = {
        cause.name: {ending for ending in cause.mends if ending.endswith(f"@{NEWEST}")}
        for cause in first.causes
    }
    causes = tuple(replace(one, mends=one.mends | newer[one.name]) for one in second.causes)
    return replace(second, causes=causes)


def _both(one: Cause, other: Cause) -> dict[str, dict[str, float]]:
    found = {}
    for step in {*one.sees, *other.sees}:
        plain = step.partition("@")[0]
        rows = [_known(cause.sees.get(step, cause.sees[plain])) for cause in (one, other)]
        keys = dict.fromkeys(key for row in rows for key in row)
        found[step] = {key: sum(row.get(key, 0.0) for row in rows) / 2 for key in keys}
    return found


def _known(row: Mapping[str, float]) -> Mapping[str, float]:
    """Return a row without its little not knowing, the rest made one again."""
    if not 0 < row.get(SHORT, 0) <= LITTLE:
        return row
    kept = {key: share for key, share in row.items() if key != SHORT}
    return {key: share / sum(kept.values()) for key, share in kept.items()}


def faults(flow: Flow, table: Truth) -> Iterator[str]:
    """Yield what the table lacks for a flow, or says of places that are not there."""
    known = frozenset(flow.endings)
    names = {cause.name for cause in table.causes}
    mended = frozenset().union(*(flow.mending(cause.mends) for cause in table.causes))
    for ending in known - mended - table.fallback - table.neither:
        yield f"no cause ends at {ending}"
    for step in flow.ways:
        if not all(_row_name(flow, cause, step) in cause.sees for cause in table.causes):
            yield f"no row for {step}"
    if len(names) != len(table.causes):
        yield "a cause is there twice"
    for cause in table.causes:
        yield from _faults_of_rows(flow, cause)


def _faults_of_rows(flow: Flow, cause: Cause) -> Iterator[str]:
    """Yield rows that are not whole, and answers that belong into a row "step@1"."""
    for step, seen in cause.sees.items():
        if abs(sum(seen.values()) - 1) > 1e-9:
            yield f"{cause.name}: {step} does not sum to one"
    for step in flow.ways if flow.edition == NEWEST else ():
        row = cause.sees.get(_row_name(flow, cause, step), {})
        for key in row.keys() - flow.ways[step].keys() - {SHORT}:
            yield f"{cause.name}: {step} has no answer {key}"


def _row_name(flow: Flow, cause: Cause, step: str) -> str:
    own = f"{step}@{flow.edition}"
    return own if own in cause.sees else step


def answers(
    flow: Flow, cause: Cause, step: str, slips: float, unsure: float
) -> Mapping[str, float]:
    """Return how likely each answer of a step is for a person with a cause."""
    ways = flow.ways[step]
    row = {
        DONT_KNOW if key == SHORT else key: share
        for key, share in cause.sees[_row_name(flow, cause, step)].items()
    }
    seen = {key: share for key, share in row.items() if key in ways} or {DONT_KNOW: 1.0}
    total = sum(seen.values())
    factor = NUMBER_FACTOR if flow.kinds[step] == "number" else 1
    slips, unsure = slips * factor, unsure * factor
    found: dict[str, float] = defaultdict(float)
    for key, share in seen.items():
        found[key] += (1 - slips - unsure) * share / total
        for other in ways:
            if other != key:
                found[other] += slips * share / total / (len(ways) - 1)
    found[DONT_KNOW] += unsure
    return found


def walked(
    flow: Flow, cause: Cause, slips: float, unsure: float, only: str | None = None
) -> Visits:
    """Return where people with a cause end; with `only`, they err at that one question alone."""
    visits = Visits()
    now: Mapping[str, float] = {flow.start: 1.0}
    for depth in range(DEEPEST):
        after: dict[str, float] = defaultdict(float)
        for place, share in now.items():
            if place in flow.endings:
                visits.ends[place] += share
                visits.depth[depth] += share
                continue
            visits.cost += share * COST[flow.kinds[place]]
            err = (slips, unsure) if only in {None, place} else (0.0, 0.0)
            for key, likely in answers(flow, cause, place, *err).items():
                if likely:
                    after[flow.ways[place][key]] += share * likely
        now = after
    return visits


def score(flow: Flow, table: Truth, slips: float, unsure: float, only: str | None = None) -> Score:
    """Return what comes of all causes by their weights."""
    whole = sum(cause.weight for cause in table.causes)
    sums = [0.0] * 7
    for cause in table.causes:
        visits = walked(flow, cause, slips, unsure, only)
        figures = (
            *(mended(flow, cause, visits, tries) for tries in (1, 2, 3)),
            sum(share for end, share in visits.ends.items() if end in table.fallback),
            visits.questions,
            visits.cost,
            sum(share for depth, share in visits.depth.items() if depth <= 3),
        )
        sums = [
            one + cause.weight / whole * figure for one, figure in zip(sums, figures, strict=True)
        ]
    return Score(*sums)


def mended(flow: Flow, cause: Cause, visits: Visits, tries: int) -> float:
    """Return the share that is helped by the first ending, or by one of so many."""
    return sum(share for end, share in visits.ends.items() if flow.right(end, cause.mends, tries))


def best_possible(flow: Flow, table: Truth, slips: float, unsure: float) -> float:
    """Return how many could be helped if each way ended at what suits its answers best."""
    whole = sum(cause.weight for cause in table.causes)
    rows = {
        step: [answers(flow, cause, step, slips, unsure) for cause in table.causes]
        for step in flow.ways
    }

    def below(place: str, weights: list[float]) -> float:
        if place in flow.endings:
            helped: dict[str, float] = defaultdict(float)
            for cause, weight in zip(table.causes, weights, strict=True):
                for ending in flow.mending(cause.mends):
                    helped[ending] += weight
            return max(helped.values())
        return sum(
            below(
                goal,
                [w * row.get(key, 0.0) for w, row in zip(weights, rows[place], strict=True)],
            )
            for key, goal in flow.ways[place].items()
        )

    return below(flow.start, [cause.weight / whole for cause in table.causes])


def over_priors(flow: Flow, table: Truth, slips: float, unsure: float) -> tuple[float, float]:
    """Return the range of 5 to 95 % of "right", over causes weighted otherwise."""
    chance = random.Random(18)  # noqa: S311  it draws weights, no secrets
    whole = sum(cause.weight for cause in table.causes)
    right = [mended(flow, cause, walked(flow, cause, slips, unsure), 1) for cause in table.causes]
    found = []
    for _ in range(PRIORS):
        drawn = [
            chance.gammavariate(CONCENTRATION * cause.weight / whole, 1) for cause in table.causes
        ]
        found.append(sum(one * share for one, share in zip(right, drawn, strict=True)) / sum(drawn))
    found.sort()
    return found[PRIORS * 5 // 100], found[PRIORS * 95 // 100]


def worst_causes(
    flow: Flow, table: Truth, slips: float, unsure: float
) -> list[tuple[float, float, str]]:
    """Return the ten causes that are served worst: right, within two, name."""
    rows = []
    for cause in table.causes:
        visits = walked(flow, cause, slips, unsure)
        rows.append(
            (
                mended(flow, cause, visits, 1),
                mended(flow, cause, visits, 2),
                cause.name,
            )
        )
    return sorted(rows)[:10]


def wrong_endings(
    flow: Flow, table: Truth, slips: float, unsure: float
) -> list[tuple[float, str, str]]:
    """Return the ten endings with most people who are wrong there, and whom they catch most."""
    whole = sum(cause.weight for cause in table.causes)
    caught: dict[str, dict[str, float]] = defaultdict(partial(defaultdict, float))
    for cause in table.causes:
        for end, share in walked(flow, cause, slips, unsure).ends.items():
            if not flow.right(end, cause.mends, 1):
                caught[end][cause.name] += share * cause.weight / whole
    rows = [
        (sum(who.values()), end, ", ".join(sorted(who, key=lambda name: -who[name])[:3]))
        for end, who in caught.items()
    ]
    return sorted(rows, reverse=True)[:10]


def sensitivity(flow: Flow, table: Truth) -> list[tuple[float, str]]:
    """Return how much "right" falls when people slip at one question alone, one time in ten."""
    calm = score(flow, table, 0, 0).right
    fallen = [(calm - score(flow, table, 0.1, 0, only=step).right, step) for step in flow.ways]
    return sorted(fallen, reverse=True)


def editions() -> dict[int, Flow]:
    """Return both flows."""
    return {1: first_edition(), 2: flow_of(knowledge_of(None))}


def rows() -> Iterator[Row]:
    """Yield the figures of both editions under both tables."""
    table = truth()
    for number, flow in editions().items():
        for known in (1, 2):
            causes = table.of_table(known)
            for slips, unsure in ERRORS:
                got = score(flow, causes, slips, unsure)
                name = f"edition {number}, causes of {known}, {slips:.0%} / {unsure:.0%}"
                yield Row(name=f"{name}: right", unit="%", median=round(100 * got.right, 1))
                yield Row(name=f"{name}: in two", unit="%", median=round(100 * got.within_two, 1))
                yield Row(name=f"{name}: questions", unit="", median=round(got.questions, 2))


def tables() -> dict[str, Truth]:
    """Return the tables by name."""
    first, second = truth(), truth(SECOND)
    return {"first": first, "second": read_again(first, second), "joint": joint(first, second)}


def report(table: Truth) -> Iterator[str]:
    """Yield the lines of the whole report by a table."""
    for number, flow in editions().items():
        for known in (1, 2):
            causes = table.of_table(known)
            yield f"\nedition {number}, causes that edition {known} knew ({len(causes.causes)})"
            yield "slips/unsure  right  two  three  staff  questions  cost  in 3  best  5-95 %"
            for slips, unsure in ERRORS:
                got = score(flow, causes, slips, unsure)
                low, high = over_priors(flow, causes, slips, unsure)
                best = best_possible(flow, causes, slips, unsure)
                yield (
                    f"{slips:.2f}/{unsure:.2f}   {got.right:.3f} {got.within_two:.3f}"
                    f" {got.within_three:.3f} {got.staff:.3f}  {got.questions:.2f} {got.cost:.2f}"
                    f"  {got.early:.2f}  {best:.3f}  {low:.3f}-{high:.3f}"
                )
    flow = editions()[2]
    yield "\nserved worst at 10/10 (right, within two)"
    yield from (
        f"{one:.2f} {two:.2f} {name}" for one, two, name in worst_causes(flow, table, 0.1, 0.1)
    )
    for slips in (0.0, 0.05):
        yield f"\nwrong endings with most people at {slips:.0%}"
        yield from (
            f"{w:.3f} {end}: {who}" for w, end, who in wrong_endings(flow, table, slips, slips)
        )
    yield '\nfall of "right" by slips of 10 % at one question'
    yield from (f"{fall:.3f} {step}" for fall, step in sensitivity(flow, table)[:10])


if __name__ == "__main__":
    print("\n".join(report(tables()[sys.argv[1] if sys.argv[1:] else "first"])))

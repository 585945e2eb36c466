"""Measure how many slips in a number are noticed, beside phonenumbers and what is possible at all.

Run it from the top of the repository: python -m tests.bench.number_limits [NUMBERS]

All numbers are made up: their first five digits and lengths are drawn as in the evidence of
resources/numbering.yaml, the other digits at random. "Left out" means that a number is judged
by a plan that has not seen it. It prints tables in Markdown.
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from pathlib import Path
from statistics import median
from time import process_time_ns
from typing import Any

import phonenumbers

from jknassist.core.parsing.load import load_plan
from jknassist.core.phone import validate
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.diff import compare
from jknassist.core.phone.length_model import RARE, RARE_DOUBLED, RARE_FAR
from jknassist.core.phone.plan import NumberingPlan, PlanIndex, blocks_of, build
from jknassist.core.phone.result import Kind, Verdict
from tests.bench.table import Row

try:
    # The lite edition, which the tests need, has no names of operators.
    from phonenumbers import carrier
except ImportError:
    carrier = None  # type: ignore[assignment]

PLAN = Path(__file__).parents[2] / "resources" / "numbering.yaml"
SEED = 62
DIGITS = "0123456789"
TAILS = 100
PASSES = 9
NUMBERS = 20_000
MOST_ALARMS = 2.5
NOTICED = (86.1, 84.3)
"""Least shares of doubled and of missing digits that are noticed, in percent."""

NOTICED_LEFT_OUT, MOST_ALARMS_LEFT_OUT = (81.0, 80.0), 3.8
"""The same for numbers that the table has not seen, and the most false alarms on these."""

FIVE = 5

Seen = tuple[str, int, int]
"""Five digits, a length, and how often that was seen."""


@dataclass(frozen=True)
class Slip:
    """One way to mistype a number; the kind it has when both numbers are there."""

    name: str
    make: Callable[[str, random.Random], tuple[str, int]]
    kind: Kind | None = None


def doubled(number: str, chance: random.Random) -> tuple[str, int]:
    place = chance.randrange(len(number))
    return number[:place] + number[place] + number[place:], place


def missing(number: str, chance: random.Random) -> tuple[str, int]:
    place = chance.randrange(len(number))
    return number[:place] + number[place + 1 :], place


def swapped(number: str, chance: random.Random) -> tuple[str, int]:
    places = [i for i in range(len(number) - 1) if number[i] != number[i + 1]]
    place = chance.choice(places)
    pair = number[place + 1] + number[place]
    return number[:place] + pair + number[place + 2 :], place


def substituted(number: str, chance: random.Random) -> tuple[str, int]:
    place = chance.randrange(len(number))
    other = chance.choice([digit for digit in DIGITS if digit != number[place]])
    return number[:place] + other + number[place + 1 :], place


def letter_o(number: str, chance: random.Random) -> tuple[str, int]:
    place = chance.choice([i for i, digit in enumerate(number) if digit == "0"])
    return number[:place] + "O" + number[place + 1 :], place


def before(start: str, *, zero: bool = False) -> Callable[[str, random.Random], tuple[str, int]]:
    def make(number: str, _: random.Random) -> tuple[str, int]:
        return start + (number if zero else number[1:]), 0

    return make


SLIPS = (
    Slip("doubled digit", doubled, Kind.DOUBLED_DIGIT),
    Slip("missing digit", missing, Kind.MISSING_DIGIT),
    Slip("swapped neighbours", swapped, Kind.SWAPPED_DIGITS),
    Slip("substituted digit", substituted, Kind.WRONG_DIGIT),
    Slip("62 before 08..", before("62", zero=True)),
    Slip("+62 before 08..", before("+62", zero=True)),
    Slip("62 before 62..", before("6262")),
    Slip("+62 before +62..", before("+62+62")),
    Slip("0062 before 8..", before("0062")),
    Slip("0 before 08..", before("0", zero=True)),
    Slip("letter O for one 0", letter_o),
)


def evidence(plan: NumberingPlan) -> list[Seen]:
    return [
        (prefix.prefix + fifth, int(length), count)
        for prefix in plan.prefixes
        for fifth, lengths in prefix.by_fifth.items()
        for length, count in lengths.items()
    ]


def believable(seen: Iterable[Seen], plan: NumberingPlan) -> list[Seen]:
    """Leave out what was seen outside the admissible lengths: it is partly mistyped."""
    spans = {prefix.prefix: prefix.admissible for prefix in plan.prefixes}
    return [row for row in seen if row[1] in spans[row[0][:4]]]


def tail(five: str, length: int, chance: random.Random) -> str:
    return five + "".join(chance.choices(DIGITS, k=length - FIVE))


def as_seen(rows: Sequence[Seen], count: int, chance: random.Random) -> list[str]:
    """Draw numbers as often as their first digits and lengths were seen."""
    drawn = chance.choices(rows, [row[2] for row in rows], k=count)
    return [tail(five, length, chance) for five, length, _ in drawn]


def by_prefix(rows: Sequence[Seen], count: int, chance: random.Random) -> list[str]:
    """Draw every prefix equally often; its fifth digits and lengths as they were seen."""
    prefixes = [list(group) for _, group in groupby(rows, key=lambda row: row[0][:4])]
    return [as_seen(chance.choice(prefixes), 1, chance)[0] for _ in range(count)]


def evenly(plan: NumberingPlan, count: int, chance: random.Random) -> list[str]:
    """Draw prefix and admissible length evenly, which no real numbers do."""
    drawn = [chance.choice(plan.prefixes) for _ in range(count)]
    return [
        tail(prefix.prefix + chance.choice(DIGITS), chance.choice(prefix.admissible), chance)
        for prefix in drawn
    ]


def theirs_flags(text: str) -> bool:
    """Tell whether phonenumbers finds anything wrong with a number of Indonesia."""
    try:
        parsed = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return True
    mobile = phonenumbers.PhoneNumberType.MOBILE
    return not (parsed.country_code == 62 and phonenumbers.number_type(parsed) == mobile)


def percent(part: float, whole: float) -> str:
    if not whole:
        return "-"
    most = 100 if part >= whole else 99.9  # nearly all is not all
    return f"{min(most, 100 * part / whole):.1f}"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    say(f"\n### {title}\n")
    say("| " + " | ".join(head) + " |")
    say("| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        say("| " + " | ".join(map(str, row)) + " |")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def one_entry(
    numbers: Sequence[str], index: PlanIndex, support: frozenset[tuple[str, int]]
) -> Iterator[tuple[object, ...]]:
    for slip in SLIPS:
        chance = random.Random(SEED)  # noqa: S311
        noticed = named = first = theirs = limit = right = 0
        for number in numbers:
            typed, _ = slip.make(number, chance)
            found = diagnose(typed, index)
            offered = [suggestion.number for suggestion in found.suggestions]
            offered += [found.number] if found.number is not None else []
            theirs += theirs_flags(typed)
            limit += (typed[:FIVE], len(typed)) not in support
            right += found.number == number
            if found.verdict is not Verdict.OK or found.findings:
                noticed += 1
                named += number in offered
                first += number in {offered[0] if offered else None, found.number}
        total = len(numbers)
        yield (
            slip.name,
            percent(noticed, total),
            percent(right, total),
            percent(named, noticed),
            percent(first, noticed),
            percent(theirs, total),
            percent(limit, total) if slip.kind else "-",
        )


def odd(number: str, index: PlanIndex) -> bool:
    return validate.validate(number, index).verdict is not Verdict.OK


def without(index: PlanIndex, gone: Iterable[Seen]) -> PlanIndex:
    """Return the plan as it were if some numbers had not been seen."""
    blocks = dict(index.blocks)
    by_prefix_gone = groupby(sorted(gone), key=lambda row: row[0][:4])
    for start, rows in by_prefix_gone:
        prefix = index.prefixes[start]
        seen = {fifth: dict(lengths) for fifth, lengths in prefix.by_fifth.items()}
        for five, length, count in rows:
            seen[five[4]][str(length)] -= count
        blocks |= blocks_of(replace(prefix, by_fifth=seen), index.plan)
    return replace(index, blocks=blocks)


def left_out(index: PlanIndex) -> tuple[float, float, float, float]:
    """Judge each seen number by a plan without it: alarms, those in 10-13 digits, slips noticed."""
    alarms = inside = doublings = omissions = 0.0
    chance = random.Random(SEED)  # noqa: S311
    plan = index.plan
    for row in evidence(plan):
        five, length, count = row
        fresh = without(index, [(five, length, 1)])
        numbers = [tail(five, length, chance) for _ in range(TAILS)]
        share = count * sum(odd(number, fresh) for number in numbers) / TAILS
        alarms += share
        inside += share if plan.fewest <= length <= plan.most else 0
        doublings += count * sum(_seen(doubled(n, chance)[0], fresh) for n in numbers) / TAILS
        omissions += count * sum(_seen(missing(n, chance)[0], fresh) for n in numbers) / TAILS
    return alarms, inside, doublings, omissions


def _seen(typed: str, index: PlanIndex) -> bool:
    found = diagnose(typed, index)
    return found.verdict is not Verdict.OK or bool(found.findings)


def ten_folds(index: PlanIndex, repeats: int = 3) -> float:
    """Judge each tenth of the seen numbers by a plan without that tenth; return the alarms."""
    chance = random.Random(SEED)  # noqa: S311
    alarms = 0
    for _ in range(repeats):
        every = [row[:2] for row in evidence(index.plan) for _ in range(row[2])]
        chance.shuffle(every)
        for fold in range(10):
            gone = every[fold::10]
            fresh = without(index, [(five, length, 1) for five, length in gone])
            alarms += sum(odd(tail(five, length, chance), fresh) for five, length in gone)
    return alarms / repeats


def curve(numbers: Sequence[str], index: PlanIndex) -> Iterator[tuple[object, ...]]:
    """Yield what stricter and milder thresholds would give."""
    total = sum(row[2] for row in evidence(index.plan))
    for factor in (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0):
        scale_thresholds(factor)
        chance = random.Random(SEED)  # noqa: S311
        twice = sum(_seen(doubled(number, chance)[0], index) for number in numbers)
        short = sum(_seen(missing(number, chance)[0], index) for number in numbers)
        alarms, _, fresh_twice, fresh_short = left_out(index)
        scale_thresholds(1)
        yield (
            f"x {factor:g}" + (" (chosen)" if factor == 1 else ""),
            percent(twice, len(numbers)),
            percent(short, len(numbers)),
            percent(alarms, total),
            percent(fresh_twice, total),
            percent(fresh_short, total),
        )


def scale_thresholds(factor: float) -> None:
    rare, doubled_rare = RARE * factor, RARE_DOUBLED * factor
    far = RARE_FAR * factor
    vars(validate).update(
        RARE=rare, RARE_FAR=far, RARE_DOUBLED=doubled_rare, SURE=10 * doubled_rare
    )


def two_entries(numbers: Sequence[str], index: PlanIndex) -> Iterator[tuple[object, ...]]:
    for slip in SLIPS:
        if slip.kind is None:
            continue
        chance = random.Random(SEED)  # noqa: S311
        seen = kind = run = decided = misled = 0
        for number in numbers:
            typed, place = slip.make(number, chance)
            comparison = compare(typed, number, index)
            seen += not comparison.same
            kind += [edit.kind for edit in comparison.edits] == [slip.kind]
            run += [(e.sim_at.start, e.sim_at.stop) for e in comparison.edits] == [
                true_place(slip.kind, number, place)
            ]
            decided += comparison.likely_wrong == "typed"
            misled += comparison.likely_wrong == "sim"
        total = len(numbers)
        yield (slip.name, *(percent(part, total) for part in (seen, kind, run, decided, misled)))


def true_place(kind: Kind, number: str, place: int) -> tuple[int, int]:
    """Return where the slip was made: the run of equal digits, the pair, or the one digit."""
    if kind is Kind.SWAPPED_DIGITS:
        return place, place + 2
    if kind is Kind.WRONG_DIGIT:
        return place, place + 1
    start, stop = place, place + 1
    while start and number[start - 1] == number[place]:
        start -= 1
    while stop < len(number) and number[stop] == number[place]:
        stop += 1
    return start, stop


def theirs(text: str) -> Any:
    """Do with phonenumbers what comes nearest to one look of ours."""
    try:
        parsed = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        return None
    valid = phonenumbers.is_valid_number(parsed)
    return valid, carrier.name_for_number(parsed, "en") if carrier else ""


def timed(texts: Sequence[str], index: PlanIndex) -> tuple[list[float], list[float]]:
    """Return microseconds a call, ours and theirs, of passes that take turns."""
    ours_times, their_times = [], []
    for _ in range(PASSES):
        start = process_time_ns()
        for text in texts:
            diagnose(text, index)
        middle = process_time_ns()
        for text in texts:
            theirs(text)
        end = process_time_ns()
        ours_times.append((middle - start) / len(texts) / 1000)
        their_times.append((end - middle) / len(texts) / 1000)
    return ours_times, their_times


def speed(groups: dict[str, Sequence[str]], index: PlanIndex) -> Iterator[tuple[object, ...]]:
    """Yield the median of microseconds a call, and the median of their ratios."""
    for name, texts in groups.items():
        ours_times, their_times = timed(texts, index)
        ratio = median(b / a for a, b in zip(ours_times, their_times, strict=True))
        yield name, f"{median(ours_times):.1f}", f"{median(their_times):.1f}", f"{ratio:.1f}"


def loaded() -> PlanIndex:
    """Return the shipped plan."""
    plan, faults = load_plan(PLAN.read_bytes(), PLAN.name)
    if plan is None:
        sys.exit("\n".join(map(str, faults)))
    return build(plan)


def mistyped(numbers: Sequence[str], chance: random.Random) -> dict[str, Sequence[str]]:
    """Return the numbers as they are, with each slip, and one in five of each of these."""
    groups: dict[str, Sequence[str]] = {"correct numbers": numbers}
    groups |= {slip.name: [slip.make(n, chance)[0] for n in numbers] for slip in SLIPS[:4]}
    mixed = [texts[i] for i in range(len(numbers)) for texts in groups.values()]
    return {**groups, "one in five of each": mixed}


def rows() -> Iterator[Row]:
    """Yield what is noticed in one entry and in two; `beside` is what any table could notice."""
    index = loaded()
    seen = believable(evidence(index.plan), index.plan)
    numbers = as_seen(seen, NUMBERS, random.Random(SEED))  # noqa: S311
    alarms = 100 * sum(_seen(number, index) for number in numbers) / NUMBERS
    yield _share("false alarms on correct numbers", alarms, most=MOST_ALARMS)
    support = frozenset((five, length) for five, length, _ in seen)
    entries = islice(one_entry(numbers, index, support), 2)
    for (name, noticed, *_, limit), least in zip(entries, NOTICED, strict=True):
        share, possible = float(str(noticed)), float(str(limit))
        yield _share(f"noticed in one entry: {name}", share, limit=possible, least=least)
    total = sum(row[2] for row in evidence(index.plan))
    alarms, _, *noticed_left_out = (100 * part / total for part in left_out(index))
    yield _share("false alarms, left out", alarms, most=MOST_ALARMS_LEFT_OUT)
    slips = zip(("doubled", "missing"), noticed_left_out, NOTICED_LEFT_OUT, strict=True)
    for name, share, least in slips:
        yield _share(f"noticed, left out: {name}", share, least=least)
    for name, _, kind, run, *_ in two_entries(numbers, index):
        yield _share(f"kind right, two entries: {name}", float(str(kind)), least=100)
        yield _share(f"run right, two entries: {name}", float(str(run)), least=100)


def _share(
    name: str,
    value: float,
    *,
    most: float | None = None,
    least: float | None = None,
    limit: float | None = None,
) -> Row:
    asked = f"<= {most:g} %" if most is not None else f">= {least:g} %" if least else ""
    kept = value <= most if most is not None else value >= least if least is not None else None
    ratio = value / limit if limit else None
    return Row(name=name, unit="%", median=value, beside=limit, ratio=ratio, asked=asked, ok=kept)


def main(count: int) -> None:
    index = loaded()
    plan = index.plan
    chance = random.Random(SEED)  # noqa: S311
    every = evidence(plan)
    rows = believable(every, plan)
    total = sum(row[2] for row in every)
    support = frozenset((five, length) for five, length, _ in rows)
    head = ["slip", "noticed %", "read right %", "truth offered %", "truth first %"]
    head += ["phonenumbers flags %", "possible without false alarm %"]
    draws = {
        "drawn as seen": as_seen(rows, count, chance),
        "every prefix equally": by_prefix(rows, count, chance),
        "prefix and length evenly": evenly(plan, count, chance),
    }
    for name, numbers in draws.items():
        alarms = sum(_seen(number, index) for number in numbers)
        say(f"\nCorrect numbers, {name}: {percent(alarms, count)} % false alarms, ours;")
        say(f"{percent(sum(map(theirs_flags, numbers)), count)} %, phonenumbers.")
        if name != "prefix and length evenly":
            table(f"One entry, {count} numbers, {name}", head, one_entry(numbers, index, support))
    alarms_out, inside, twice, short = left_out(index)
    folds = ten_folds(index)
    in_sample = sum(row[2] * odd(tail(row[0], row[1], chance), index) for row in every)
    table(
        f"False alarms on the {total} seen numbers",
        ("how", "numbers", "%"),
        (
            ("in sample", in_sample, percent(in_sample, total)),
            ("left out, one at a time", f"{alarms_out:.1f}", percent(alarms_out, total)),
            ("... of which have 10 to 13 digits", f"{inside:.1f}", percent(inside, total)),
            ("left out, a tenth at a time", f"{folds:.1f}", percent(folds, total)),
            ("doubled digits noticed, left out", f"{twice:.1f}", percent(twice, total)),
            ("missing digits noticed, left out", f"{short:.1f}", percent(short, total)),
        ),
    )
    seen = draws["drawn as seen"]
    head = ["thresholds", "doubled %", "missing %", "false alarms left out %"]
    head += ["doubled left out %", "missing left out %"]
    table("What other thresholds would give", head, curve(seen[: count // 4], index))
    head = ["slip in one entry", "seen %", "kind right %", "run right %"]
    head += ["side right %", "side wrong %"]
    table(f"Two entries, {count} numbers", head, two_entries(seen, index))
    what = "parse + valid" + (" + carrier" if carrier else " (its lite edition has no carrier)")
    head = ["texts", "ours, us a call", f"phonenumbers {what}, us", "times faster"]
    table("Time", head, speed(mistyped(seen[:5000], chance), index))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBERS)

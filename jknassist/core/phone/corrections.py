"""Corrections: numbers that may have been meant, with a doubled digit or a prefix repaired."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from jknassist.core.phone.length_model import LONGEST
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Finding, Kind, Span, Suggestion

FIVE = 5
PAIR = 2
FEW = 3
"""Maximum number of suggestions."""
DOUBTED_WEIGHT = 0.01
"""Weight of a prefix that is hardly in use, relative to one in use."""

_RUN = re.compile(r"(\d)\1+")


class Correction(NamedTuple):
    """A run of equal digits that may be one too long; `weight` is how well that explains it.

    It is `claimed` only where the number without the digit would have a usual length.
    """

    weight: float
    start: int
    stop: int
    claimed: bool = True


def corrections(number: str, index: PlanIndex, stated: int | None) -> list[Correction]:
    """Return each run whose shortening by one gives an admissible number, best first.

    A run of r digits may come from any of the r - 1 before it. A number with a doubted prefix is
    not corrected to another one with a doubted prefix.
    """
    length = len(number) - 1
    if length > LONGEST or (stated is not None and stated != length):
        return []
    found: list[Correction] = []
    own = index.blocks.get(number[:FIVE])
    own_in_use = own is None or own.in_use
    for run in _RUN.finditer(number):
        start, stop = run.span()
        five = number[:FIVE] if start >= FIVE else number[:start] + number[start + 1 : FIVE + 1]
        block = index.blocks.get(five)
        if block is None:
            continue
        share = block.shares[length]
        if share or stated is not None or length in block.prefix.admissible:
            trust = 1.0 if block.in_use else DOUBTED_WEIGHT
            claimed = length in {*block.usual, stated} and (block.in_use or own_in_use)
            found.append(Correction((stop - start - 1) * share * trust, start, stop, claimed))
    if len(found) > 1:
        found.sort(reverse=True)
    return found


def doublings(number: str, undone: Iterable[Correction]) -> list[Suggestion]:
    """Return the numbers that undoing a doubled digit gives."""
    return [
        Suggestion(Kind.DOUBLED_DIGIT, number[:start] + number[start + 1 :], Span(start, stop))
        for _, start, stop, claimed in undone
        if claimed
    ]


def double_slips(number: str, index: PlanIndex, stated: int | None) -> list[Suggestion]:
    """Return the numbers with two doubled digits undone; empty if there are too many."""
    length = len(number) - 2
    if length > LONGEST or (stated is not None and stated != length):
        return []
    runs = [run.span() for run in _RUN.finditer(number)]
    pairs = [*combinations(runs, 2), *((run, run) for run in runs if run[1] - run[0] > PAIR)]
    found = []
    for (start, stop), (other, end) in pairs:
        shorter = number[:other] + number[other + 1 :]
        meant = shorter[:start] + shorter[start + 1 :]
        block = index.blocks.get(meant[:FIVE])
        if block is not None and block.in_use and length in {*block.usual, stated}:
            found.append(Suggestion(Kind.DOUBLED_DIGIT, meant, Span(start, max(stop, end))))
    return found if len(found) <= FEW else []


def repaired_starts(number: str, index: PlanIndex, stated: int | None) -> Iterator[Suggestion]:
    """Yield numbers with a known prefix that differ from this one by one slip in the first digits.

    After the 0 only an 8 can be missing, since every known prefix has it there. All other digits
    could be anything, so a missing one is never guessed.
    """
    tries = []
    if number[:1] == "0" and number[1:2] != "8":
        tries.append((Kind.MISSING_DIGIT, "08" + number[1:], Span(1, 1)))
        tries.append((Kind.WRONG_DIGIT, "08" + number[2:], Span(1, 2)))
    for position in range(min(len(number), FIVE) - 1):
        first, second = number[position], number[position + 1]
        swapped = number[:position] + second + first + number[position + 2 :]
        if first != second:
            tries.append((Kind.SWAPPED_DIGITS, swapped, Span(position, position + 2)))
    for kind, repaired, at in tries:
        block = index.blocks.get(repaired[:FIVE])
        usual = () if block is None or not block.in_use else block.usual
        if len(repaired) in usual and stated in {None, len(repaired)}:
            yield Suggestion(kind, repaired, at)


def question(suggestion: Suggestion, number: str) -> Finding:
    """Return the finding that asks whether a suggestion is what happened to the number."""
    kind, at = suggestion.kind, suggestion.at
    digit, position = ("digit", number[at.start : at.start + 1]), ("place", at.start + 1)
    if kind is Kind.DOUBLED_DIGIT and len(number) - len(suggestion.number) > 1:
        return _twice(number, at)
    if kind is Kind.DOUBLED_DIGIT:
        count = at.stop - at.start
        if count == PAIR:
            return Finding(kind, "doubled_digit", at, (digit, position))
        return Finding(kind, "doubled_in_run", at, (digit, position, ("count", count)))
    if kind is Kind.MISSING_DIGIT:
        return Finding(kind, "lost_eight", at)
    if kind is Kind.WRONG_DIGIT:
        instead = ("instead", suggestion.number[at.start])
        return Finding(kind, "wrong_digit", at, (digit, position, instead))
    pair = (("first", number[at.start]), ("second", number[at.start + 1]))
    return Finding(kind, "swapped_digits", at, (*pair, position))


def _twice(number: str, at: Span) -> Finding:
    """Return the finding that asks about two doubled digits, or about one tripled one."""
    first, *between = _RUN.finditer(number, at.start, at.stop)
    facts = (("digit", first[0][0]), ("place", first.start() + 1))
    if not between:
        count = ("count", at.stop - at.start)
        return Finding(Kind.DOUBLED_DIGIT, "doubled_in_run_twice", at, (*facts, count))
    last = between[-1]
    others = (("other", last[0][0]), ("other_place", last.start() + 1))
    return Finding(Kind.DOUBLED_DIGIT, "doubled_twice", at, (*facts, *others))

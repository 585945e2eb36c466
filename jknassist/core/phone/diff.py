"""Compare two numbers: minimal edit script, differing positions, and which is likely wrong."""

from collections.abc import Iterator, Sequence
from enum import Enum

from jknassist.core.phone.corrections import FIVE
from jknassist.core.phone.length_model import RARE
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Cell, Comparison, Edit, Kind, Side, Span


class EditStep(Enum):
    """Kind of edit step; TAKES has the digits it consumes in each number."""

    KEEP = "keep"
    SWAP = "swap"
    WRONG = "wrong"
    EXTRA = "extra"
    MISSING = "missing"


TAKES = {
    EditStep.KEEP: (1, 1),
    EditStep.SWAP: (2, 2),
    EditStep.WRONG: (1, 1),
    EditStep.EXTRA: (1, 0),
    EditStep.MISSING: (0, 1),
}

COST = 10
COST_IN_RUN = 9
"""Cost of inserting or deleting a digit within a run of equal ones: the commoner slip."""

Taken = tuple[EditStep, int, int]
"""An edit step with its start position in each number."""


def compare(typed: str | None, sim: str | None, index: PlanIndex) -> Comparison:
    """Compare two numbers in national form; None stands for one that could not be parsed."""
    if typed is None or sim is None:
        unread = None if typed == sim else Side.SIM if sim is None else Side.TYPED
        return Comparison(same=False, likely_wrong=unread)
    if typed == sim:
        return Comparison(same=True, cells=tuple(Cell(digit, digit) for digit in typed))
    path = _path(typed, sim)
    edits = tuple(_edits(typed, sim, path))
    return Comparison(
        same=False,
        edits=edits,
        cells=tuple(_cells(typed, sim, path, edits)),
        likely_wrong=_likely_wrong(typed, sim, index),
    )


def _likely_wrong(typed: str, sim: str, index: PlanIndex) -> Side | None:
    """Return the side whose length is far less usual for its prefix, or None."""
    share, sim_share = share_of(typed, index), share_of(sim, index)
    if share < RARE * sim_share:
        return Side.TYPED
    return Side.SIM if sim_share < RARE * share else None


def share_of(number: str, index: PlanIndex) -> float:
    """Return the share, from 0 to 1, of the length of a number among those with its prefix."""
    block = index.blocks.get(number[:FIVE])
    possible = index.plan.fewest <= len(number) <= index.plan.most
    if block is None or not possible or not block.in_use:
        return 0.0
    return block.shares[len(number)]


def _path(typed: str, sim: str) -> tuple[Taken, ...]:
    """Return the cheapest edit script (Damerau-Levenshtein distance, computed from the end)."""
    best: dict[tuple[int, int], tuple[int, EditStep | None]] = {(len(typed), len(sim)): (0, None)}
    for i in range(len(typed), -1, -1):
        for j in range(len(sim), -1, -1):
            if (i, j) not in best:
                best[i, j] = min(
                    (
                        (cost + best[i + TAKES[step][0], j + TAKES[step][1]][0], step)
                        for step, cost in _possible(typed, sim, i, j)
                    ),
                    key=lambda choice: choice[0],
                )
    taken: list[Taken] = []
    i = j = 0
    while (step := best[i, j][1]) is not None:
        taken.append((step, i, j))
        i, j = i + TAKES[step][0], j + TAKES[step][1]
    return tuple(taken)


def _possible(typed: str, sim: str, i: int, j: int) -> Iterator[tuple[EditStep, int]]:
    """Yield the possible steps from a position and their costs, the preferred of equals first."""
    if i < len(typed) and j < len(sim):
        if typed[i] == sim[j]:
            yield EditStep.KEEP, 0
        elif typed[i : i + 2] == sim[j : j + 2][::-1] and len(typed[i : i + 2]) == len("ab"):
            yield EditStep.SWAP, COST
        yield EditStep.WRONG, COST
    if i < len(typed):
        yield EditStep.EXTRA, _cost(typed, i)
    if j < len(sim):
        yield EditStep.MISSING, _cost(sim, j)


def _cost(number: str, position: int) -> int:
    return COST_IN_RUN if _run(number, position) != Span(position, position + 1) else COST


def _run(number: str, position: int) -> Span:
    """Return the range of the run of equal digits around a position."""
    digit, start, stop = number[position], position, position + 1
    while start and number[start - 1] == digit:
        start -= 1
    while stop < len(number) and number[stop] == digit:
        stop += 1
    return Span(start, stop)


def _edits(typed: str, sim: str, path: Sequence[Taken]) -> Iterator[Edit]:
    kept = {i: j for step, i, j in path if step is EditStep.KEEP}
    for step, i, j in path:
        match step:
            case EditStep.SWAP:
                yield Edit(Kind.SWAPPED_DIGITS, Span(i, i + 2), Span(j, j + 2))
            case EditStep.WRONG:
                yield Edit(Kind.WRONG_DIGIT, Span(i, i + 1), Span(j, j + 1))
            case EditStep.EXTRA:
                yield _extra(typed, sim, (i, j), kept)
            case EditStep.MISSING:
                yield Edit(Kind.MISSING_DIGIT, _same_digits(typed, i, sim[j]), _run(sim, j))


def _extra(typed: str, sim: str, at: tuple[int, int], kept: dict[int, int]) -> Edit:
    """Return the edit for a superfluous digit: doubled if the other number has one of its run."""
    run = _run(typed, at[0])
    twins = [kept[i] for i in range(run.start, run.stop) if i in kept]
    if twins:
        return Edit(Kind.DOUBLED_DIGIT, run, _run(sim, twins[0]))
    return Edit(Kind.EXTRA_DIGIT, Span(at[0], at[0] + 1), Span(at[1], at[1]))


def _same_digits(number: str, position: int, digit: str) -> Span:
    """Return the range of a run of a digit that ends or starts at a position; may be empty."""
    for beside in (position - 1, position):
        if 0 <= beside < len(number) and number[beside] == digit:
            return _run(number, beside)
    return Span(position, position)


def _cells(typed: str, sim: str, path: Sequence[Taken], edits: Sequence[Edit]) -> Iterator[Cell]:
    """Yield the aligned columns; those are marked in which the numbers differ.

    Of a run that one number has longer just its surplus is marked: the differences that are seen
    are those that are counted.
    """
    marks = {
        position: edit.kind for edit in edits for position in range(edit.at.start, edit.at.stop)
    }
    sim_marks = {
        position: edit.kind
        for edit in edits
        for position in range(edit.sim_at.start, edit.sim_at.stop)
    }
    for step, start, sim_start in path:
        i, j = start, sim_start
        takes, sim_takes = TAKES[step]
        for _ in range(max(takes, sim_takes)):
            mark = marks.get(i) if takes else sim_marks.get(j)
            if mark is None and takes and sim_takes:
                mark = sim_marks.get(j)
            digit, other = typed[i] if takes else "", sim[j] if sim_takes else ""
            yield Cell(digit, other, mark if digit != other else None)
            i, j = i + 1, j + 1

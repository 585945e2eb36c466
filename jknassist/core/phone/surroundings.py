"""Finds which groups of digits are the number, and which are only beside it.

A complete mobile number takes precedence; digits before and after it are left out and reported. It
ends where it has a possible length and the rest is separated by a bracket, mark, word, decimal
point before zeros, or date. After a mere gap, the rest belongs to the number only if the groups are
regular; otherwise both readings are returned and none is chosen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jknassist.core.phone.digit_groups import Apart, DigitGroup
from jknassist.core.phone.normalize import CARD_LENGTH, FEWEST_DIALLED, is_identity

LONGEST_WRITTEN = 24
"""Digits of the longest mobile number with every code that people write before it."""

FEWEST_BARE = 9
"""Digits of the shortest mobile number without its 0."""

SHORT_GROUP, LONG_GROUP = 3, 5
"""Range of the size of the groups in which people write a number."""

PREFIX = 4
"""Digits of a prefix, which is often written separately: 0812."""

LIST_DIGITS = 3
"""Most digits of the number of a list item."""

CUT_DIGITS = 4
"""Most digits after a / that are an alternative ending of the same number."""

_COMPLETE = re.compile(r"((?:0*62)*0*)(8[1-9]\d{7,10})")
_CODE = re.compile(r"(?:0*62)+0*|00")
_DATE = re.compile(
    r"(?:[0-3]?\d([-/. ])[01]?\d\1(?:19|20)?\d\d|(?:19|20)\d\d([-/. ])[01]?\d\2[0-3]?\d)(?!\d)"
)
_FULL_DATE = re.compile(r"[0-3]?\d([-/. ])[01]?\d\1(?:19|20)\d\d(?!\d)")
"""A date that is no list of further endings: "0812…/26-11-2026", but not "0812…10/11/12"."""

_HOURS = re.compile(r"[0-2]?\d[.:][0-5]\d(?:-[0-2]?\d[.:][0-5]\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPEN = frozenset("([#*\t")
_FIRST_DIGITS = frozenset("068")
_WITHIN_AMOUNTS = frozenset(".,:")


@dataclass(slots=True, eq=False)
class NumberSpan:
    """Groups `start` to `stop` (exclusive) that form one complete number.

    `begins` is the 0-based position of its 8 among all digits of the text. A `bare` number has
    neither 0 nor country code before its 8.
    """

    start: int
    stop: int
    begins: int
    digits: str = field(repr=False)
    number: str = field(repr=False)
    bare: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Result of the search: one number, several possible ones, or two different ones.

    `sure` if digits beside the number cannot belong to it; `repeated` if the text contains the same
    number more than once.
    """

    spans: tuple[NumberSpan, ...]
    two: bool = False
    sure: bool = True
    repeated: bool = False


def find(groups: Sequence[DigitGroup]) -> Found | None:
    """Return the complete numbers in the groups, or None if there is none."""
    for level in (Apart.JOINED, Apart.MARK):
        complete = list(_complete(groups, level))
        if complete:
            return _chosen(groups, complete, level)
    return None


def left_out(groups: Sequence[DigitGroup], span: NumberSpan) -> tuple[str, ...]:
    """Return the digit groups before and after the number."""
    return tuple([group.digits for group in (*groups[: span.start], *groups[span.stop :])])


def has_another(groups: Sequence[DigitGroup], span: NumberSpan) -> bool:
    """Return whether digits beside a number may be a phone number of their own."""
    behind = groups[span.stop :]
    if _is_other_ending(behind):
        return True
    return _has_dialled(groups[: span.start]) or _has_dialled(behind)


def _is_other_ending(behind: Sequence[DigitGroup]) -> bool:
    """Return whether a / and few digits are another ending: "0812…/91", "+62 812… / 91"."""
    if not behind or behind[0].signs.strip(" )\t") != "/" or behind[0].counts:
        return False
    return len(behind[0].digits) <= CUT_DIGITS and not _FULL_DATE.match(_as_written(behind[:3]))


def has_card(groups: Sequence[DigitGroup]) -> bool:
    """Return whether a stretch of groups is as long as a card number or a NIK."""
    return any(
        sum(len(group.digits) for group in stretch) >= CARD_LENGTH
        and not _FULL_DATE.match(_as_written(stretch))
        for stretch in _stretches(groups)
    )


def _has_dialled(groups: Sequence[DigitGroup]) -> bool:
    digits = 0
    for group in groups:
        digits += len(group.digits)
    return digits >= FEWEST_DIALLED and any(map(_dialled, _stretches(groups)))


def _dialled(stretch: Sequence[DigitGroup]) -> bool:
    digits = stretch[0].digits if len(stretch) == 1 else "".join([one.digits for one in stretch])
    if len(digits) < FEWEST_DIALLED or is_identity(digits, plus=stretch[0].plus):
        return False
    if any(len(group.digits) >= FEWEST_DIALLED for group in stretch):
        return True
    written = _as_written(stretch)
    own = not _DATE.match(written) and not _HOURS.fullmatch(written)
    return own and digits.startswith(("0", "62"))


def _stretches(groups: Sequence[DigitGroup]) -> Iterator[Sequence[DigitGroup]]:
    """Yield sequences of groups separated by loose signs only."""
    start = 0
    for stop in range(1, len(groups) + 1):
        if stop == len(groups) or groups[stop].apart > Apart.JOINED:
            yield groups[start:stop]
            start = stop


def _as_written(groups: Iterable[DigitGroup]) -> str:
    """Return groups joined by the last sign before each, to match dates."""
    text = "".join([(group.signs.strip()[-1:] or " ") + group.digits for group in groups])
    return text[1:]


def _complete(groups: Sequence[DigitGroup], level: Apart) -> Iterator[NumberSpan]:
    before = 0
    for start, first in enumerate(groups):
        begins = first.plus or first.digits[0] in _FIRST_DIGITS
        if begins and not first.stuck and not (start and _ends_amount(first)):
            yield from _from(groups, start, before, level)
        before += len(first.digits)


def _ends_amount(group: DigitGroup) -> bool:
    """Return whether a group is the last zeros of an amount or a time: 35.000, 15.00, 15:00."""
    return group.signs in _WITHIN_AMOUNTS and not group.digits.strip("0")


def _from(
    groups: Sequence[DigitGroup], start: int, before: int, level: Apart
) -> Iterator[NumberSpan]:
    """Yield each complete number starting at a group; `before` counts the digits before it."""
    digits = ""
    for stop in range(start, len(groups)):
        group = groups[stop]
        if group.stuck or (stop > start and (group.apart > level or _begins_anew(group, digits))):
            return
        digits += group.digits
        if len(digits) < FEWEST_BARE:
            continue
        if len(digits) > LONGEST_WRITTEN:
            return
        match = _COMPLETE.fullmatch(digits)
        if match is not None:
            code, rest = match.groups()
            bare = not code and not groups[start].plus
            yield NumberSpan(start, stop + 1, before + len(code), digits, "0" + rest, bare)


def _begins_anew(group: DigitGroup, digits: str) -> bool:
    """Return whether a + starts another number, rather than following a country code."""
    return group.plus and _CODE.fullmatch(digits) is None


def _chosen(groups: Sequence[DigitGroup], complete: Sequence[NumberSpan], level: Apart) -> Found:
    if complete[0].start == complete[-1].start:
        # Nearly always: all begin with the same group.
        spans, certain = _ends(groups, list(complete), level)
        if len(spans) > 1:
            return Found(tuple(spans))
        sure = certain and not _may_belong(groups, spans[0])
        return Found(tuple(spans), sure=sure and not _ends_in_year(groups, spans[0]))
    by_start: dict[int, dict[int, NumberSpan]] = {}
    for span in complete:
        ends = by_start.setdefault(span.begins, {})
        first = ends.get(span.stop)
        # The widest span includes the codes; a list number is not one.
        if first is None or _counts_list(groups, first.start):
            ends[span.stop] = span
    candidates = [_ends(groups, list(ends.values()), level) for ends in by_start.values()]
    candidates = _without_doubtful(groups, candidates)
    every = tuple(span for spans, _ in candidates for span in spans)
    if len({span.number for span in every}) == 1:
        sure = candidates[0][1] and not _may_belong(groups, every[0])
        return Found(every[:1], sure=sure, repeated=len(every) > 1)
    apart = _disjoint([spans for spans, _ in candidates])
    return Found(every, two=apart and len(candidates) > 1)


Candidate = tuple[list[NumberSpan], bool]
"""The possible spans with one start, and whether their end is certain."""


def _may_belong(groups: Sequence[DigitGroup], span: NumberSpan) -> bool:
    """Return whether digits before a number look like the start of one: "0211 0841…"."""
    if not span.start or groups[span.start].apart > Apart.JOINED:
        return False
    first = span.start - 1
    while first and groups[first].apart <= Apart.JOINED:
        first -= 1
    near = groups[first : span.start]
    if near[0].plus:
        return True
    digits = "".join(group.digits for group in near)
    begins = digits.startswith(("0", "62", "8")) and len(digits) >= PREFIX
    return begins and not _DATE.match(_as_written(near))


def _ends_in_year(groups: Sequence[DigitGroup], span: NumberSpan) -> bool:
    """Return whether it may be the number of a letter: 0812/3456/2026."""
    last = groups[span.stop - 1]
    behind = span.stop - span.start > 1 and "/" in last.signs
    return behind and _YEAR.fullmatch(last.digits) is not None


def _disjoint(candidates: Sequence[Sequence[NumberSpan]]) -> bool:
    """Return whether no two candidates share a group."""
    reached = 0
    for spans in sorted(candidates, key=lambda spans: spans[0].start):
        if spans[0].start < reached:
            return False
        reached = max(span.stop for span in spans)
    return True


def _without_doubtful(
    groups: Sequence[DigitGroup], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Drop starts that another candidate explains better."""
    kept = [
        one
        for one in candidates
        if not any(_explained(groups, one[0], other[0]) for other in candidates if other is not one)
    ]
    return kept or list(candidates)


def _explained(
    groups: Sequence[DigitGroup], one: Sequence[NumberSpan], other: Sequence[NumberSpan]
) -> bool:
    start = one[0].start
    begins, ends = other[0].start, max(span.stop for span in other)
    if begins == start + 1 and _counts_list(groups, start):
        return True
    within = begins < start < ends and one[0].bare and not _counts_list(groups, begins)
    return within and _well_grouped(groups, other[-1], start)


def _well_grouped(groups: Sequence[DigitGroup], span: NumberSpan, inner: int) -> bool:
    """Return whether a number is grouped regularly, so that none starts at group `inner`."""
    own = _own_groups(span, groups)
    sizes = [len(group.digits) for group in own]
    thousands = {group.signs for group in own[1:]} in ({"."}, {","}) and set(sizes[1:]) == {3}
    before = len(span.number) - sum(len(group.digits) for group in groups[inner : span.stop])
    alike = all(SHORT_GROUP <= size <= LONG_GROUP for size in sizes)
    return alike or thousands or before == PREFIX


def _counts_list(groups: Sequence[DigitGroup], start: int) -> bool:
    """Return whether a group is the number of a list item: "8. ", "8)"."""
    if start + 1 >= len(groups) or groups[start].plus:
        return False
    if groups[start].digits == "0" and not groups[start + 1].digits.startswith("62"):
        return False
    return groups[start + 1].numbered and len(groups[start].digits) <= LIST_DIGITS


def _ends(groups: Sequence[DigitGroup], spans: list[NumberSpan], level: Apart) -> Candidate:
    """Return the possible ends for one start, and whether the end is certain."""
    for span in spans:
        if _set_apart(groups, span):
            kept = [other for other in spans if other.stop <= span.stop]
            return _regular(groups, kept) or (kept, True)
    longest = spans[-1]
    more = longest.stop < len(groups) and groups[longest.stop].apart <= level
    if not more:
        spans = _with_comma(groups, spans, level)
        return _regular(groups, spans) or (spans, True)
    return spans, False


def _with_comma(
    groups: Sequence[DigitGroup], spans: list[NumberSpan], level: Apart
) -> list[NumberSpan]:
    """Add the number that continues after a comma without a gap: "0812345678,90"."""
    last = spans[-1]
    if level is not Apart.JOINED or last.stop >= len(groups):
        return spans
    rest = groups[last.stop]
    if rest.signs != "," or rest.apart is not Apart.MARK:
        return spans
    match = _COMPLETE.fullmatch(last.digits + rest.digits)
    if match is None or not rest.digits.strip("0") or rest.stuck or rest.counts:
        return spans
    longer = NumberSpan(
        last.start, last.stop + 1, last.begins, match[0], "0" + match[2], bare=last.bare
    )
    return [*spans, longer]


def _regular(groups: Sequence[DigitGroup], spans: list[NumberSpan]) -> Candidate | None:
    """Return the longest span if its groups are regular, so that it can only be one number."""
    longest = spans[-1]
    if len(spans) == 1:
        return spans, True
    in_one_run = len(_own_groups(spans[0], groups)) == 1
    _, *behind = _own_groups(longest, groups)
    signs = {group.signs.strip() or group.signs[:1] for group in behind}
    if in_one_run or len(signs) > 1:
        return None
    sizes = {len(group.digits) for group in behind}
    alike = len(sizes) == 1 or min(sizes) >= SHORT_GROUP
    return ([longest], True) if alike else None


def _own_groups(span: NumberSpan, groups: Sequence[DigitGroup]) -> Sequence[DigitGroup]:
    """Return the groups of a number from the one with its 8 on, without codes before it."""
    first = span.start
    before = span.begins - sum(len(group.digits) for group in groups[:first])
    while before >= len(groups[first].digits):
        before -= len(groups[first].digits)
        first += 1
    return groups[first : span.stop]


def _set_apart(groups: Sequence[DigitGroup], span: NumberSpan) -> bool:
    """Return whether what follows a complete number is clearly something else."""
    rest = groups[span.stop :]
    if not rest or rest[0].apart > Apart.MARK:
        return False
    behind = rest[0]
    if behind.counts or any(_is_new(sign, groups, span) for sign in behind.signs if sign in _OPEN):
        return True
    if behind.signs in {".", ","} and not behind.digits.strip("0"):
        return len(rest) == 1 and _is_new(behind.signs, groups, span)
    if _YEAR.fullmatch(behind.digits) and (len(rest) == 1 or rest[1].apart > Apart.JOINED):
        return True
    return bool(_DATE.match(_as_written(rest[:3]))) and behind.signs.strip() != "."


def _is_new(sign: str, groups: Sequence[DigitGroup], span: NumberSpan) -> bool:
    """Return whether a separator does not occur within a number."""
    return all(sign not in group.signs for group in groups[span.start + 1 : span.stop])


def joined(spans: Sequence[NumberSpan]) -> NumberSpan:
    """Return one span that covers several."""
    start, stop = min(span.start for span in spans), max(span.stop for span in spans)
    first = spans[0]
    return NumberSpan(start, stop, first.begins, first.digits, first.number, bare=first.bare)

"""Lint of the numbering plan: unique prefixes and possible lengths."""

import re
from collections.abc import Iterator
from datetime import date

from jknassist.core.diagnostic import Issue
from jknassist.core.phone.length_model import LONGEST
from jknassist.core.phone.plan import NumberingPlan, Prefix, PrefixStatus

PREFIX = re.compile(r"08[0-9]{2}")
SHORTEST = 6

Path = tuple[str | int, ...]


def lint_plan(plan: NumberingPlan, *, today: date | None = None) -> Iterator[Issue]:
    """Check a plan; with a date, also for facts that were checked after it."""
    if not SHORTEST <= plan.fewest <= plan.most <= LONGEST:
        text = f'"fewest" dan "most" harus berurutan, antara {SHORTEST} dan {LONGEST}'
        yield Issue(("fewest",), text)
        return
    if not plan.prefixes:
        yield Issue(("prefixes",), "paling sedikit satu awalan nomor harus ada")
    if today is not None and plan.checked_on > today:
        text = f"tanggal periksa {plan.checked_on} masih di depan"
        yield Issue(("checked_on",), text, warning=True)
    seen: set[str] = set()
    for index, prefix in enumerate(plan.prefixes):
        path = ("prefixes", index)
        if prefix.prefix in seen:
            yield Issue((*path, "prefix"), f'"{prefix.prefix}" sudah ada di atas')
        seen.add(prefix.prefix)
        yield from _prefix(plan, prefix, path)
        if today is not None and prefix.checked_on > today:
            text = f"tanggal periksa {prefix.checked_on} masih di depan"
            yield Issue((*path, "checked_on"), text, warning=True)


def _prefix(plan: NumberingPlan, prefix: Prefix, path: Path) -> Iterator[Issue]:
    if not PREFIX.fullmatch(prefix.prefix):
        text = f'"{prefix.prefix}" bukan empat angka yang dimulai dengan 08'
        yield Issue((*path, "prefix"), text)
    # A prefix that is certainly unused has neither brand nor operator.
    named = (prefix.brand, prefix.operator) if prefix.status is PrefixStatus.ACTIVE else ("-", "-")
    for name, text in zip(("brand", "operator", "source"), (*named, prefix.source), strict=True):
        if not text.strip():
            yield Issue((*path, name), f'"{name}" masih kosong')
    yield from _lengths(plan, prefix, path)


def _lengths(plan: NumberingPlan, prefix: Prefix, path: Path) -> Iterator[Issue]:
    if not prefix.admissible:
        yield Issue((*path, "admissible"), "paling sedikit satu panjang nomor harus ada")
    for name, lengths in (("admissible", prefix.admissible), ("listed", prefix.listed)):
        for index, length in enumerate(lengths):
            if not plan.fewest <= length <= plan.most:
                yield Issue((*path, name, index), _out_of_range(plan, length))
    yield from _seen(prefix, (*path, "by_fifth"))


def _seen(prefix: Prefix, path: Path) -> Iterator[Issue]:
    """Check the lengths seen in published numbers; those may be mistyped, so the range is wider."""
    possible = {str(length) for length in range(SHORTEST, LONGEST + 1)}
    for fifth, counts in prefix.by_fifth.items():
        if fifth not in set("0123456789"):
            yield Issue((*path, fifth), f'"{fifth}" bukan satu angka')
        for length, count in counts.items():
            if length not in possible:
                text = f"panjang {length} di luar {SHORTEST} sampai {LONGEST} angka"
                yield Issue((*path, fifth, length), text)
            if count < 1:
                yield Issue((*path, fifth, length), "banyaknya harus 1 atau lebih")


def _out_of_range(plan: NumberingPlan, length: int) -> str:
    return f"panjang {length} di luar {plan.fewest} sampai {plan.most} angka"

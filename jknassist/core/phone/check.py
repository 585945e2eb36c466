"""Entry point of the number check: parse a text, validate the number, compare it with another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from jknassist.core.phone import mask
from jknassist.core.phone.diff import compare, share_of
from jknassist.core.phone.normalize import Normalized
from jknassist.core.phone.parse import parse
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import (
    REPAIRS,
    Comparison,
    Diagnosis,
    Kind,
    Span,
    Suggestion,
    Verdict,
)
from jknassist.core.phone.unicode_fold import fold
from jknassist.core.phone.validate import Validation, validate

_FOREIGN_STYLE = re.compile(
    r"(?<![\d+])01(?:[02-9][ -]{1,3}\d{3}[ -]?\d{4}|1[ -]{1,3}\d{4}[ -]?\d{4})(?![ -]?\d)", re.ASCII
)
"""A mobile number as Malaysia writes it, 012-345 6789: whole as it is, and no 8 is missing."""

_START_REPAIRS = frozenset({Kind.MISSING_DIGIT, Kind.WRONG_DIGIT, Kind.SWAPPED_DIGITS})
"""Repairs of an unknown prefix."""

_START = Span(0, 1)
_NOWHERE = Span(0, 0)


class Entry(Protocol):
    """Result of parsing a text: common part of `Normalized` and `Diagnosis`."""

    @property
    def number(self) -> str | None:
        """The number in national form, or None."""

    @property
    def pattern(self) -> str | None:
        """A number with hidden digits, or None."""


def diagnose(
    text: str, index: PlanIndex, *, stated_length: int | None = None, sim: str | None = None
) -> Diagnosis:
    """Return the diagnosis of a text that should contain one mobile number.

    `sim` is the number as the phone itself shows it, or as it was typed a second time;
    `stated_length` is how many digits its owner says the number has. Never raises.
    """
    reading = parse(text)
    comparison = None if sim is None else compare_entries(reading, parse(sim), index)
    if reading.number is None or reading.verdict is Verdict.NOT_MOBILE:
        return Diagnosis(
            text,
            reading.number,
            None,
            reading.verdict,
            reading.findings,
            _possible(reading, index) if reading.possible else (),
            comparison=comparison,
            pattern=reading.pattern,
        )
    judged = validate(reading.number, index, stated_length=stated_length)
    if judged.verdict is Verdict.WRONG and _FOREIGN_STYLE.search(fold(text)) is not None:
        judged = _without_repaired_start(judged)
    suggestions = judged.suggestions
    if reading.verdict is not Verdict.OK:
        suggestions = (*_as_read(reading, judged), *suggestions)
    return Diagnosis(
        text,
        reading.number,
        judged.operator,
        reading.verdict if judged.verdict is Verdict.OK else judged.verdict,
        reading.findings + judged.findings,
        suggestions,
        judged.ask_length,
        comparison,
    )


def _without_repaired_start(judged: Validation) -> Validation:
    """Return a result without the numbers that another beginning would give."""
    return replace(
        judged,
        findings=tuple(one for one in judged.findings if one.kind not in _START_REPAIRS),
        suggestions=tuple(one for one in judged.suggestions if one.kind not in _START_REPAIRS),
    )


def _as_read(reading: Normalized, judged: Validation) -> Iterator[Suggestion]:
    """Suggest the number as parsed, if parsing had to assume something."""
    if reading.number is None or judged.verdict is Verdict.WRONG:
        return
    repairs = [finding for finding in reading.findings if finding.kind in REPAIRS]
    if repairs:
        yield Suggestion(repairs[0].kind, reading.number, repairs[0].at or _START)
    else:
        # Nothing was repaired, so what made it doubtful are digits beside it.
        yield Suggestion(Kind.BESIDE, reading.number, _NOWHERE)


def _possible(reading: Normalized, index: PlanIndex) -> tuple[Suggestion, ...]:
    """Suggest all possible readings, the most likely first."""
    kind = reading.findings[0].kind
    ordered = sorted(reading.possible, key=lambda number: share_of(number, index), reverse=True)
    return tuple(Suggestion(kind, number, _NOWHERE) for number in ordered)


def compare_entries(entry: Entry, other: Entry, index: PlanIndex) -> Comparison:
    """Compare two parsed entries; of a masked one only the visible digits."""
    first, second = entry.pattern or entry.number, other.pattern or other.number
    masked = entry.pattern is not None or other.pattern is not None
    if not masked or first is None or second is None:
        return compare(entry.number, other.number, index)
    fit = mask.fit(first, second)
    same = None if fit.agree else False
    return Comparison(same, cells=fit.cells, visible=fit.visible, hidden=fit.hidden)

"""Diagnoses as text for a terminal and as JSON for scripts; the JSON is a stable contract."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from jknassist.core.phone import mask
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.finding_text import describe, describe_comparison
from jknassist.core.phone.parse import grouped
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Comparison, Diagnosis, Finding, Span, Suggestion
from jknassist.core.words import NumberWords

LONGEST_LINE = 10_000
"""Maximum characters of a line; the rest is ignored."""

_LONE = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which undecodable bytes become; they are not valid in JSON."""

Json = dict[str, object]


class Lines(Protocol):
    """A text stream that is read by lines of limited length."""

    def readline(self, size: int, /) -> str:
        """Return the next line or a part of it, with its line break; empty at the end."""


def something_found(found: Diagnosis) -> bool:
    """Return whether there are findings or a difference."""
    differs = found.comparison is not None and found.comparison.same is False
    return bool(found.findings) or differs


def as_json(found: Diagnosis, words: NumberWords) -> Json:
    """Return a diagnosis as an object of the command line's contract."""
    return {
        "typed": _LONE.sub("\N{REPLACEMENT CHARACTER}", found.typed),
        "number": found.number,
        "shown": None if found.number is None else grouped(found.number),
        "operator": found.operator,
        "verdict": found.verdict.value,
        "findings": [finding_json(finding, describe(finding, words)) for finding in found.findings],
        "suggestions": [suggestion_json(suggestion) for suggestion in found.suggestions],
        "comparison": None if found.comparison is None else _comparison(found.comparison),
        "ask_length": found.ask_length,
        "pattern": found.pattern,
    }


def finding_json(finding: Finding, says: str) -> Json:
    """Return a finding as an object of the contract."""
    return {"kind": finding.kind.value, "at": _range(finding.at), "says": says}


def suggestion_json(suggestion: Suggestion) -> Json:
    """Return a suggestion as an object of the contract."""
    return {
        "number": suggestion.number,
        "shown": grouped(suggestion.number),
        "kind": suggestion.kind.value,
        "at": _range(suggestion.at),
    }


def _comparison(comparison: Comparison) -> Json:
    wrong = comparison.likely_wrong
    if comparison.visible is not None:
        return {
            "same": comparison.same,
            "visible_agree": comparison.visible_agree,
            "visible": comparison.visible,
            "hidden": comparison.hidden,
        }
    return {
        "same": comparison.same,
        "edits": [
            {"kind": edit.kind.value, "at": _range(edit.at), "sim_at": _range(edit.sim_at)}
            for edit in comparison.edits
        ],
        "likely_wrong": None if wrong is None else wrong.value,
    }


def _range(at: Span | None) -> list[int] | None:
    return None if at is None else [at.start, at.stop]


def json_line(found: Diagnosis, words: NumberWords) -> str:
    """Return a diagnosis as one line of ASCII JSON."""
    return json.dumps(as_json(found, words))


def text_lines(found: Diagnosis, words: NumberWords) -> Iterator[str]:
    """Yield the sentences of a diagnosis for a terminal."""
    if found.number is not None:
        yield grouped(found.number) + (f" ({found.operator})" if found.operator else "")
    if found.pattern is not None:
        yield mask.shown(found.pattern)
    for finding in found.findings:
        yield describe(finding, words)
    if not found.findings:
        yield words.looks_fine
    if found.ask_length:
        yield words.ask_length
    for suggestion in found.suggestions:
        yield words.perhaps.format(number=grouped(suggestion.number))
    if found.comparison is not None:
        yield from describe_comparison(found.comparison, words)


def examine_lines(texts: Iterable[str], index: PlanIndex) -> Iterator[Diagnosis]:
    """Diagnose many numbers lazily."""
    for text in texts:
        yield diagnose(text, index)


def bounded_lines(stream: Lines) -> Iterator[str]:
    """Yield the lines of a stream without line breaks; the rest of an overlong line is dropped."""
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = stream.readline(LONGEST_LINE)
        yield line.rstrip("\r\n")

"""The same knowledge in another language: its words laid over, everything else as it was."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import (
    Action,
    Channel,
    Contact,
    Guide,
    Knowledge,
    Limit,
    Operator,
    Option,
    Outcome,
    Provenance,
    Safety,
    Source,
    StepBase,
    Term,
)
from jknassist.core.parsing.lint.lint import lint

Word = str | int | tuple[str, ...] | Mapping[str, "Word"]
"""A text, several texts in a row, or words by the name of their field or the id of their part."""

Words = Mapping[str, Word]
Path = tuple[str | int, ...]

CODES: Mapping[type, frozenset[str]] = {
    # What is searched with is never shown: people complain in their own words whatever the screen
    # speaks, and the texts of an overlay are searched as well.
    Knowledge: frozenset({"language", "start", "hand_over", "search"}),
    StepBase: frozenset({"id", "kind", "picture", "guide", "compare_with"}),
    Option: frozenset({"id", "picture", "goes_to"}),
    Outcome: frozenset({"id", "picture", "contacts", "guides", "next", "limit"}),
    Limit: frozenset({"id"}),
    Action: frozenset({"id", "picture"}),
    Safety: frozenset({"goes_to"}),
    Contact: frozenset({"id", "shown", "link", "copied", "replaced_by"}),
    Operator: frozenset({"id", "name", "codes", "app"}),
    Guide: frozenset({"id"}),
    Term: frozenset({"id"}),
    Source: frozenset({"id"}),
    Provenance: frozenset({"sources"}),
}
"""The texts that are ids, links, numbers and names; every other text is words to translate.

So a new field of text is asked of every overlay at once, and a new code that is not listed here
too: neither can be forgotten in silence.
"""

SPOKEN: Mapping[Channel, frozenset[str]] = {
    Channel.OFFICE: frozenset({"shown", "copied"}),
    Channel.APP: frozenset({"shown"}),
}
"""Where a contact has no number or address to show, what it shows is words after all."""


def words_of(part: object) -> Words:
    """Return the words of a knowledge or of a part of it; what has none is left out."""
    codes = _codes(part)
    own = [f.name for f in fields(part) if f.name not in codes]  # type: ignore[arg-type]
    return _filled({name: _word(getattr(part, name)) for name in own})


def overlay_type(knowledge: Knowledge) -> Words:
    """Return what an overlay of a knowledge holds: what it lies over, its language, its words.

    The edition is that of the knowledge, so that a translation is looked at again with each one.
    """
    heading: dict[str, Word] = {
        "overlay_of": knowledge.language,
        "edition": knowledge.edition,
        "language": knowledge.language,
    }
    return {**heading, **words_of(knowledge)}


def apply_overlay(knowledge: Knowledge, overlay: Words) -> Knowledge:
    """Return a knowledge in the language and the words of an overlay that has all of them."""
    words = {name: word for name, word in overlay.items() if name not in {"overlay_of", "edition"}}
    translated: Knowledge = _with(knowledge, words)
    return translated


def lint_overlay(knowledge: Knowledge, overlay: Words) -> Iterator[Issue]:
    """Yield what is wrong with an overlay that has all words: a heading, a hole, a text."""
    expected = overlay_type(knowledge)
    for name in ("overlay_of", "edition"):
        if overlay[name] != expected[name]:
            text = f'"{name}" harus {expected[name]}, seperti berkas asalnya; lalu periksa isinya'
            yield Issue((name,), text)
    if overlay["language"] == knowledge.language:
        yield Issue(("language",), f'"{knowledge.language}" adalah bahasa berkas asalnya')
    for finding in lint(apply_overlay(knowledge, overlay)):
        if not finding.warning:
            yield replace(finding, path=_written_at(knowledge, finding.path))


def _codes(part: object) -> frozenset[str]:
    listed = (CODES[kind] for kind in type(part).__mro__ if kind in CODES)
    spoken = SPOKEN.get(part.channel, frozenset()) if isinstance(part, Contact) else frozenset()
    return frozenset[str]().union(*listed) - spoken


def _word(value: object) -> Word:
    """Return the words of a value: nothing for a number, a date, a code or a link."""
    match value:
        case StrEnum():
            return ""
        case str():
            return value
        case (str(), *_):
            return tuple(str(text) for text in value)
        case tuple():
            parts: list[Any] = [part for part in value if is_dataclass(part)]
            return _filled({part.id: words_of(part) for part in parts})
        case _:
            return words_of(value) if is_dataclass(value) else ""


def _filled(words: Words) -> Words:
    return {name: word for name, word in words.items() if word}


def _with(value: Any, word: Word) -> Any:
    """Return a value with its words exchanged."""
    if not isinstance(word, Mapping):
        return word
    if isinstance(value, tuple):
        return tuple(_with(part, word.get(part.id, {})) for part in value)
    return replace(value, **{name: _with(getattr(value, name), word[name]) for name in word})


def _written_at(knowledge: Knowledge, path: Path) -> Path:
    """Return where an overlay has what stands at a path of the knowledge: parts go by their id."""
    value: Any = knowledge
    found: Path = ()
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
        found = (*found, getattr(value, "id", part))
    return found

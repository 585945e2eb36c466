"""Translation overlay: a file with the texts of the content in another language."""

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
    SpokenText,
    StepBase,
    Term,
)
from jknassist.core.parsing.lint.all_rules import lint

Word = str | int | tuple[str, ...] | Mapping[str, "Word"]
"""Texts to translate: one, a tuple, or a mapping by field name or by id."""

Words = Mapping[str, Word]
Path = tuple[str | int, ...]

CODES: Mapping[type, frozenset[str]] = {
    # Search words are never shown, and people complain in their own language whatever that of the
    # screen; the texts of an overlay are searched as well.
    Knowledge: frozenset({"language", "start", "hand_over", "search"}),
    StepBase: frozenset({"id", "kind", "picture", "guide", "compare_with"}),
    Option: frozenset({"id", "picture", "goes_to"}),
    Outcome: frozenset({"id", "picture", "contacts", "guides", "next", "limit"}),
    Limit: frozenset({"id"}),
    Action: frozenset({"id", "picture"}),
    Safety: frozenset({"goes_to"}),
    Contact: frozenset({"id", "shown", "link", "copied", "replaced_by"}),
    Operator: frozenset({"id", "name", "codes", "app"}),
    Guide: frozenset({"id", "pictures"}),
    Term: frozenset({"id"}),
    Source: frozenset({"id"}),
    SpokenText: frozenset({"id"}),
    Provenance: frozenset({"sources"}),
}
"""String fields that are not translated: ids, links, numbers and names.

Every other string field is, so that a new one is required of every overlay at once.
"""

SPOKEN: Mapping[Channel, frozenset[str]] = {
    Channel.OFFICE: frozenset({"shown", "copied"}),
    Channel.APP: frozenset({"shown"}),
}
"""Channels whose `shown` text is translated: they have no number or address."""


def words_of(part: object) -> Words:
    """Return the texts to translate of a model value; parts without any are left out."""
    codes = _codes(part)
    own = [f.name for f in fields(part) if f.name not in codes]  # type: ignore[arg-type]
    return _filled({name: _word(getattr(part, name)) for name in own})


def overlay_type(knowledge: Knowledge) -> Words:
    """Return what an overlay of a content must contain: base language, language, edition, texts.

    The edition is that of the content, so that a translation is reviewed with each new one.
    """
    heading: dict[str, Word] = {
        "overlay_of": knowledge.language,
        "edition": knowledge.edition,
        "language": knowledge.language,
    }
    return {**heading, **words_of(knowledge)}


def apply_overlay(knowledge: Knowledge, overlay: Words) -> Knowledge:
    """Return the content in the language of a complete overlay."""
    words = {name: word for name, word in overlay.items() if name not in {"overlay_of", "edition"}}
    translated: Knowledge = _with(knowledge, words)
    return translated


def lint_overlay(knowledge: Knowledge, overlay: Words) -> Iterator[Issue]:
    """Lint a complete overlay: its header, its placeholders, and the content it results in."""
    expected = overlay_type(knowledge)
    for name in ("overlay_of", "edition"):
        if overlay[name] != expected[name]:
            text = f'"{name}" harus {expected[name]}, seperti berkas asalnya; lalu periksa isinya'
            yield Issue((name,), text)
    if overlay["language"] == knowledge.language:
        yield Issue(("language",), f'"{knowledge.language}" adalah bahasa berkas asalnya')
    for finding in lint(apply_overlay(knowledge, overlay)):
        if not finding.warning:
            yield finding._replace(path=_written_at(knowledge, finding.path))


def _codes(part: object) -> frozenset[str]:
    listed = (CODES[kind] for kind in type(part).__mro__ if kind in CODES)
    spoken = SPOKEN.get(part.channel, frozenset()) if isinstance(part, Contact) else frozenset()
    return frozenset[str]().union(*listed) - spoken


def _word(value: object) -> Word:
    """Return the texts to translate of a value; None for numbers, dates, codes and links."""
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
    """Return a value with its texts replaced by translated ones."""
    if not isinstance(word, Mapping):
        return word
    if isinstance(value, tuple):
        return tuple(_with(part, word.get(part.id, {})) for part in value)
    return replace(value, **{name: _with(getattr(value, name), word[name]) for name in word})


def _written_at(knowledge: Knowledge, path: Path) -> Path:
    """Map a path in the content to that in an overlay: list items are keyed by their id there."""
    value: Any = knowledge
    found: Path = ()
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
        found = (*found, getattr(value, "id", part))
    return found

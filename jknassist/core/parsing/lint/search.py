"""Lint of the search words: existing places, and no phrase twice."""

from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge

Path = tuple[str | int, ...]
Named = Iterator[tuple[Path, str]]


def lint_search(knowledge: Knowledge) -> Iterator[Issue]:
    """Check the search words."""
    for index, place in enumerate(knowledge.search.places):
        path: Path = ("search", "places", index)
        if place.goes_to not in knowledge.places:
            text = f'"{place.goes_to}" tidak ada di bagian steps atau outcomes'
            yield Issue((*path, "goes_to"), text)
        elif place.goes_to == knowledge.start:
            yield Issue((*path, "goes_to"), "pencarian ada di sini; pilih tempat sesudahnya")
        if not place.sayings:
            yield Issue((*path, "sayings"), "paling sedikit satu ucapan")
    for index, meaning in enumerate(knowledge.search.meanings):
        if not meaning.beside:
            text = "paling sedikit satu kata yang menentukan arti"
            yield Issue(("search", "meanings", index, "beside"), text)
    for named in (
        _goals(knowledge),
        _sayings(knowledge),
        _words(knowledge),
        _meanings(knowledge),
        _variants(knowledge),
    ):
        yield from _once(named)


def _goals(knowledge: Knowledge) -> Named:
    for index, place in enumerate(knowledge.search.places):
        yield ("search", "places", index, "goes_to"), place.goes_to


def _sayings(knowledge: Knowledge) -> Named:
    for index, place in enumerate(knowledge.search.places):
        for row, saying in enumerate(place.sayings):
            yield ("search", "places", index, "sayings", row), saying


def _words(knowledge: Knowledge) -> Named:
    for index, same in enumerate(knowledge.search.same_words):
        yield ("search", "same_words", index, "word"), same.word


def _meanings(knowledge: Knowledge) -> Named:
    for index, meaning in enumerate(knowledge.search.meanings):
        yield ("search", "meanings", index, "word"), meaning.word


def _variants(knowledge: Knowledge) -> Named:
    """Yield each word that is replaced or ignored: fillers, negations, asides and variants."""
    search = knowledge.search
    for name in ("fillers", "negations", "asides", "elsewhere"):
        for row, word in enumerate(getattr(search, name)):
            yield ("search", name, row), word
    for index, same in enumerate(search.same_words):
        for row, variant in enumerate(same.variants):
            yield ("search", "same_words", index, "variants", row), variant


def _once(named: Named) -> Iterator[Issue]:
    seen: set[str] = set()
    for path, name in named:
        if (folded := " ".join(name.casefold().split())) in seen:
            yield Issue(path, f'"{name}" sudah disebut di atas')
        seen.add(folded)

"""Lint of readability: sentence length, and the grade of the whole text by Fry's graph."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.readability import SAMPLE, Measure, measure, sentences_in, words_in

MOST_WORDS = 20
MOST_WORDS_ON_AVERAGE = 10
HIGHEST_GRADE = 6

LANGUAGE = "id"
"""The only language measured: the syllable weights are those of Indonesian."""

PROSE_SECTIONS = (
    *("about", "safety", "steps", "outcomes", "limits", "contacts", "guides", "operators"),
    *("glossary", "words", "number_words"),
)
"""Sections that members and volunteers read; sources and search words are not among them."""

ENDS = (".", "?", "!")

Path = tuple[str | int, ...]


def lint_readability(knowledge: Knowledge) -> Iterator[Issue]:
    """Warn about each sentence that is too long, and if the whole text is too difficult.

    Only the whole text is graded: Fry's graph is not defined below 100 words, and warnings for each
    text would be too many to read.
    """
    if knowledge.language != LANGUAGE:
        return
    texts = tuple(prose(knowledge))
    for path, text in texts:
        for length in map(len, map(words_in, sentences_in(text))):
            if length > MOST_WORDS:
                said = f"kalimat ini {length} kata, paling banyak {MOST_WORDS}; bagi jadi dua"
                yield Issue(path, said, warning=True)
    yield from _whole(measure(text for _, text in texts))


def _whole(whole: Measure) -> Iterator[Issue]:
    if whole.words < SAMPLE:
        return
    mean = whole.words_per_sentence
    if mean > MOST_WORDS_ON_AVERAGE:
        said = f"rata-rata {mean:.1f} kata tiap kalimat, paling banyak {MOST_WORDS_ON_AVERAGE}"
        yield Issue(("language",), f"{said}; pendekkan kalimat-kalimatnya", warning=True)
    if whole.grade > HIGHEST_GRADE:
        said = f"seluruh isi setingkat kelas {whole.grade}, paling tinggi kelas {HIGHEST_GRADE}"
        yield Issue(("language",), f"{said}; pakai kata sehari-hari yang pendek", warning=True)


def prose(knowledge: Knowledge) -> Iterator[tuple[Path, str]]:
    """Yield the path and text of everything written in sentences; labels are left out."""
    for section in PROSE_SECTIONS:
        yield from _below(getattr(knowledge, section), (section,))


def _below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if value.endswith(ENDS):
            yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _below(item, (*path, index))
    elif is_dataclass(value):
        for f in fields(value):
            yield from _below(getattr(value, f.name), (*path, f.name))

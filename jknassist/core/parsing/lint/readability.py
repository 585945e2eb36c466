"""Whether what is told in sentences is short and plain enough to be read with ease."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.readability import SAMPLE, Measure, measure, sentences_in, words_in

MOST_WORDS = 20
MOST_WORDS_ON_AVERAGE = 10
HIGHEST_GRADE = 6

LANGUAGE = "id"
"""The graph is weighed for Indonesian; other languages have other syllables."""

PROSE_SECTIONS = (
    *("about", "safety", "steps", "outcomes", "limits", "contacts", "guides", "operators"),
    *("glossary", "words", "number_words"),
)
"""The sections that members and volunteers read; sources name other papers, search is unseen."""

ENDS = (".", "?", "!")

Path = tuple[str | int, ...]


def lint_readability(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield, as warnings, every sentence that is too long and whether the whole is too hard.

    Only the whole is graded: Fry's graph says nothing of a text under 100 words, and two hundred
    warnings would be read by nobody.
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
    mean = whole.words_a_sentence
    if mean > MOST_WORDS_ON_AVERAGE:
        said = f"rata-rata {mean:.1f} kata tiap kalimat, paling banyak {MOST_WORDS_ON_AVERAGE}"
        yield Issue(("language",), f"{said}; pendekkan kalimat-kalimatnya", warning=True)
    if whole.grade > HIGHEST_GRADE:
        said = f"seluruh isi setingkat kelas {whole.grade}, paling tinggi kelas {HIGHEST_GRADE}"
        yield Issue(("language",), f"{said}; pakai kata sehari-hari yang pendek", warning=True)


def prose(knowledge: Knowledge) -> Iterator[tuple[Path, str]]:
    """Yield every text that is told in sentences with its path; labels are not among them."""
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

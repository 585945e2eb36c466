"""The clips that stand in for the holes of sentences: counts, letters, months, years, a star."""

from collections.abc import Iterator

from jknassist.core.speech.language import LETTERS, SpokenLanguage
from jknassist.core.words import InterfaceWords

MOST_COUNTED = 100
YEARS = range(2024, 2041)
"""Years of a date on a page; a later one has no clip and is left out."""


def words_said(language: SpokenLanguage, words: InterfaceWords) -> Iterator[tuple[str, str]]:
    """Yield each entry of the vocabulary and what is said for it."""
    for count in (*range(MOST_COUNTED + 1), *YEARS):
        yield str(count), language.number(count)
    yield from zip(LETTERS.upper(), language.letters, strict=True)
    yield "*", language.star
    for month in words.months.split():
        yield month, month

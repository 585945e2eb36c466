"""Checks that texts of the program come from its content, and from one language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from jknassist.core.flow.model import Knowledge

FEWEST_LETTERS = 4
"""Letters of a sentence besides its placeholders, from which on it does not fit anything at all."""

PLACEHOLDER = r"\{\w+\}"


def sentences_of(value: object) -> Iterator[str]:
    """Yield every text of a content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from sentences_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from sentences_of(getattr(value, field.name))


def in_words_of(knowledge: Knowledge, *also: str) -> Callable[[str], bool]:
    """Return a test whether a name consists of sentences of a content, placeholders filled.

    Two of them may be joined by a colon; a number alone is of every language.
    """
    every = {text for text in sentences_of(knowledge) if re.search(r"\w", text)} | set(also)
    holed = [
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)))
        for text in every
        if re.search(PLACEHOLDER, text)
        and len(re.sub(rf"{PLACEHOLDER}|\W", "", text)) >= FEWEST_LETTERS
    ]

    def fits(name: str) -> bool:
        start, colon, rest = name.partition(": ")
        whole = name in every or name.isdigit() or any(p.fullmatch(name) for p in holed)
        return whole or (bool(colon) and fits(start) and fits(rest))

    return fits

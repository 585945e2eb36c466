"""Readability of Indonesian text by Fry's graph, with 0.6 times the syllables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

WEIGHT = 0.6
"""Indonesian words have more syllables than English ones of the same difficulty.

Schools in Indonesia therefore enter 6 for every 10 syllables into Fry's graph. This is practice,
not proof: no graph made for Indonesian was found, and only a test with readers shows what they
understand.
"""

SYLLABLE = re.compile(r"(?:ai|au|oi)(?=(?:nya|lah|kah|pun)?$)|[aeiou]")
"""Each vowel is a syllable; ai, au and oi are one at the end of a word or before a suffix.

Within a word they count as two, which is right for "lain" and one too many for "saudara".
"""

SPELLED = re.compile(r"[A-Z]{2,4}")
"""Abbreviations read letter by letter (B-P-J-S); longer ones like PANDAWA are words."""

PARTS = re.compile(r"[^\W\d_]+|\d")
PLACEHOLDER = re.compile(r"\{[^}]*\}")
QUOTED = re.compile(r"“[^”]*”")
BETWEEN = re.compile(r"(?<=[.?!])\s+")


class Line(NamedTuple):
    """A line of the graph between two points: words per sentence, syllables per 100 words."""

    short: float
    most: float
    long: float
    fewest: float

    def at(self, words: float) -> float:
        """Return the syllables per 100 words at which the line is crossed."""
        return self.most + (words - self.short) * (self.fewest - self.most) / self.spread

    @property
    def spread(self) -> float:
        """Words per sentence between the ends."""
        return self.long - self.short


LINES = (
    Line(4.3, 132, 10, 109),
    Line(4.3, 140, 12.7, 109),
    Line(5.6, 142, 15.4, 109),
    Line(7, 144, 17.2, 110),
    Line(8, 146, 19.4, 110),
    Line(8.9, 149, 23.8, 112),
    Line(11, 153, 27.9, 120),
    Line(11.6, 157, 30.3, 127),
    Line(12.2, 160, 30.7, 137),
    Line(13.2, 164, 32, 144),
    Line(13.9, 168, 32, 149),
    Line(14.1, 170, 32.2, 156),
)
"""The lines between grade 1 and 2, 2 and 3, ... 12 and beyond.

From Edward Fry, "Fry's Readability Graph: Clarifications, Validity, and Extension to Level 17",
Journal of Reading 21(3), 1977, pages 242-252. The graph gives no figures: these are the ends of
its lines as two published drawings have them (the programs Readability Studio and qdap), which
differ by less than three syllables. Its upright axis, sentences in 100 words, has its marks at
100/4, 100/5, 100/6 ...: so the lines are straight in words a sentence, up to 30.
"""

LONGEST = 30
"""Words per sentence; beyond it the axis of the graph is compressed."""

SAMPLE = 100
"""Minimum words for Fry's graph; the grade of a shorter text only allows comparisons."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Counts of sentences, words and syllables."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence; 0 without sentences."""
        return self.words / self.sentences if self.sentences else 0

    @property
    def weighted_syllables(self) -> float:
        """Weighted syllables per 100 words; 0 without words."""
        return 100 * WEIGHT * self.syllables / self.words if self.words else 0

    @property
    def grade(self) -> int:
        """The school grade that reads it with ease, 1 to 13; 13 is beyond school."""
        return fry_grade(self.words_per_sentence, self.weighted_syllables)


def measure(texts: Iterable[str]) -> Measure:
    """Count the sentences, words and syllables of some texts."""
    sentences = [words_in(sentence) for text in texts for sentence in sentences_in(text)]
    words = [word for sentence in sentences for word in sentence]
    return Measure(
        sentences=len(sentences),
        words=len(words),
        syllables=sum(syllables_in(word) for word in words),
    )


def fry_grade(words: float, syllables: float) -> int:
    """Return the grade for words per sentence and weighted syllables per 100 words."""
    return 1 + sum(line.at(min(words, LONGEST)) < syllables for line in LINES)


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, without quotations from other screens."""
    plain = QUOTED.sub(" ", PLACEHOLDER.sub("1", text)).strip()
    return tuple(part for part in BETWEEN.split(plain) if words_in(part))


def words_in(sentence: str) -> tuple[str, ...]:
    """Return the words of a sentence: parts between spaces with a letter or a digit."""
    return tuple(word for word in sentence.split() if any(c.isalnum() for c in word))


def syllables_in(word: str) -> int:
    """Return the number of syllables of a word; each digit counts as one, as in Fry's rules."""
    return sum(_syllables(part) for part in PARTS.findall(word))


def _syllables(part: str) -> int:
    if SPELLED.fullmatch(part):
        return len(part)
    return len(SYLLABLE.findall(part.casefold())) or 1

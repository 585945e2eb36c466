"""How hard a text in Indonesian is to read, by Fry's graph with syllables times 0.6."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

WEIGHT = 0.6
"""Indonesian words have more syllables than English ones of the same difficulty.

Schools in Indonesia therefore enter 6 for every 10 syllables into Fry's graph. That is practice,
not proof: no graph of its own for Indonesian was found, and what people understand is only shown
by asking them.
"""

SYLLABLE = re.compile(r"(?:ai|au|oi)(?=(?:nya|lah|kah|pun)?$)|[aeiou]")
"""Each vowel is a syllable; ai, au and oi are one where a word, or what it was before -nya, ends.

Inside a word they count as two, which is right for "lain" and one too many for "saudara".
"""

SPELLED = re.compile(r"[A-Z]{2,4}")
"""Read letter by letter (B-P-J-S); what is longer, like PANDAWA, is read as a word."""

PARTS = re.compile(r"[^\W\d_]+|\d")
PLACEHOLDER = re.compile(r"\{[^}]*\}")
QUOTED = re.compile(r"“[^”]*”")
BETWEEN = re.compile(r"(?<=[.?!])\s+")


class Line(NamedTuple):
    """A line of the graph from its upper to its lower end, each words a sentence and syllables."""

    short: float
    most: float
    long: float
    fewest: float

    def at(self, words: float) -> float:
        """Return how many syllables in 100 words still lie before the line."""
        return self.most + (words - self.short) * (self.fewest - self.most) / self.spread

    @property
    def spread(self) -> float:
        """Words a sentence between the ends."""
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
"""Between grade 1 and 2, 2 and 3, ... 12 and what comes after school.

From Edward Fry, "Fry's Readability Graph: Clarifications, Validity, and Extension to Level 17",
Journal of Reading 21(3), 1977, pages 242-252. The graph gives no figures: these are the ends of
its lines as two published drawings have them (the programs Readability Studio and qdap), which
differ by less than three syllables. Its upright axis, sentences in 100 words, has its marks at
100/4, 100/5, 100/6 ...: so the lines are straight in words a sentence, up to 30.
"""

LONGEST = 30
"""Words a sentence; beyond it the axis of the graph is pressed together."""

SAMPLE = 100
"""Words that Fry's graph wants at the least; the grade of a shorter text is only a rank."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What was counted in some text."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """The mean length of a sentence; 0 without sentences."""
        return self.words / self.sentences if self.sentences else 0

    @property
    def weighed_syllables(self) -> float:
        """Syllables in 100 words as they are entered into the graph; 0 without words."""
        return 100 * WEIGHT * self.syllables / self.words if self.words else 0

    @property
    def grade(self) -> int:
        """The year of school that reads it with ease, from 1 to 13, which is beyond school."""
        return fry_grade(self.words_a_sentence, self.weighed_syllables)


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
    """Return the grade at words a sentence and weighed syllables in 100 words."""
    return 1 + sum(line.at(min(words, LONGEST)) < syllables for line in LINES)


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text; what it quotes from a screen is not ours to shorten."""
    plain = QUOTED.sub(" ", PLACEHOLDER.sub("1", text)).strip()
    return tuple(part for part in BETWEEN.split(plain) if words_in(part))


def words_in(sentence: str) -> tuple[str, ...]:
    """Return what stands between blanks and has a letter or a digit."""
    return tuple(word for word in sentence.split() if any(c.isalnum() for c in word))


def syllables_in(word: str) -> int:
    """Return how many syllables a word has; digits count one each, as Fry counts them."""
    return sum(_syllables(part) for part in PARTS.findall(word))


def _syllables(part: str) -> int:
    if SPELLED.fullmatch(part):
        return len(part)
    return len(SYLLABLE.findall(part.casefold())) or 1

"""Finding a place of the flow by people's own words: what fits best, and which words made it so.

Every place has lines: what people say, the answers that lead to it, its title, its cause. A query
is compared with each line by the words and the pairs of words they share, rare ones counting more
(cosine of tf-idf vectors). Before that both are folded to how they sound ("verivikasi" is
"verifikasi"), variants become what they mean, and an unknown word becomes the nearest known one.

A score says how much a place fits, lowered by the words nobody here knows; from `SURE` on it is
shown as sure. Who speaks of somebody that wants the code or money is led to the safety ending and
nowhere else, whatever other words are there.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from jknassist.core.flow.model import DONT_KNOW, Knowledge, Outcome, Step
from jknassist.core.search.tokenizer import NOT, Token, Vocabulary, deletions, one_apart
from jknassist.core.text_rules import LONGEST_QUERY

SAID, ANSWER, TITLE, HINT, CAUSE = 1.0, 0.95, 0.9, 0.8, 0.55
"""How much a line counts by where it comes from."""

PAIR = 0.6
"""How much a pair of words counts beside a single one."""

NEAR = 0.75
"""How much a word counts that is only nearly a known one."""

WHOLE = 0.5
"""How much it counts that the place as a whole knows the words, beside its best line."""

SHORTEST_NEAR = 4
"""Letters of the shortest word that may be taken for another; shorter ones all look alike."""

SHORTEST_BEGUN = 3
"""Letters from which on a last word may be one that is still being typed."""

USUAL = 1.2
"""How much more the usual place counts, to which the first answer of the first question leads."""

FURTHEST = 2
"""How many other words may stand between two words of an alarm."""

STRANGE, MOST_STRANGE = 3.0, 2.0
"""How much an unknown word counts, and all of them at most, in what the known ones tell."""

SURE = 0.5
"""From this score on a match is shown as sure."""

FAINT, FAR_BEHIND = 0.2, 0.25
"""Matches below this, or below this share of the best, are not worth showing."""

MOST = 5
MOST_REASONS = 4


@dataclass(frozen=True)
class Match:
    """A place that fits a query, how well (0 to 1), and the words of the query that made it fit."""

    place_id: str
    score: float
    why: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Tell whether the place may be shown as the right one, not only as a possible one."""
        return self.score >= SURE


@dataclass(frozen=True)
class _Line:
    place_id: str
    weight: float
    features: Mapping[str, float]
    length: float


@dataclass
class _Score:
    best: float = 0.0
    known: float = 0.0
    why: dict[str, float] = field(default_factory=dict)


class SearchIndex:
    """All lines of a knowledge, ready to be compared with queries."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._book = Vocabulary(knowledge.search)
        written = [
            (place_id, weight, _features(self._book.pieces(text)))
            for place_id, weight, text in _lines(knowledge)
        ]
        self._usual = next(
            step.answers[0].goes_to for step in knowledge.steps if step.id == knowledge.start
        )
        self._elsewhere = {
            piece.key for word in knowledge.search.elsewhere for piece in self._book.pieces(word)
        }
        self._safety = knowledge.safety.goes_to
        self._alarms = [
            tuple(piece.key for piece in pieces)
            for place in knowledge.search.places
            if place.goes_to == self._safety
            for saying in place.sayings
            if (pieces := self._book.pieces(saying))
        ]
        self._rarity = _rarity((place_id, features) for place_id, _, features in written)
        self._lines = [
            _Line(place_id, weight, features, self._length(features))
            for place_id, weight, features in written
            if features
        ]
        self._holding: dict[str, list[_Line]] = defaultdict(list)
        for line in self._lines:
            for feature in line.features:
                self._holding[feature].append(line)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in filter(_is_word, self._rarity):
            for shorter in deletions(word):
                self._by_deletion[shorter].append(word)

    def find(self, query: str, most: int = MOST) -> tuple[Match, ...]:
        """Return the places that fit best, the best first; nothing when none fits."""
        read = self._book.pieces(query[:LONGEST_QUERY])
        if heard := self._alarming(read):
            return (Match(self._safety, 1.0, heard),)
        pieces = self._known(read)
        asked = _features(pieces)
        if {piece.key for piece in pieces} <= {NOT}:
            return ()
        share = self._share_known(read, asked)
        ranked = sorted(self._scored(asked, pieces, share), key=lambda match: -match.score)
        if not ranked or (not ranked[0].sure and self._elsewhere & {piece.key for piece in read}):
            return ()
        if ranked[0].place_id == self._safety:
            return (ranked[0],)
        enough = max(FAINT, ranked[0].score * FAR_BEHIND)
        return tuple(match for match in ranked[:most] if match.score >= enough)

    def _told(self, asked: Mapping[str, float]) -> float:
        """Return how much the words of a query tell together."""
        return sum(weight * self._rarity[word] for word, weight in asked.items() if _is_word(word))

    def _share_known(self, read: tuple[Token, ...], asked: Mapping[str, float]) -> float:
        """Return how much of a query is known, of what it tells."""
        words = len({piece.key for piece in read}) - sum(map(_is_word, asked))
        told = self._told(asked)
        return told / (told + min(STRANGE * max(0, words), MOST_STRANGE * told))

    def _alarming(self, read: tuple[Token, ...]) -> tuple[str, ...]:
        """Return the words by which a query speaks of somebody who wants the code or money."""
        return next(filter(None, (_words_of(alarm, read) for alarm in self._alarms)), ())

    def _scored(
        self, asked: Mapping[str, float], pieces: tuple[Token, ...], share: float
    ) -> Iterator[Match]:
        """Yield every place that shares a word with the query, whose words are known to a share."""
        typed = {piece.key: piece.typed for piece in pieces}
        length, total = self._length(asked), self._told(asked)
        by_line: dict[int, float] = defaultdict(float)
        lines: dict[int, _Line] = {}
        scores: dict[str, _Score] = defaultdict(_Score)
        for feature, weight in asked.items():
            worth = weight * self._rarity.get(feature, 0.0)
            for line in self._holding.get(feature, ()):
                by_line[id(line)] += worth * line.features[feature] * self._rarity[feature]
                lines[id(line)] = line
            for place_id in {line.place_id for line in self._holding.get(feature, ())}:
                if _is_word(feature):
                    scores[place_id].known += worth
                    scores[place_id].why[typed[feature]] = worth
        for key, product in by_line.items():
            line = lines[key]
            score = scores[line.place_id]
            score.best = max(score.best, line.weight * product / (length * line.length))
        for place_id, score in scores.items():
            value = (score.best + WHOLE * score.known / total) / (1 + WHOLE)
            if place_id == self._usual:
                value = min(1.0, value * USUAL)
            yield Match(place_id, value * share, _reasons(score.why))

    def _length(self, features: Mapping[str, float]) -> float:
        """Return the length of a vector; pairs that no line has do not make it longer."""
        squares = (
            (weight * self._rarity.get(feature, 0.0)) ** 2 for feature, weight in features.items()
        )
        return math.sqrt(sum(squares)) or 1.0

    def _known(self, pieces: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return the pieces that the lines know, unknown ones as the nearest known word."""
        found = []
        for number, piece in enumerate(pieces, 1):
            if piece.key in self._rarity:
                found.append(piece)
                continue
            near = (
                self._rooted(piece.key)
                or self._nearest(piece.key)
                or (self._begun(piece.key) if number == len(pieces) else "")
            )
            if near:
                found.append(Token(near, piece.typed, piece.weight * NEAR))
        return tuple(found)

    def _rooted(self, key: str) -> str:
        """Return the known word of the same root."""
        if key.isdigit():
            return ""
        return next((root for root in self._book.roots(key) if root in self._rarity), "")

    def _nearest(self, key: str) -> str:
        """Return the known word one slip away; of several the most usual one."""
        if len(key) < SHORTEST_NEAR or key.isdigit():
            return ""
        near = {word for shorter in deletions(key) for word in self._by_deletion.get(shorter, ())}
        close = [word for word in near if len(word) >= SHORTEST_NEAR and one_apart(key, word)]
        return min(close, key=lambda word: (self._rarity[word], word), default="")

    def _begun(self, key: str) -> str:
        """Return the most usual known word that begins like this."""
        if len(key) < SHORTEST_BEGUN:
            return ""
        longer = [word for word in self._rarity if _is_word(word) and word.startswith(key)]
        return min(longer, key=lambda word: (self._rarity[word], word), default="")


def _lines(knowledge: Knowledge) -> Iterator[tuple[str, float, str]]:
    """Yield the place, the weight and the text of every line."""
    for place in knowledge.search.places:
        for saying in place.sayings:
            yield place.goes_to, SAID, saying
    for step in knowledge.steps:
        for answer in step.answers:
            if answer.id != DONT_KNOW:
                yield answer.goes_to, ANSWER, answer.text
                yield answer.goes_to, HINT, answer.hint
    for here in (*knowledge.steps, *knowledge.outcomes):
        if here.id != knowledge.start:
            yield from ((here.id, weight, text) for weight, text in _own(here))


def _own(place: Step | Outcome) -> Iterator[tuple[float, str]]:
    yield TITLE, place.title
    if isinstance(place, Outcome):
        yield CAUSE, place.cause


def _words_of(alarm: tuple[str, ...], read: tuple[Token, ...]) -> tuple[str, ...]:
    """Return the words of an alarm as they stand, in order and near each other, in one clause."""
    for start, piece in enumerate(read):
        found, index = [piece], start
        for key in alarm[1:]:
            near = range(index + 1, min(index + 2 + FURTHEST, len(read)))
            index = next((at for at in near if read[at].key == key), len(read))
            found += read[index : index + 1]
        fits = piece.key == alarm[0] and len(found) == len(alarm)
        if fits and len({one.clause for one in found}) == 1:
            return tuple(one.typed for one in found)
    return ()


def _features(pieces: tuple[Token, ...]) -> dict[str, float]:
    """Return the words of a text and the pairs of neighbours, each with its weight."""
    features: dict[str, float] = {}
    for piece in pieces:
        features[piece.key] = max(piece.weight, features.get(piece.key, 0.0))
    for first, second in pairwise(pieces):
        pair = f"{first.key} {second.key}"
        weight = PAIR * min(first.weight, second.weight)
        features[pair] = max(weight, features.get(pair, 0.0))
    return features


def _rarity(written: Iterable[tuple[str, Mapping[str, float]]]) -> dict[str, float]:
    """Return for each word and pair how much it tells: the fewer places have it, the more."""
    having: dict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for place_id, features in written:
        places[place_id] += 1
        for feature in features:
            having[feature].add(place_id)
    return {feature: math.log(1 + len(places) / len(ids)) for feature, ids in having.items()}


def _reasons(why: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words that counted most, in the order of the query."""
    kept = sorted(why, key=lambda word: -why[word])[:MOST_REASONS]
    return tuple(word for word in why if word in kept)


def _is_word(feature: str) -> bool:
    return " " not in feature

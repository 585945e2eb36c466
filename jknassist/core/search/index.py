"""Full-text search for a place of the flow: ranked matches, each with the words that matched.

Every place is indexed by several lines: sayings of the content, the answers that lead to it, its
title, its cause. A query is compared with each line by cosine similarity of tf-idf vectors, whose
features are words and pairs of adjacent words. The tokenizer normalizes both first: phonetic keys
("verivikasi" equals "verifikasi") and synonyms; an unknown word is replaced by a similar known one.

The score of a place is lowered by the unknown words of the query; from `SURE` on a match is shown
as sure. A query about somebody who wants the code or money matches the fraud warning only.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from jknassist.core.flow.model import DONT_KNOW, Knowledge, Outcome, Step
from jknassist.core.search.tokenizer import NOT, Token, Vocabulary, deletions, within_one_edit
from jknassist.core.text_rules import LONGEST_QUERY

SAID, ANSWER, TITLE, HINT, CAUSE = 1.0, 0.95, 0.9, 0.8, 0.55
"""Weight of a line by its source."""

PAIR = 0.6
"""Weight of a pair of adjacent words; a single word has 1."""

NEAR = 0.75
"""Weight of a word that was replaced by a similar known one."""

WHOLE = 0.5
"""Weight of the share of words found anywhere in a place; that of its best line is 1."""

SHORTEST_NEAR = 4
"""Minimum length of a word for spelling correction; shorter ones are all similar."""

SHORTEST_BEGUN = 3
"""Minimum length of a last word that is completed, since it may still be being typed."""

USUAL = 1.2
"""Factor for the most frequent place, to which the first answer of the first question leads."""

WIDEST_GAP = 2
"""Maximum number of other words between two words of an alarm."""

UNKNOWN, MOST_UNKNOWN = 3.0, 2.0
"""Weight of an unknown word, and the maximum of all in proportion to the known ones."""

SURE = 0.5
"""Minimum score of a match that is shown as sure."""

FAINT, FAR_BEHIND = 0.2, 0.25
"""Matches with a score below this, or below this share of the best score, are dropped."""

MOST = 5
MOST_REASONS = 4


@dataclass(frozen=True)
class Match:
    """A place that matches a query, its score (0 to 1), and the words of the query that matched."""

    place_id: str
    score: float
    why: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether the place is shown as the right one, not only as a possible one."""
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
    """Inverted index of the lines of a content."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._vocabulary = Vocabulary(knowledge.search)
        written = [
            (place_id, weight, _features(self._vocabulary.tokens(text)))
            for place_id, weight, text in _lines(knowledge)
        ]
        self._usual = next(
            step.answers[0].goes_to for step in knowledge.steps if step.id == knowledge.start
        )
        self._elsewhere = {
            token.key
            for word in knowledge.search.elsewhere
            for token in self._vocabulary.tokens(word)
        }
        self._safety = knowledge.safety.goes_to
        self._alarms = [
            tuple(token.key for token in tokens)
            for place in knowledge.search.places
            if place.goes_to == self._safety
            for saying in place.sayings
            if (tokens := self._vocabulary.tokens(saying))
        ]
        self._idf = _idf((place_id, features) for place_id, _, features in written)
        self._lines = [
            _Line(place_id, weight, features, self._norm(features))
            for place_id, weight, features in written
            if features
        ]
        self._lines_with: dict[str, list[_Line]] = defaultdict(list)
        for line in self._lines:
            for feature in line.features:
                self._lines_with[feature].append(line)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in filter(_is_word, self._idf):
            for shorter in deletions(word):
                self._by_deletion[shorter].append(word)

    def find(self, query: str, most: int = MOST) -> tuple[Match, ...]:
        """Return the best matches, highest score first; none if it is of another topic."""
        read = self._vocabulary.tokens(query[:LONGEST_QUERY])
        if alarm := self._alarm_in(read):
            return (Match(self._safety, 1.0, alarm),)
        tokens = self._known(read)
        asked = _features(tokens)
        if {token.key for token in tokens} <= {NOT}:
            return ()
        share = self._share_known(read, asked)
        ranked = sorted(self._scored(asked, tokens, share), key=lambda match: -match.score)
        if not ranked or (not ranked[0].sure and self._elsewhere & {token.key for token in read}):
            return ()
        if ranked[0].place_id == self._safety:
            return (ranked[0],)
        enough = max(FAINT, ranked[0].score * FAR_BEHIND)
        return tuple(match for match in ranked[:most] if match.score >= enough)

    def _weight_of(self, asked: Mapping[str, float]) -> float:
        """Return the sum of the weights of the words of a query."""
        return sum(weight * self._idf[word] for word, weight in asked.items() if _is_word(word))

    def _share_known(self, read: tuple[Token, ...], asked: Mapping[str, float]) -> float:
        """Return the share of the weight of a query that is in known words."""
        words = len({token.key for token in read}) - sum(map(_is_word, asked))
        weight = self._weight_of(asked)
        return weight / (weight + min(UNKNOWN * max(0, words), MOST_UNKNOWN * weight))

    def _alarm_in(self, read: tuple[Token, ...]) -> tuple[str, ...]:
        """Return the words of a query that report fraud; empty if none do."""
        return next(filter(None, (_words_of(alarm, read) for alarm in self._alarms)), ())

    def _scored(
        self, asked: Mapping[str, float], tokens: tuple[Token, ...], share: float
    ) -> Iterator[Match]:
        """Yield every place that shares a word with the query; scores are multiplied by `share`."""
        typed = {token.key: token.typed for token in tokens}
        length, total = self._norm(asked), self._weight_of(asked)
        by_line: dict[int, float] = defaultdict(float)
        lines: dict[int, _Line] = {}
        scores: dict[str, _Score] = defaultdict(_Score)
        for feature, weight in asked.items():
            worth = weight * self._idf.get(feature, 0.0)
            for line in self._lines_with.get(feature, ()):
                by_line[id(line)] += worth * line.features[feature] * self._idf[feature]
                lines[id(line)] = line
            for place_id in {line.place_id for line in self._lines_with.get(feature, ())}:
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
            yield Match(place_id, value * share, _strongest(score.why))

    def _norm(self, features: Mapping[str, float]) -> float:
        """Return the Euclidean norm of a vector; pairs that no line has count nothing."""
        squares = (
            (weight * self._idf.get(feature, 0.0)) ** 2 for feature, weight in features.items()
        )
        return math.sqrt(sum(squares)) or 1.0

    def _known(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return the known tokens, each unknown one replaced by a similar known word or dropped."""
        found = []
        for number, token in enumerate(tokens, 1):
            if token.key in self._idf:
                found.append(token)
                continue
            near = (
                self._with_same_root(token.key)
                or self._corrected(token.key)
                or (self._completed(token.key) if number == len(tokens) else "")
            )
            if near:
                found.append(Token(near, token.typed, token.weight * NEAR))
        return tuple(found)

    def _with_same_root(self, key: str) -> str:
        """Return the known word with the same root; empty if there is none."""
        if key.isdigit():
            return ""
        return next((root for root in self._vocabulary.roots(key) if root in self._idf), "")

    def _corrected(self, key: str) -> str:
        """Return the known word at edit distance 1; of several the most frequent one."""
        if len(key) < SHORTEST_NEAR or key.isdigit():
            return ""
        near = {word for shorter in deletions(key) for word in self._by_deletion.get(shorter, ())}
        close = [word for word in near if len(word) >= SHORTEST_NEAR and within_one_edit(key, word)]
        return min(close, key=lambda word: (self._idf[word], word), default="")

    def _completed(self, key: str) -> str:
        """Return the most frequent known word with this prefix."""
        if len(key) < SHORTEST_BEGUN:
            return ""
        longer = [word for word in self._idf if _is_word(word) and word.startswith(key)]
        return min(longer, key=lambda word: (self._idf[word], word), default="")


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
    """Return the words of an alarm as typed, if a clause has them close together and in order."""
    for start, token in enumerate(read):
        found, index = [token], start
        for key in alarm[1:]:
            near = range(index + 1, min(index + 2 + WIDEST_GAP, len(read)))
            index = next((at for at in near if read[at].key == key), len(read))
            found += read[index : index + 1]
        fits = token.key == alarm[0] and len(found) == len(alarm)
        if fits and len({one.clause for one in found}) == 1:
            return tuple(one.typed for one in found)
    return ()


def _features(tokens: tuple[Token, ...]) -> dict[str, float]:
    """Return the words and pairs of adjacent words of a text with their weights."""
    features: dict[str, float] = {}
    for token in tokens:
        features[token.key] = max(token.weight, features.get(token.key, 0.0))
    for first, second in pairwise(tokens):
        pair = f"{first.key} {second.key}"
        weight = PAIR * min(first.weight, second.weight)
        features[pair] = max(weight, features.get(pair, 0.0))
    return features


def _idf(written: Iterable[tuple[str, Mapping[str, float]]]) -> dict[str, float]:
    """Return the inverse document frequency of each word and pair; a document is a place."""
    having: dict[str, set[str]] = defaultdict(set)
    places: Counter[str] = Counter()
    for place_id, features in written:
        places[place_id] += 1
        for feature in features:
            having[feature].add(place_id)
    return {feature: math.log(1 + len(places) / len(ids)) for feature, ids in having.items()}


def _strongest(why: Mapping[str, float]) -> tuple[str, ...]:
    """Return the words with the largest weights, in the order of the query."""
    kept = sorted(why, key=lambda word: -why[word])[:MOST_REASONS]
    return tuple(word for word in why if word in kept)


def _is_word(feature: str) -> bool:
    return " " not in feature

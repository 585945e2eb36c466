"""How people write: a text becomes words by their sound, variants become what they mean."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from jknassist.core.flow.model import SearchWords

NOT = "tidak"

ASIDE = 0.3
"""How much the words count that come after "although", up to the next comma or "but"."""

CLAUSE = frozenset({"tapi", "tetapi", "tp", "namun", "but"})
TOKEN = re.compile(r"[^\W_]+|[,.;!?:\n]")
SOUNDS = (("ph", "p"), ("kh", "k"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("x", "ks"))
LETTERS = str.maketrans("vfqz", "ppks")
REPEATED = re.compile(r"(\D)\1+")
OWNER = "nya"
SHORTEST_STEM = 3

BEGINNINGS = ("di", "ke", "ter", "ber", "se", "meng", "mem", "men", "me", "nge", "ng", "pe")
ENDINGS = ("kan", "in", "an", "i", "lah", "kah", "pun", "ku", "mu")
SHORTEST_ROOT = 4
"""What may stand around the root of an Indonesian word, and letters of the shortest root."""


@dataclass(frozen=True)
class Token:
    """A word by its sound, as it was typed, how much it counts, and in which clause it stands."""

    key: str
    typed: str
    weight: float = 1.0
    clause: int = 0


class Vocabulary:
    """The search words of a content, ready to read texts with."""

    def __init__(self, words: SearchWords) -> None:
        self._fillers = {sound_of(word) for word in words.fillers}
        self._negations = {sound_of(word) for word in words.negations}
        self._asides = {sound_of(word) for word in words.asides}
        self._variants = {
            tuple(key for key, _ in self._plain(variant) if key): tuple(_sounds(same.word))
            for same in words.same_words
            for variant in same.variants
        }
        self._longest: dict[str, int] = {}
        """By the first word of a variant: of how many words the longest such variant is."""
        for variant in filter(None, self._variants):
            self._longest[variant[0]] = max(len(variant), self._longest.get(variant[0], 1))
        self._meanings = {
            sound_of(meaning.word): (
                {sound_of(word) for word in meaning.beside},
                sound_of(meaning.then),
                sound_of(meaning.otherwise),
            )
            for meaning in words.meanings
        }

    def pieces(self, text: str) -> tuple[Token, ...]:
        """Return the words of a text that say something, in order, none twice in a row."""
        found: list[Token] = []
        weight, clause = 1.0, 0
        for key, typed in self._read(text):
            if not key:
                weight, clause = 1.0, clause + 1
            elif key in self._asides:
                weight = ASIDE
            elif not (found and found[-1].key == key):
                found.append(Token(key, typed, weight, clause))
        return tuple(found)

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what the words of a text mean; an empty key ends a clause.

        Variants are joined a second time after the fillers are gone: "sinyal saya lancar".
        """
        joined = [*self._joined([*self._plain(text)])]
        keys = {key for key, _ in joined}
        meant = [(self._meant(key, keys), typed) for key, typed in joined]
        yield from self._joined([pair for pair in meant if pair[0] not in self._fillers])

    def roots(self, key: str) -> Iterator[str]:
        """Yield what a word may be made of: itself and its root, and what each is a variant of."""
        for root in _roots(key):
            yield from self._variants.get((root,), (root,))

    def _plain(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the words of a text, all that mean "not" as one."""
        for key, typed in _words(text):
            yield NOT if key in self._negations else key, typed

    def _meant(self, key: str, keys: set[str]) -> str:
        """Return which of its meanings a word has beside the other words of its text."""
        if key not in self._meanings:
            return key
        beside, then, otherwise = self._meanings[key]
        return then if keys & beside else otherwise

    def _joined(self, words: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the words, the longest variants as what they mean; an empty key ends a clause.

        What is meant may be several words: each has then been typed as the whole variant.
        """
        index = 0
        while index < len(words):
            count = self._variant_at(words, index)
            run = words[index : index + count]
            typed = " ".join(typed for _, typed in run)
            for key in self._variants.get(tuple(key for key, _ in run)) or (run[0][0],):
                yield key, typed
            index += count

    def _variant_at(self, words: list[tuple[str, str]], index: int) -> int:
        """Return how many words from here on are one variant; 1 if none begins here."""
        longest = self._longest.get(words[index][0], 1)
        for count in range(min(longest, len(words) - index), 1, -1):
            if tuple(key for key, _ in words[index : index + count]) in self._variants:
                return count
        return 1


def sound_of(word: str) -> str:
    """Return how a word sounds: "verivikasi" and "Verifikasi" are the same."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, spoken in SOUNDS:
        plain = plain.replace(written, spoken)
    return REPEATED.sub(r"\1", plain.translate(LETTERS))


def _roots(key: str) -> Iterator[str]:
    """Yield a word without what may stand before and after its root, the longest first."""
    bare = [key[len(start) :] for start in ("", *BEGINNINGS) if key.startswith(start)]
    found = {
        stem.removesuffix(end) for stem in bare for end in ("", *ENDINGS) if stem.endswith(end)
    }
    yield from sorted(
        (root for root in found if len(root) >= SHORTEST_ROOT), key=lambda root: (-len(root), root)
    )


def deletions(key: str) -> set[str]:
    """Return the word itself and the word without each of its letters."""
    return {key, *(key[:index] + key[index + 1 :] for index in range(len(key)))}


def one_apart(first: str, second: str) -> bool:
    """Tell whether one letter too many, missing, wrong or swapped with its neighbour parts them."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, two = first[start:], second[start:]
    swapped = one[:2] == two[:2][::-1] and one[2:] == two[2:]
    return one[1:] == two or one == two[1:] or one[1:] == two[1:] or swapped


def _sounds(text: str) -> Iterator[str]:
    return (key for key, _ in _words(text) if key)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text by sound and as typed; an empty sound ends a clause."""
    for typed in TOKEN.findall(text.replace("²", "2").casefold()):
        bare = typed.rstrip("2") if typed.rstrip("2").isalpha() else typed
        if not bare.isalnum() or bare in CLAUSE:
            yield "", typed
            continue
        stem = bare.removesuffix(OWNER)
        yield sound_of(stem if len(stem) >= SHORTEST_STEM else bare), typed

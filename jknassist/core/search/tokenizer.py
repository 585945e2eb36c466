"""Tokenizer of the search: phonetic keys, stop words, negations, synonyms and stems."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from jknassist.core.flow.model import SearchWords

NOT = "tidak"

ASIDE = 0.3
"""Weight of the words after "although", up to the next comma or "but"."""

CLAUSE = frozenset({"tapi", "tetapi", "tp", "namun", "but"})
TOKEN = re.compile(r"[^\W_]+|[,.;!?:\n]")
SOUNDS = (("ph", "p"), ("kh", "k"), ("oe", "u"), ("dj", "j"), ("tj", "c"), ("x", "ks"))
LETTERS = str.maketrans("vfqz", "ppks")
REPEATED = re.compile(r"(\D)\1+")
POSSESSIVE = "nya"
SHORTEST_STEM = 3

PREFIXES = ("di", "ke", "ter", "ber", "se", "meng", "mem", "men", "me", "nge", "ng", "pe")
SUFFIXES = ("kan", "in", "an", "i", "lah", "kah", "pun", "ku", "mu")
SHORTEST_ROOT = 4
"""Affixes of Indonesian words, and the minimum length of a root without them."""


@dataclass(frozen=True)
class Token:
    """A word: its phonetic key, the text typed, its weight, and the number of its clause."""

    key: str
    typed: str
    weight: float = 1.0
    clause: int = 0


class Vocabulary:
    """Splits texts into tokens by the search words of a content."""

    def __init__(self, words: SearchWords) -> None:
        self._fillers = {phonetic_key(word) for word in words.fillers}
        self._negations = {phonetic_key(word) for word in words.negations}
        self._asides = {phonetic_key(word) for word in words.asides}
        self._variants = {
            tuple(key for key, _ in self._plain(variant) if key): tuple(_keys(same.word))
            for same in words.same_words
            for variant in same.variants
        }
        self._longest: dict[str, int] = {}
        """Number of words of the longest variant, by its first word."""
        for variant in filter(None, self._variants):
            self._longest[variant[0]] = max(len(variant), self._longest.get(variant[0], 1))
        self._meanings = {
            phonetic_key(meaning.word): (
                {phonetic_key(word) for word in meaning.beside},
                phonetic_key(meaning.then),
                phonetic_key(meaning.otherwise),
            )
            for meaning in words.meanings
        }

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a text in order, without stop words and immediate repetitions."""
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
        """Yield key and text of each token; an empty key ends a clause.

        Variants are replaced once more after the stop words are removed: "sinyal saya lancar".
        """
        joined = [*self._with_variants_replaced([*self._plain(text)])]
        keys = {key for key, _ in joined}
        meant = [(self._disambiguated(key, keys), typed) for key, typed in joined]
        yield from self._with_variants_replaced(
            [pair for pair in meant if pair[0] not in self._fillers]
        )

    def roots(self, key: str) -> Iterator[str]:
        """Yield the word, then its possible roots; each is replaced by its synonym if any."""
        for root in _roots(key):
            yield from self._variants.get((root,), (root,))

    def _plain(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the words of a text, all negations as the same one."""
        for key, typed in _words(text):
            yield NOT if key in self._negations else key, typed

    def _disambiguated(self, key: str, keys: set[str]) -> str:
        """Return the meaning of an ambiguous word, decided by the other words of its text."""
        if key not in self._meanings:
            return key
        beside, then, otherwise = self._meanings[key]
        return then if keys & beside else otherwise

    def _with_variants_replaced(self, words: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the words, with the longest variants replaced; an empty key ends a clause.

        A variant may be replaced by several words; the text of each is then the whole variant.
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
        """Return the number of words of the variant at an index; 1 if there is none."""
        longest = self._longest.get(words[index][0], 1)
        for count in range(min(longest, len(words) - index), 1, -1):
            if tuple(key for key, _ in words[index : index + count]) in self._variants:
                return count
        return 1


def phonetic_key(word: str) -> str:
    """Return the phonetic key of a word: that of "verivikasi" and "Verifikasi" is the same."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for written, spoken in SOUNDS:
        plain = plain.replace(written, spoken)
    return REPEATED.sub(r"\1", plain.translate(LETTERS))


def _roots(key: str) -> Iterator[str]:
    """Yield a word without possible affixes, the longest root first."""
    bare = [key[len(start) :] for start in ("", *PREFIXES) if key.startswith(start)]
    found = {
        stem.removesuffix(end) for stem in bare for end in ("", *SUFFIXES) if stem.endswith(end)
    }
    yield from sorted(
        (root for root in found if len(root) >= SHORTEST_ROOT), key=lambda root: (-len(root), root)
    )


def deletions(key: str) -> set[str]:
    """Return the word and every word that has one letter less."""
    return {key, *(key[:index] + key[index + 1 :] for index in range(len(key)))}


def within_one_edit(first: str, second: str) -> bool:
    """Return whether two words are at Damerau-Levenshtein distance 1 or equal."""
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, two = first[start:], second[start:]
    swapped = one[:2] == two[:2][::-1] and one[2:] == two[2:]
    return one[1:] == two or one == two[1:] or one[1:] == two[1:] or swapped


def _keys(text: str) -> Iterator[str]:
    return (key for key, _ in _words(text) if key)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield phonetic key and text of each word; an empty key ends a clause."""
    for typed in TOKEN.findall(text.replace("²", "2").casefold()):
        bare = typed.rstrip("2") if typed.rstrip("2").isalpha() else typed
        if not bare.isalnum() or bare in CLAUSE:
            yield "", typed
            continue
        stem = bare.removesuffix(POSSESSIVE)
        yield phonetic_key(stem if len(stem) >= SHORTEST_STEM else bare), typed

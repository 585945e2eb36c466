"""Tokenizer of the search: phonetic keys, edit distance and variants."""

import pytest

from jknassist.core.flow.model import SameWord, SearchWords
from jknassist.core.search.tokenizer import Vocabulary, deletions, phonetic_key, within_one_edit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("verifikasi", "Verivikasi"),
        ("verifikasi", "feripikasi"),
        ("captcha", "captchaaa"),
        ("nomor", "nommor"),
        ("kode", "kodé"),
        ("pulsa", "PULSA"),
    ],
)
def test_words_that_sound_alike_have_the_same_key(one: str, other: str) -> None:
    assert phonetic_key(one) == phonetic_key(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("pulsa", "plsa", True),
        ("pulsa", "pulsya", True),
        ("pulsa", "pulja", True),
        ("pulsa", "pusla", True),
        ("pulsa", "pulsa", False),
        ("pulsa", "palsu", False),
        ("pulsa", "pul", False),
        ("a", "", True),
    ],
)
def test_words_at_edit_distance_one(one: str, other: str, *, near: bool) -> None:
    assert (within_one_edit(one, other) and one != other) is near
    if near:
        assert deletions(one) & deletions(other) or sorted(one) == sorted(other)


def test_the_longest_variant_is_replaced() -> None:
    words = SearchWords(
        same_words=(
            SameWord(word="nomor", variants=("no", "no hp")),
            SameWord(word="hp", variants=("hape",)),
        )
    )
    keys = [piece.key for piece in Vocabulary(words).tokens("hape no hp no, hp")]
    assert keys == ["hp", "nomor", "hp"]

"""Words that sound alike, slips, and the longest variant."""

import pytest

from jknassist.core.flow.model import SameWord, SearchWords
from jknassist.core.search.tokenizer import Vocabulary, deletions, one_apart, sound_of


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
def test_words_that_sound_alike_are_one(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


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
def test_one_slip_parts_two_words(one: str, other: str, *, near: bool) -> None:
    assert (one_apart(one, other) and one != other) is near
    if near:
        assert deletions(one) & deletions(other) or sorted(one) == sorted(other)


def test_reading_joins_the_longest_variant() -> None:
    words = SearchWords(
        same_words=(
            SameWord(word="nomor", variants=("no", "no hp")),
            SameWord(word="hp", variants=("hape",)),
        )
    )
    keys = [piece.key for piece in Vocabulary(words).pieces("hape no hp no, hp")]
    assert keys == ["hp", "nomor", "hp"]

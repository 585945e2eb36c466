from jknassist.core.speech.language import ENGLISH, INDONESIAN
from jknassist.core.speech.vocabulary import words_said
from tests.support.small_knowledge import small_knowledge


def test_counts_letters_and_months_have_a_word() -> None:
    words = small_knowledge().words
    said = dict(words_said(INDONESIAN, words))
    assert said["7"] == "tujuh"
    assert said["100"] == "seratus"
    assert said["2026"] == "dua ribu dua puluh enam"
    assert said["Q"] == "ki"
    assert set(words.months.split()) <= said.keys()
    assert dict(words_said(ENGLISH, words)).keys() == said.keys()

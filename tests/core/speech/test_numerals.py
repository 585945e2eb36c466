import pytest

from jknassist.core.speech.numerals import Words, english, indonesian


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (16, "enam belas"),
        (20, "dua puluh"),
        (62, "enam puluh dua"),
        (100, "seratus"),
        (175, "seratus tujuh puluh lima"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (2026, "dua ribu dua puluh enam"),
        (10_000, "sepuluh ribu"),
        (150_001, "seratus lima puluh ribu satu"),
    ],
)
def test_a_count_in_indonesian(count: int, said: str) -> None:
    assert indonesian(count) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (21, "twenty one"),
        (175, "one hundred seventy five"),
        (2026, "two thousand twenty six"),
        (10_000, "ten thousand"),
    ],
)
def test_a_count_in_english(count: int, said: str) -> None:
    assert english(count) == said


@pytest.mark.parametrize("words", [indonesian, english])
def test_a_count_is_below_a_million(words: Words) -> None:
    assert words(999_999)
    with pytest.raises(ValueError, match="1000000"):
        words(1_000_000)


def test_no_two_counts_sound_alike() -> None:
    for words in (indonesian, english):
        assert len({words(count) for count in range(3000)}) == 3000

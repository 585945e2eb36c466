import pytest

from jknassist.core.speech.language import LANGUAGES, LETTERS, SpokenLanguage


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_every_digit_and_letter_has_a_name_of_its_own(language: SpokenLanguage) -> None:
    assert len(set(language.digits)) == 10
    assert len(set(language.letters)) == len(LETTERS)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_word_is_said_with_a_digit(language: SpokenLanguage) -> None:
    said = (*language.words.values(), language.address, language.account, language.past)
    assert not any(letter.isdigit() for word in said for letter in word)


def test_abbreviations_are_spelled_by_the_letters_of_the_language() -> None:
    assert LANGUAGES["id"].words["OTP"] == "o te pe"
    assert LANGUAGES["en"].words["OTP"] == "O T P"

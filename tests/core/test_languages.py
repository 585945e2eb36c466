"""The list of languages agrees with the content that is shipped."""

import pytest

from jknassist.content import loader, resources
from jknassist.core.languages import LANGUAGES, OWN, TRANSLATED


def test_the_first_language_is_that_of_the_content() -> None:
    shipped = loader.knowledge_of(None)
    assert shipped.language == OWN
    assert shipped.words.language_name == LANGUAGES[OWN]


@pytest.mark.parametrize("language", TRANSLATED)
def test_each_other_language_is_shipped(language: str) -> None:
    assert loader.OVERLAYS[language] in loader.SHIPPED
    (shipped,), missing = loader.in_languages(
        None, (language,), loader.knowledge_of(None), loader.read
    )
    assert (shipped.language, missing) == (language, [])
    assert shipped.words.language_name == LANGUAGES[language]


def test_no_translation_is_shipped_that_is_not_in_the_list() -> None:
    shipped = resources.shipped(loader.KNOWLEDGE).parent.glob("knowledge.??.yaml")
    assert {file.name.split(".")[1] for file in shipped} == set(LANGUAGES) - {OWN}

"""The small knowledge in an invented second language: each text has a mark before it."""

from collections.abc import Mapping

from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.overlay import Word, Words, apply_overlay, overlay_type
from tests.support.small_knowledge import small_knowledge, to_yaml

MARK = "En: "


def small_overlay(knowledge: Knowledge | None = None) -> Words:
    """Return the whole overlay of a knowledge, the small one if none is given."""
    knowledge = knowledge or small_knowledge()
    words = {name: _marked(name, word) for name, word in overlay_type(knowledge).items()}
    return words | {"overlay_of": knowledge.language, "language": "en"}


def small_overlay_yaml(knowledge: Knowledge | None = None) -> str:
    """Return the overlay as the text of a YAML file."""
    return to_yaml(small_overlay(knowledge))


def small_translation() -> Knowledge:
    """Return the small knowledge in its second language."""
    knowledge = small_knowledge()
    return apply_overlay(knowledge, small_overlay(knowledge))


def _marked(name: str, word: Word) -> Word:
    match word:
        case Mapping():
            return {key: _marked(key, inner) for key, inner in word.items()}
        case tuple():
            return tuple(f"{MARK}{text}" for text in word)
        case str():
            # The names of the months are counted by their spaces.
            return word.upper() if name == "months" else f"{MARK}{word}"
        case _:
            return word

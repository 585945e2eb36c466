"""A language that nobody speaks, laid over the shipped content as a translation file would be."""

import re

from jknassist.content import resources
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing import load

CODE = "xq"

_SWAPPED = str.maketrans("aeiouAEIOU", "oiaeuOIAEU")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_KEPT = re.compile(r"(\{[^}]*\}|\\.)")


def made_up(knowledge: Knowledge) -> Knowledge:
    """Return the content with every text of the English translation in the made-up language."""
    source = (
        resources.read("knowledge.en.yaml").decode().replace("language: en", f"language: {CODE}")
    )
    data = _TEXT.sub(lambda text: f'"{_told(text[1])}"', source).encode()
    translated, faults = load.load_overlay(data, f"knowledge.{CODE}.yaml", knowledge)
    assert translated is not None, [str(fault) for fault in faults][:3]
    return translated


def _told(text: str) -> str:
    """Return a text with other vowels; placeholders and escapes stay."""
    return "".join(
        part if index % 2 else part.translate(_SWAPPED)
        for index, part in enumerate(_KEPT.split(text))
    )

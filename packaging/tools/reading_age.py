"""Readability report of the content: in total, by section, and the hardest texts.

Run by dev.py (reading [FILE]). It uses the rules of the content check, and also ranks texts that
pass that check.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jknassist.core.parsing.lint.readability import HIGHEST_GRADE, MOST_WORDS_ON_AVERAGE, prose
from jknassist.core.parsing.load import load_knowledge
from jknassist.core.parsing.readability import Measure, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jknassist.core.flow.model import Knowledge
    from jknassist.core.parsing.lint.readability import Path as Place

SHIPPED = Path(__file__).resolve().parent.parent.parent / "resources" / "knowledge.yaml"
SHOWN = 20
"""Maximum number of texts shown."""

Text = tuple["Place", str]


def main(arguments: Sequence[str]) -> int:
    """Print the report of a file; return 1 if it is too hard or invalid."""
    file = Path(arguments[0]) if arguments else SHIPPED
    knowledge, faults = load_knowledge(file.read_bytes(), file.name)
    if knowledge is None:
        print(*faults, sep="\n", file=sys.stderr)
        return 1
    texts = tuple(prose(knowledge))
    whole = measure(text for _, text in texts)
    print(_row("seluruh isi", whole))
    for section, inside in groupby(texts, key=_section):
        print(_row(section, measure(text for _, text in inside)))
    print(f"\n{SHOWN} teks yang paling sulit:")
    for path, text in sorted(texts, key=_hardness, reverse=True)[:SHOWN]:
        print(f"  {_place(knowledge, path)}: {text}")
    return int(whole.grade > HIGHEST_GRADE or whole.words_per_sentence > MOST_WORDS_ON_AVERAGE)


def _row(name: str, counted: Measure) -> str:
    return (
        f"{name:<13} kelas {counted.grade:>2}, {counted.sentences:>4} kalimat,"
        f" {counted.words_per_sentence:4.1f} kata tiap kalimat,"
        f" {counted.weighted_syllables:5.1f} suku kata x 0,6 tiap 100 kata"
    )


def _section(text: Text) -> str:
    return str(text[0][0])


def _hardness(text: Text) -> tuple[float, float]:
    """Return the difficulty of a text: sentence length times word length."""
    counted = measure([text[1]])
    return counted.words_per_sentence * counted.weighted_syllables, counted.words


def _place(knowledge: Knowledge, path: Place) -> str:
    """Return the path of a text in the file, with ids."""
    value: Any = knowledge
    names: list[str] = []
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
        names.append(str(getattr(value, "id", part)))
    return ".".join(names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The content as it was first published, edition 1: what an office may still have on its disk.

The two packed files in tests/resources/edition_1 are those of that day, byte for byte.
"""

import gzip
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources" / "edition_1"


def first_yaml(name: str = "knowledge.yaml") -> str:
    """Return the text of a content file of edition 1."""
    return gzip.decompress((FOLDER / f"{name}.gz").read_bytes()).decode()


def kept_up(text: str, *, edition: int, released: str) -> str:
    """Return such a text as an office hands it out again: only edition and date are new."""
    lines = text.splitlines()
    new = {"edition": str(edition), "released": released}
    for place, line in enumerate(lines):
        key = line.partition(":")[0]
        if key in new:
            lines[place] = f"{key}: {new[key]}"
    return "\n".join(lines) + "\n"

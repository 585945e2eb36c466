"""Searches the memory of this process for a text, freed blocks included (Linux).

As a program it tells how many copies of a number that was shown are there, before and after free
memory is overwritten.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QLabel

from jknassist.gui.qt.application import make_application
from jknassist.gui.qt.free_memory import overwrite_free_memory

SHOWN = 60
"""Labels with the number."""


def copies_in_memory(text: str) -> int:
    """Return how often a text is in memory that can be written, as Python or as Qt keeps it."""
    return sum(_copies(block, text) for block in _blocks())


def _copies(block: bytes, text: str) -> int:
    return block.count(text.encode("latin-1")) + block.count(text.encode("utf-16-le"))


def _blocks() -> Iterator[bytes]:
    with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", 0) as memory:
        for line in maps:
            place, rights, *_, name = line.split()
            if rights.startswith("rw") and not name.startswith("[v"):
                first, end = (int(part, 16) for part in place.split("-"))
                memory.seek(first)
                yield memory.read(end - first)


def main() -> None:
    """Show a number, delete what showed it, and print the copies before and after."""
    application = make_application()
    number = "".join(map(str, (0, 8, 1, 2, 9, 8, 7, 6, 5, 4, 3, 2)))
    shown = [QLabel(f"{number} {place}") for place in range(SHOWN)]
    read = [label.text() for label in shown]
    del shown, read
    application.processEvents()
    before = copies_in_memory(number)
    overwrite_free_memory()
    sys.stdout.write(f"{before} {copies_in_memory(number)}")


if __name__ == "__main__":
    main()

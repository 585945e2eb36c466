"""Validates and compiles the shipped content for the frozen program; run by freeze.py."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.content import cache, loader, resources
from jknassist.core.parsing import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jknassist.core.diagnostic import Diagnostic


def main(folder: Path) -> int:
    """Write the compiled content into a folder; print diagnostics and return 1 if it is invalid."""
    folder.mkdir(parents=True, exist_ok=True)
    faulty = 0
    for name, source, value, faults in checked():
        if value is None:
            faulty = 1
            print(*faults, sep="\n", file=sys.stderr)
            continue
        (folder / Path(name).with_suffix(".bin")).write_bytes(cache.pack(value, source))
    return faulty


def checked() -> Iterator[tuple[str, bytes, object, tuple[Diagnostic, ...]]]:
    """Yield for each shipped file its name, the source bytes, the value, and the diagnostics.

    A translation depends on two files: its base content and the overlay.
    """
    base, plan = resources.read(loader.KNOWLEDGE), resources.read(loader.NUMBERING)
    knowledge, faults = load.load_knowledge(base, loader.KNOWLEDGE)
    yield loader.KNOWLEDGE, base, knowledge, faults
    yield loader.NUMBERING, plan, *load.load_plan(plan, loader.NUMBERING)
    if knowledge is None:
        return
    for name in loader.OVERLAYS.values():
        source = resources.read(name)
        yield name, base + source, *load.load_overlay(source, name, knowledge)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

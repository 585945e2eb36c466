"""Measures the size and the start of the frozen program beside a bare frozen QWizard (Linux).

Both are frozen by the same spec; the installed program can be measured in place of the one in
build/ by ``.venv/bin/python tests/bench/frozen.py [--rounds N] [--program FILE]``.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT)]

from freeze import freeze  # noqa: E402

from tests.bench.start import (  # noqa: E402
    BARE_SCRIPT,
    FROZEN,
    FROZEN_BARE,
    FROZEN_MOST,
    KEY,
    ROUNDS,
    Program,
    in_turn,
    start_rows,
)
from tests.bench.table import Row, against, lines  # noqa: E402

MOST_SIZE = 1.15
BYTES_PER_MB = 1e6


def size_of(folder: Path) -> int:
    """Return the bytes of the files in a folder, each link as the few bytes that it is."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def freeze_both() -> None:
    """Freeze the program and, in the same way, the bare wizard."""
    freeze.main()
    bare = FROZEN_BARE.parent.parent
    freeze.pyinstaller([freeze.PYTHON], bare, "--", "--bare", BARE_SCRIPT)


def rows(program: Path = FROZEN, rounds: int = ROUNDS) -> Iterator[Row]:
    """Freeze both and yield their figures."""
    freeze_both()
    sizes = [size_of(file.parent) / BYTES_PER_MB for file in (program, FROZEN_BARE)]
    yield against("frozen, on disk", "MB", sizes[:1], sizes[1:], most=MOST_SIZE)
    pair = (Program("frozen", (program,), KEY), Program("bare", (FROZEN_BARE,), "Down"))
    ours, bare = in_turn(pair, rounds)
    yield from start_rows("frozen", ours, bare, FROZEN_MOST)


def main() -> int:
    """Print the table; return 1 when a figure is not met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--program", type=Path, default=FROZEN)
    asked = parser.parse_args()
    found = list(rows(asked.program.resolve(), asked.rounds))
    print("\n".join(lines(found)))
    return 1 if any(row.ok is False for row in found) else 0


if __name__ == "__main__":
    sys.exit(main())

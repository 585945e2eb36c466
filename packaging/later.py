"""Lets the frozen program load later what it starts without; used by jknassist.spec.

What it is made of lies in loaded_later/. Only the frozen program changes, not the environment that
it is made from.
"""

from __future__ import annotations

import py_compile
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from trimming import Entry

FOLDER = Path(__file__).parent / "loaded_later"
MODULES = FOLDER / "modules.py"
LOADER = FOLDER / "loader.py"
THEIR_LOADER = PurePath("shiboken6/files.dir/shibokensupport/signature/loader.py")

UNUSED_HOOK = "pyi_rth_inspect"
"""Makes sources known that an archive holds; ours holds none, and nobody asks for them."""


def hooks(scripts: Iterable[Entry]) -> list[Entry]:
    """Return what runs at the start, without the hook that would load what loads later."""
    return [entry for entry in scripts if entry[0] != UNUSED_HOOK]


def files(datas: Iterable[Entry], folder: Path) -> list[Entry]:
    """Return the files with our loader for shiboken's, which is compiled into a folder."""
    return [
        (target, _ours(PurePath(target), folder) or source, kind) for target, source, kind in datas
    ]


def _ours(target: PurePath, folder: Path) -> str:
    if target == THEIR_LOADER:
        return str(LOADER)
    cache = THEIR_LOADER.parent / "__pycache__"
    if target.parent != cache or not target.name.startswith(f"{LOADER.stem}."):
        return ""
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compiled = str(folder / target.name)
    py_compile.compile(
        str(LOADER), compiled, LOADER.name, doraise=True, invalidation_mode=unchecked
    )
    return compiled

"""Finds the modules a build must contain: the program's and the imported standard library.

Imports of the program and of its libraries are read from the sources, including those within
functions and branches and for other systems. Used by jknassist.spec; the test of the frozen program
imports every one of them.
"""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = dev.ROOT / "jknassist"
COMPILED_ONLY = frozenset({"cffi", "pycparser", "pywin32"})
"""Libraries of which only a compiled module is imported."""

UNSEEN = frozenset({"_cffi_backend"})
"""Modules imported by compiled modules only, here by that of miniaudio."""

LOCKED = re.compile(r"^([\w-]+)==\S+(?: ; sys_platform == '(\w+)')?", re.MULTILINE)


def own_modules() -> set[str]:
    """Return the name of every module of the program; `__main__` is the executable itself."""
    files = (file.relative_to(dev.ROOT).with_suffix("") for file in PACKAGE.rglob("*.py"))
    names = {".".join(file.parts).removesuffix(".__init__") for file in files}
    return {name for name in names if not name.endswith("__main__")}


def standard_modules() -> set[str]:
    """Return the modules of Python's library that the program or its libraries import."""
    names = {name for source in every_source() for name in named(source)}
    return {name for name in names if is_standard(name)}


def named(source: str) -> Iterator[str]:
    """Yield the imported names; a name imported from a module may be a module too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_standard(name: str) -> bool:
    """Return whether a name is a standard library module on this system."""
    if name.partition(".")[0] not in sys.stdlib_module_names:
        return False
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):  # a module of another system, or an attribute of a module
        return False


def every_source() -> Iterator[str]:
    """Yield the source of every module of the program and of its libraries."""
    libraries = carried_names() - COMPILED_ONLY
    files = [*PACKAGE.rglob("*.py"), *_library_files(libraries)]
    yield from (file.read_text(encoding="utf-8") for file in files)
    yield from _shiboken_sources()


def carried_names(system: str = sys.platform) -> set[str]:
    """Return the libraries in the build for a system by their names in the lock file."""
    lock = (dev.ROOT / dev.RUN_LOCK).read_text(encoding="utf-8")
    return {name for name, only in LOCKED.findall(lock) if only in {"", system}}


def _library_files(libraries: Iterable[str]) -> Iterator[Path]:
    for library in libraries:
        for file in importlib.metadata.files(library) or ():
            # PySide keeps templates among its command-line tools.
            if file.suffix == ".py" and not file.name.endswith(".tmpl.py"):
                yield Path(str(file.locate()))


def _shiboken_sources() -> Iterator[str]:
    """Yield the modules that shiboken contains packed, or unpacks beside its library."""
    importlib.import_module("shiboken6")
    support = importlib.import_module("shibokensupport")
    archive = getattr(support.__loader__, "zfile", None)
    if archive is None:
        folder = Path(str(support.__file__)).parent
        yield from (file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))
        return
    for name in archive.namelist():
        if name.endswith(".py"):
            yield archive.read(name).decode()

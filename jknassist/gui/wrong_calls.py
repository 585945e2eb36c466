"""Has PySide read what explains a wrong call when there is one, and not at every start.

To say which arguments a function of Qt takes, PySide reads ten modules of its own whenever it is
imported: a tenth of the start. libshiboken asks one of them for functions by their names
(signature_globals.cpp and signature.cpp of PySide 6.11); here a stand-in has those names, and the
modules are read by the first wrong call.

It is found where their files are unpacked, as they are in the frozen program and in the .venv of
packaging/dev.py. Elsewhere shiboken finds only what it has unzipped itself, with every start.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, cast
from zlib import crc32

SIGNATURE = "shibokensupport.signature"
LOADER = f"{SIGNATURE}.loader"
MAPPING = f"{SIGNATURE}.mapping"

READ = 2_208_664_976
"""The checksum of the module that the stand-in was written for; another one is left in place."""


def explain_later() -> None:
    """Let the stand-in be found when PySide is imported, which must not have happened yet."""
    if LOADER not in sys.modules and not any(isinstance(each, StandIn) for each in sys.meta_path):
        sys.meta_path.insert(0, StandIn())


class StandIn:
    """Finds and fills one module, as often as it is imported: shiboken does it twice."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what stands for shiboken's loader, or that itself when it is not the known one."""
        if name != LOADER:
            return None
        theirs, ours = _find(name, path), ModuleSpec(name, cast("Any", self))
        return ours if checksum(theirs) == READ else theirs

    def create_module(self, _spec: ModuleSpec) -> None:
        """Have Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Give the module what libshiboken asks it for."""
        bootstrap: Any = sys.modules["signature_bootstrap"]
        signature: Any = sys.modules[SIGNATURE]
        signature.get_signature = bootstrap.get_signature
        signature.make_snake_case_name = bootstrap.make_snake_case_name
        sys.modules[MAPPING] = _late_mapping()
        vars(module).update({function.__name__: function for function in FUNCTIONS})


def pyside_type_init(type_key: str, lines: Any) -> Any:
    """Read the signatures of a class."""
    return _explaining("parser").pyside_type_init(type_key, lines)


def create_signature(properties: Any, key: str) -> Any:
    """Make one signature of what was read."""
    return _explaining("layout").create_signature(properties, key)


def seterror_argument(given: Any, function: str, info: Any) -> Any:
    """Say which arguments a function was given, and which it takes."""
    return _explaining("errorhandler").seterror_argument(given, function, info)


def make_helptext(function: Any) -> Any:
    """Write the docstring of a function."""
    return _explaining("errorhandler").make_helptext(function)


def finish_import(_module: object) -> None:
    """Mend nothing: PySide has no deprecated names that have to be added after an import."""


def feature_import(*_names: object, **_more: object) -> None:
    """Import no `__feature__`: the program has no use for other names of Qt's functions."""


def feature_imported(*_modules: object, **_more: object) -> None:
    """Switch no feature on."""


def post_init() -> None:
    """Leave Python's own `import` as it is, since there are no features."""
    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, StandIn)]


FUNCTIONS = (
    *(pyside_type_init, create_signature, seterror_argument, make_helptext),
    *(finish_import, feature_import, feature_imported, post_init),
)


def checksum(spec: ModuleSpec | None) -> int:
    """Return the checksum of the file that a module is read from; 0 if there is none."""
    loader: Any = spec and spec.loader
    if spec is None or not hasattr(loader, "get_data"):
        return 0
    source: bytes = loader.get_data(spec.origin)
    return crc32(source.replace(b"\r\n", b"\n"))


def _explaining(name: str) -> Any:
    """Return one of shiboken's modules that explain, read when it is first asked for."""
    _read_mapping()
    return import_module(f"{SIGNATURE}.{name}")


def _read_mapping() -> Any:
    """Fill the module that stands for `mapping`, unless that was done; libshiboken holds it."""
    mapping: Any = sys.modules[MAPPING]
    if mapping.__spec__ is None:
        package: Any = sys.modules[SIGNATURE]
        mapping.__spec__ = spec = _find(MAPPING, package.__path__)
        spec.loader.exec_module(mapping)
    return mapping


def _late_mapping() -> Any:
    mapping: Any = ModuleType(MAPPING)
    mapping.update_mapping = lambda: _read_mapping().update_mapping()
    return mapping


def _find(name: str, path: Sequence[str] | None) -> Any:
    """Return where Python finds a module without the stand-in, or None."""
    others: Any = [finder for finder in sys.meta_path if not isinstance(finder, StandIn)]
    return next(filter(None, (finder.find_spec(name, path) for finder in others)), None)

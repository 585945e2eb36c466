"""Stands in for shiboken's own `shibokensupport.signature.loader` in the frozen program.

That one reads, with every start, all that PySide needs to explain a wrong call and to write its
type stubs: a third of the time in which PySide is imported. Here it is read by the first wrong
call. libshiboken asks for these functions by their names, and finds `mapping` among the loaded
modules (signature_globals.cpp and signature.cpp of PySide 6.11); tests/test_frozen.py compares what
is said of a wrong call with and without this file.
"""

import sys
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

SIGNATURE = "shibokensupport.signature"
MAPPING = f"{SIGNATURE}.mapping"


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


def _explaining(name: str) -> Any:
    """Return one of shiboken's modules that explain, read when it is first asked for."""
    _read_mapping()
    return import_module(f"{SIGNATURE}.{name}")


def _read_mapping() -> Any:
    """Fill the module that stands for `mapping`, unless that was done; libshiboken holds it."""
    mapping: Any = sys.modules[MAPPING]
    if mapping.__spec__ is None:
        spec: Any = PathFinder.find_spec(MAPPING, _signature.__path__)
        mapping.__spec__, mapping.__file__ = spec, spec.origin
        spec.loader.exec_module(mapping)
    return mapping


def _late_mapping() -> Any:
    mapping: Any = ModuleType(MAPPING)
    mapping.update_mapping = lambda: _read_mapping().update_mapping()
    return mapping


_bootstrap: Any = sys.modules["signature_bootstrap"]
_signature: Any = import_module(SIGNATURE)
_signature.get_signature = _bootstrap.get_signature
_signature.make_snake_case_name = _bootstrap.make_snake_case_name
sys.modules[MAPPING] = _late_mapping()

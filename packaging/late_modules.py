"""Lets modules of Python's library load when something of them is asked for; runs before all else.

PySide, shiboken and dataclasses import these with every start for what the program seldom or never
does: unpacking, random names, explaining functions. PyInstaller runs this file in the frozen
program alone; elsewhere they are loaded as usual.
"""

import sys
from importlib import import_module
from types import ModuleType

LATE = ("base64", "copy", "inspect", "ipaddress", "tempfile", "textwrap", "traceback", "zipfile")


class Late(ModuleType):
    """Stands for a module until one of its names is asked for; then it has all of them."""

    # No decorator says that it overrides: typing would be loaded for it, before all else.
    def __getattr__(self, name: str) -> object:  # type: ignore[explicit-override]
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return getattr(module, name)


for _name in LATE:
    sys.modules.setdefault(_name, Late(_name))

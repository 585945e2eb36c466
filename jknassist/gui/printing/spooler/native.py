"""Declares the functions of a system library, so that ctypes converts and checks arguments."""

import ctypes
from collections.abc import Mapping
from typing import Any

Signatures = Mapping[str, tuple[Any, tuple[Any, ...]]]
"""Result type and argument types of each function; None for no result."""


def declare(library: ctypes.CDLL, signatures: Signatures) -> None:
    """Set the signatures of all functions; raise OSError if the library lacks one."""
    for name, (result, arguments) in signatures.items():
        try:
            function = getattr(library, name)
        except AttributeError as error:
            raise OSError(f"{library} has no {name}") from error
        function.restype, function.argtypes = result, arguments

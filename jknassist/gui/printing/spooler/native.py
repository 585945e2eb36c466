"""Declares the functions of a system library, so that ctypes converts and checks what they get."""

import ctypes
from collections.abc import Mapping
from typing import Any

Signatures = Mapping[str, tuple[Any, tuple[Any, ...]]]
"""What each function returns and what it takes, as types of ctypes; None for no result."""


def declare(library: ctypes.CDLL, signatures: Signatures) -> None:
    """Give every function its signature; raise OSError when the library lacks one of them."""
    for name, (result, arguments) in signatures.items():
        try:
            function = getattr(library, name)
        except AttributeError as error:
            raise OSError(f"{library} has no {name}") from error
        function.restype, function.argtypes = result, arguments

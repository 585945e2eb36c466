"""Functions of system libraries are declared before they are called."""

import ctypes
import inspect
import re
import sys

import pytest

from jknassist.gui.printing.spooler import cups
from jknassist.gui.printing.spooler.native import declare


def test_every_function_of_a_system_library_has_its_signature() -> None:
    """Without one ctypes guesses: a pointer handed on as a number loses its upper half."""
    text = inspect.getsource(cups)
    called = set(re.findall(r"_library\.(\w+)", text))
    assert called
    assert called == cups.SIGNATURES.keys()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no library of that name")
def test_a_wrong_argument_is_refused_before_the_call() -> None:
    library = ctypes.CDLL("libc.so.6")
    declare(library, {"labs": (ctypes.c_long, (ctypes.c_long,))})
    assert library.labs(-3) == 3
    with pytest.raises(ctypes.ArgumentError):
        library.labs("tiga")

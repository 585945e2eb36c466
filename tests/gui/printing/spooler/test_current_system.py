"""The spooler of this system, or none."""

import sys
from collections.abc import Iterator

import pytest

from jknassist.gui.printing import spooler
from jknassist.gui.printing.spooler import cups, current_system
from jknassist.gui.printing.spooler.base import (
    NoSpooler,
)


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """Let the library of CUPS be looked for again, and forget afterwards what was found."""
    cups.spooler.cache_clear()
    yield
    cups.spooler.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_without_the_library_of_cups_there_are_no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "LIBRARY", "libtidakada.so.2")
    found = current_system.spooler()
    assert found.printers() == ()
    assert found.jobs("a") == {}
    found.cancel("a", 1)


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.skipif(sys.platform == "win32", reason="CUPS is a matter of Linux")
def test_a_library_that_lacks_a_function_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups, "LIBRARY", "libc.so.6")
    with pytest.raises(OSError, match="cupsGetDests"):
        cups.spooler()
    assert isinstance(current_system.spooler(), NoSpooler)


@pytest.mark.parametrize("module", ["cups", "windows"])
def test_where_a_library_is_missing_there_are_no_printers(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """As in the builds of November 2026, which left ctypes out."""
    name = f"jknassist.gui.printing.spooler.{module}"
    monkeypatch.setattr(sys, "platform", "win32" if module == "windows" else "linux")
    monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delattr(spooler, module, raising=False)
    assert isinstance(current_system.spooler(), NoSpooler)

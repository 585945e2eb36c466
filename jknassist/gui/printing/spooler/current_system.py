"""The print queue of the system that the program runs on."""

import sys

from jknassist.gui.printing.spooler.base import NoSpooler, Spooler


def spooler() -> Spooler:
    """Return the print queue of this system.

    If its library is missing or lacks a function, there are no printers: pages that use printing
    must open in any case.
    """
    try:
        return _native()
    except (ImportError, OSError):
        return NoSpooler()


def _native() -> Spooler:
    if sys.platform == "win32":
        from jknassist.gui.printing.spooler import windows  # noqa: PLC0415  (not loaded on Linux)

        return windows.spooler()
    from jknassist.gui.printing.spooler import cups  # noqa: PLC0415  (not loaded on Windows)

    return cups.spooler()

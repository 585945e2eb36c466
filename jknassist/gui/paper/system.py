"""Which print queue there is on this system."""

import sys

from jknassist.gui.paper.spooler import Spooler


def of_this_system() -> Spooler:
    """Return the print queue of this system; one without printers where there is none."""
    if sys.platform == "win32":
        from jknassist.gui.paper import winspool  # noqa: PLC0415  (its types exist there alone)

        return winspool.WindowsSpooler()
    from jknassist.gui.paper import cups  # noqa: PLC0415  (not loaded on Windows)

    return cups.spooler()

"""Size of the primary screen as reported by the system."""

import math

from PySide6.QtGui import QGuiApplication

from jknassist.gui.style import scaling

PLAUSIBLE_INCHES = (15.0, 75.0)
"""Range of plausible diagonals in inches; some screens report nonsense."""


def size() -> tuple[int, int]:
    """Return width and height of the primary screen in pixels."""
    pixels = QGuiApplication.primaryScreen().size()
    return pixels.width(), pixels.height()


def measured_inches() -> float | None:
    """Return the diagonal reported by the primary screen in inches, or None if implausible."""
    millimetres = QGuiApplication.primaryScreen().physicalSize()
    inches = math.hypot(millimetres.width(), millimetres.height()) / scaling.INCH
    return inches if PLAUSIBLE_INCHES[0] <= inches <= PLAUSIBLE_INCHES[1] else None

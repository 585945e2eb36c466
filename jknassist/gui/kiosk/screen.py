"""The first screen of the kiosk, as the system tells of it."""

import math

from PySide6.QtGui import QGuiApplication

from jknassist.gui.style import scaling

PLAUSIBLE_INCHES = (15.0, 75.0)
"""Inches; a screen that says it is smaller or larger than a kiosk tells nonsense, as some do."""


def size() -> tuple[int, int]:
    """Return the first screen's width and height."""
    pixels = QGuiApplication.primaryScreen().size()
    return pixels.width(), pixels.height()


def measured_inches() -> float | None:
    """Return the diagonal that the first screen tells of itself, if it can be believed."""
    millimetres = QGuiApplication.primaryScreen().physicalSize()
    inches = math.hypot(millimetres.width(), millimetres.height()) / scaling.INCH
    return inches if PLAUSIBLE_INCHES[0] <= inches <= PLAUSIBLE_INCHES[1] else None

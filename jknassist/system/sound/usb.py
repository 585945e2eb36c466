"""Counts sound devices, to detect a headset that is plugged in."""

import sys
from pathlib import Path

CARDS = Path("/proc/asound/cards")
USB = "USB-Audio"
"""Name of the driver of USB sound cards."""


def count_headsets() -> int:
    """Return how many sound devices could be a headset: on Linux those on USB, on Windows all."""
    if sys.platform == "win32":
        return _windows_outputs()
    try:
        return CARDS.read_text(encoding="utf-8").count(USB)
    except OSError:
        return 0


def _windows_outputs() -> int:
    # Only there; ctypes takes a while to load.
    import ctypes  # noqa: PLC0415

    try:
        return int(ctypes.CDLL("winmm").waveOutGetNumDevs())
    except (OSError, AttributeError):
        return 0

"""Counts what sound can be plugged into: a headset that appears is one more."""

import sys
from pathlib import Path

CARDS = Path("/proc/asound/cards")
USB = "USB-Audio"
"""How the driver of a sound card on USB is named there."""


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

"""Makes sure that one kiosk window runs at a time on one account."""

from pathlib import Path

from jknassist.system.process_lock import Lock, take

FILE = "kiosk-window.lock"
PATIENCE = 6.0
"""Seconds to wait for a kiosk that is just ending, after its parent was killed, say."""


def take_lock(folder: Path, patience: float = PATIENCE) -> Lock | None:
    """Return the lock, to be held for as long as we run, or None when another kiosk has it.

    Where no file can be written we run without: better two kiosks than none.
    """
    return take(folder / FILE, patience)

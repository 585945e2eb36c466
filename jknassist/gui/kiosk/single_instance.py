"""Single instance: one kiosk window per user account."""

from pathlib import Path

from jknassist.system.process_lock import Lock, take

FILE = "kiosk-window.lock"
PATIENCE = 6.0
"""Seconds to wait for a kiosk that is just ending, for example after its parent was killed."""


def take_lock(folder: Path, patience: float = PATIENCE) -> Lock | None:
    """Return the lock, to be held while the process runs, or None if another kiosk holds it.

    If no file can be written the kiosk runs unlocked, rather than not at all.
    """
    return take(folder / FILE, patience)

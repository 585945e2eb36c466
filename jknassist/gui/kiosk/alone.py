"""Makes sure that one kiosk runs at a time on one account."""

from pathlib import Path

from PySide6.QtCore import QDir, QLockFile

FILE = "jknassist-kiosk.lock"
PATIENCE = 6000
"""Milliseconds to wait for a kiosk that is just ending, after its parent was killed, say."""


def take_lock(folder: Path | None = None, patience: int = PATIENCE) -> QLockFile | None:
    """Return the lock, to be held for as long as we run, or None when another kiosk has it."""
    lock = QLockFile(str((folder or Path(QDir.tempPath())) / FILE))
    lock.setStaleLockTime(0)
    if lock.tryLock(patience) or lock.error() != QLockFile.LockError.LockFailedError:
        # Where no file can be written we run without: better two kiosks than none.
        return lock
    return None

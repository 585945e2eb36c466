"""Inter-process file lock; the operating system releases it when the process ends in any way.

The lock file lies in a folder of this account, so that no other account can hold it.
"""

import contextlib
import os
import sys
import time
from pathlib import Path

from jknassist.system.regular_file import open_regular

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL_INTERVAL = 0.1
"""Seconds between two attempts to take the lock."""


class Lock:
    """A lock held until `unlock` or the end of the process.

    Without a handle it locks nothing: on file systems without locks the program runs unlocked.
    """

    def __init__(self, handle: int | None = None) -> None:
        self._handle = handle

    def unlock(self) -> None:
        """Release the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def take(path: Path, patience: float = 0.0) -> Lock | None:
    """Take the lock, waiting up to `patience` seconds; return None if another process holds it."""
    handle = _opened(path)
    if handle is None:
        return Lock()
    until = time.monotonic() + patience
    while True:
        try:
            if _is_taken(handle):
                return Lock(handle)
        except OSError:
            # The file system does not support locks.
            os.close(handle)
            return Lock()
        if time.monotonic() >= until:
            os.close(handle)
            return None
        time.sleep(POLL_INTERVAL)


def _opened(path: Path) -> int | None:
    """Open a file that only this account can access; return None if that is impossible."""
    handle = None
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = open_regular(path, os.O_RDWR | os.O_CREAT)
        if _is_ours(os.fstat(handle)):
            return handle
    if handle is not None:
        os.close(handle)
    return None


def _is_ours(found: os.stat_result) -> bool:
    """Return whether a file is owned by this account; on Windows its folder ensures that."""
    return sys.platform == "win32" or found.st_uid == os.geteuid()


def _is_taken(handle: int) -> bool:
    """Try to take the lock; return whether it succeeded. Raise OSError if locks are unsupported."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True

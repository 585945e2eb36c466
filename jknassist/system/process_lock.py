"""A lock that the system itself opens when its process ends, however it ends.

It lies in a folder of this account, so nobody else can hold it in our place.
"""

import contextlib
import os
import stat
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOOK = 0.1
"""Seconds between two tries."""


class Lock:
    """A lock that is held until `unlock` or until the process ends.

    Without a handle it locks nothing: where no file can be locked we run all the same.
    """

    def __init__(self, handle: int | None = None) -> None:
        self._handle = handle

    def unlock(self) -> None:
        """Let the next one have it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def take(path: Path, patience: float = 0.0) -> Lock | None:
    """Return the lock, or None when another process holds it for so many seconds."""
    handle = _opened(path)
    if handle is None:
        return Lock()
    until = time.monotonic() + patience
    while True:
        try:
            if _is_taken(handle):
                return Lock(handle)
        except OSError:
            # A file system that knows no locks.
            os.close(handle)
            return Lock()
        if time.monotonic() >= until:
            os.close(handle)
            return None
        time.sleep(LOOK)


def _opened(path: Path) -> int | None:
    """Open a file that is ours alone; return None where there can be none."""
    handle = None
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with contextlib.suppress(OSError, ValueError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, flags, 0o600)
        if _is_ours(os.fstat(handle)):
            return handle
    if handle is not None:
        os.close(handle)
    return None


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether no other account can hold the file; Windows sees to that by the folder."""
    if sys.platform == "win32":
        return True
    return stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid()


def _is_taken(handle: int) -> bool:
    """Try to lock; raise OSError where nothing can be locked."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True

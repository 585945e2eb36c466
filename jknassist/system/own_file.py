"""Opens files of the state folder; links, pipes and devices are refused.

A planted link would lead elsewhere, and opening a pipe for writing waits for a reader.
"""

import errno
import os
import stat
from pathlib import Path

FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
PRIVATE = 0o600


def open_regular(path: Path, flags: int) -> int:
    """Open a regular file and return its handle; raise OSError for anything else.

    A new file can be read by this account only.
    """
    handle = os.open(path, flags | FLAGS, PRIVATE)
    try:
        is_regular = stat.S_ISREG(os.fstat(handle).st_mode)
    except OSError:
        os.close(handle)
        raise
    if not is_regular:
        os.close(handle)
        raise OSError(errno.EINVAL, "bukan berkas biasa", str(path))
    return handle


def append(path: Path, data: bytes) -> None:
    """Append to a regular file: all of the data or, on OSError, nothing."""
    handle = open_regular(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    try:
        before = os.fstat(handle).st_size
        written = os.write(handle, data) if data else 0
        if written < len(data):
            os.ftruncate(handle, before)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    finally:
        os.close(handle)


def read_text(path: Path, most: int = -1) -> str:
    """Return the text of a regular file, at most so many bytes of it; raise OSError."""
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(most).decode(errors="replace")

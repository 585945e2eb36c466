"""Opens regular files only: pipes and devices are refused, in the state folder also links.

A planted link would lead elsewhere, and opening a pipe waits for its other end.
"""

import errno
import os
import stat
from pathlib import Path

FLAGS = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
PRIVATE = 0o600


def open_regular(path: Path, flags: int, *, follow: bool = False) -> int:
    """Open a regular file and return its handle; raise OSError for anything else.

    A new file can be read by this account only. One of another account, or with a second name, is
    refused: where there is no home, the folder may be one that anybody can make. `follow` is for
    files that a person names.
    """
    handle = os.open(path, flags | FLAGS | (0 if follow else NO_FOLLOW), PRIVATE)
    try:
        found = os.fstat(handle)
    except OSError:
        os.close(handle)
        raise
    if not stat.S_ISREG(found.st_mode) or not (follow or _is_trusted(found)):
        os.close(handle)
        raise OSError(errno.EINVAL, "bukan berkas biasa", str(path))
    return handle


def _is_trusted(found: os.stat_result) -> bool:
    """Return whether a file is of this account or root, by one name; Windows guards the folder."""
    return os.name != "posix" or (found.st_uid in {os.geteuid(), 0} and found.st_nlink <= 1)


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
    return read_bytes(path, most).decode(errors="replace")


def read_bytes(path: Path, most: int = -1) -> bytes:
    """Return the content of a regular file, at most so many bytes of it; raise OSError."""
    with os.fdopen(open_regular(path, os.O_RDONLY), "rb") as file:
        return file.read(most)


def read_named(path: Path, most: int) -> bytes:
    """Return at most so many bytes of a file that a person names; raise OSError."""
    with os.fdopen(open_regular(path, os.O_RDONLY, follow=True), "rb") as file:
        return file.read(most)

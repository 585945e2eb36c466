"""Write a file whole or not at all: whoever reads it finds the old content or the new one."""

import contextlib
import errno
import glob
import os
import re
import secrets
import stat
import time
from pathlib import Path

NEW_FILE_MODE = 0o666
"""Permissions of a file that was not there before; the system takes the umask off."""

NAME_BYTES = 6
LEFT_BEHIND = re.compile(rf"\.[0-9a-f]{{{2 * NAME_BYTES}}}")
OLD = 60.0
"""Seconds after which an unfinished file belongs to a process that is gone."""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
BINARY = getattr(os, "O_BINARY", 0)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace what a file holds; raise OSError, and then the old content is whole.

    The data goes to a new file beside it, down to the disk, and then takes the name, so that a
    crash or a power cut at any moment leaves one of the two. The name of the new file is random
    and must not exist, so nobody can lay a link in its place. An existing file keeps its
    permissions and, where we may, its owner. What is no regular file (a link, a device, a pipe)
    is refused: following it would overwrite something else.
    """
    existing = _regular_file(path)
    _remove_left_behind(path)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(NAME_BYTES)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | BINARY
    handle = os.open(unfinished, flags, NEW_FILE_MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            if existing is not None:
                _take_over(file.fileno(), existing)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    _sync_folder(path.parent)


def _regular_file(path: Path) -> os.stat_result | None:
    """Return what is known of an existing file, or None; raise OSError for anything else there."""
    try:
        existing = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(existing.st_mode):
        raise OSError(errno.EINVAL, "bukan berkas biasa", str(path))
    return existing


def _remove_left_behind(path: Path) -> None:
    """Remove what a killed process had begun to write for the same file."""
    before = f".{path.name}"
    for file in path.parent.glob(f"{glob.escape(before)}.*"):
        if not LEFT_BEHIND.fullmatch(file.name.removeprefix(before)):
            continue
        with contextlib.suppress(OSError):
            if time.time() - file.lstat().st_mtime > OLD:
                file.unlink()


def _take_over(handle: int, existing: os.stat_result) -> None:
    """Give a new file the permissions and the owner of the one that it replaces."""
    if os.name != "posix":
        return
    with contextlib.suppress(PermissionError):
        os.fchown(handle, existing.st_uid, existing.st_gid)
    os.fchmod(handle, stat.S_IMODE(existing.st_mode))


def _sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk; Windows does that by itself and has no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

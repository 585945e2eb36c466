"""Atomic file replacement: readers see the old content or the new one, never a part."""

import contextlib
import errno
import glob
import os
import re
import stat
import time
from collections.abc import Iterable
from pathlib import Path

NEW_FILE_MODE = 0o666
"""Mode of a new file, before the umask is applied."""

NAME_BYTES = 6
LEFT_BEHIND = rf"\.[0-9a-f]{{{2 * NAME_BYTES}}}"
OLD = 60.0
"""Age in seconds after which a temporary file counts as left behind by a killed process."""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
BINARY = getattr(os, "O_BINARY", 0)


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], *, mode: int = NEW_FILE_MODE
) -> None:
    """Replace the content of a file atomically; on OSError the old content is intact.

    Writes a temporary file in the same folder, syncs it and renames it over the target, so a crash
    or power cut leaves either the old or the new content. The temporary name is random and opened
    exclusively, which defeats symlink attacks. An existing file keeps its permissions and, where
    permitted, its owner; a private `mode` stays private, whatever the old one allowed. Anything
    but a regular file (link, device, pipe) is refused: following it would overwrite something else.
    Data may come in pieces; `mode` is that of a new file.
    """
    existing = _regular_file(path)
    _remove_left_behind(path)
    unfinished = path.with_name(f".{path.name}.{os.urandom(NAME_BYTES).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NO_FOLLOW | BINARY
    handle = os.open(unfinished, flags, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            if existing is not None:
                _take_over(file.fileno(), existing, mode)
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    _sync_folder(path.parent)


def _regular_file(path: Path) -> os.stat_result | None:
    """Return the stat of a regular file, None if nothing exists; raise OSError for other types."""
    try:
        existing = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(existing.st_mode):
        raise OSError(errno.EINVAL, "bukan berkas biasa", str(path))
    return existing


def _remove_left_behind(path: Path) -> None:
    """Remove temporary files of killed processes for the same target."""
    before = f".{path.name}"
    for file in path.parent.glob(f"{glob.escape(before)}.*"):
        if not re.fullmatch(LEFT_BEHIND, file.name.removeprefix(before)):
            continue
        with contextlib.suppress(OSError):
            if time.time() - file.lstat().st_mtime > OLD:
                file.unlink()


def _take_over(handle: int, existing: os.stat_result, mode: int) -> None:
    """Copy permissions and owner of the replaced file; a private mode allows no more than that."""
    if os.name != "posix":
        return
    with contextlib.suppress(PermissionError):
        os.fchown(handle, existing.st_uid, existing.st_gid)
    most = 0o7777 if mode == NEW_FILE_MODE else mode
    os.fchmod(handle, stat.S_IMODE(existing.st_mode) & most)


def _sync_folder(folder: Path) -> None:
    """Sync the folder so that the rename is durable; Windows needs no such call and has none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

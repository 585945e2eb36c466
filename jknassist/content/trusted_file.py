"""Read a local file only if the user running the program cannot modify or replace it."""

import os
import stat
import sys
from pathlib import Path

ROOT = 0
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
"""Write bits of group and others; rights granted by a POSIX ACL show in the group bits."""

ACCESS_DENIED = 5
"""Windows error code for denied access; a file that is merely in use gives another code."""


class UntrustedError(Exception):
    """A non-administrator can modify the file; the text says who, for the staff."""


def read_trusted(path: Path, most: int) -> bytes:
    """Return the content of a file, at most `most` + 1 bytes so that callers can detect excess.

    Raise FileNotFoundError if it does not exist, UntrustedError if a non-administrator can modify
    or replace it, and OSError if it cannot be read.
    """
    if sys.platform == "win32":
        return read_by_trying(path, most)
    return _read_by_owner(path, most)


def read_by_trying(path: Path, most: int) -> bytes:
    """Read a file if opening it for writing and creating a file beside it are both denied.

    For Windows, where ACLs cannot be read without a native library. Limitation: ownership is not
    checked, so an owner of file and folder who removed their own write access passes. Therefore the
    installer must create the folder, not the user of the machine.
    """
    if not path.exists():
        raise FileNotFoundError(path)
    if not path.is_file():
        raise UntrustedError("itu bukan berkas biasa")
    if _may(path, os.O_RDWR):
        raise UntrustedError("pemakai komputer ini boleh menulisnya")
    beside = path.with_name(f".{os.urandom(8).hex()}.tmp")
    if _may(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL):
        beside.unlink(missing_ok=True)
        raise UntrustedError("pemakai komputer ini boleh menaruh berkas di foldernya")
    with path.open("rb") as file:
        return file.read(most + 1)


def refusal(found: os.stat_result, user: int) -> str:
    """Return why a file or folder with this stat is not trusted; empty if it is trusted."""
    if user == ROOT:
        return "program ini sedang berjalan sebagai administrator (root)"
    if found.st_uid != ROOT:
        return "pemiliknya bukan administrator (root)"
    if found.st_mode & OTHERS_WRITE:
        return "selain administrator ada yang boleh menulisnya"
    return ""


def _read_by_owner(path: Path, most: int) -> bytes:
    """Read a file after checking owner and mode with fstat on open handles, to avoid a race."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        around = os.fstat(folder)
        # Non-blocking, because opening a named pipe would wait forever; it is refused below.
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
        opened = os.open(path.name, flags, dir_fd=folder)
    finally:
        os.close(folder)
    try:
        _refuse(os.fstat(opened), around)
    except UntrustedError:
        os.close(opened)
        raise
    with os.fdopen(opened, "rb") as file:
        return file.read(most + 1)


def _refuse(found: os.stat_result, around: os.stat_result) -> None:
    """Raise UntrustedError if the file or its folder is not trusted."""
    if not stat.S_ISREG(found.st_mode):
        raise UntrustedError("itu bukan berkas biasa")
    if reason := refusal(found, os.geteuid()):
        raise UntrustedError(reason)
    if reason := refusal(around, os.geteuid()):
        raise UntrustedError(f"foldernya: {reason}")


def _may(path: Path, flags: int) -> bool:
    """Return whether a file can be opened with these flags; True if in doubt."""
    try:
        os.close(os.open(path, flags))
    except PermissionError as error:
        return getattr(error, "winerror", ACCESS_DENIED) != ACCESS_DENIED
    except OSError:
        return True
    return True

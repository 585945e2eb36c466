"""Reads a file of this machine, but only one that the person at the machine cannot change."""

import os
import stat
import sys
from pathlib import Path

ROOT = 0
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
"""A right given by an access list shows among the rights of the group, too."""

ACCESS_DENIED = 5
"""What Windows says where somebody may not write; a file that is only in use is another error."""


class UntrustedError(Exception):
    """Somebody other than the administrators can change the file; says who, for the staff."""


def read_trusted(path: Path, most: int) -> bytes:
    """Return the first bytes of a file, at most one more than `most`.

    Raise FileNotFoundError where there is none, UntrustedError where others than administrators
    can change it or put another in its place, and OSError where it cannot be read.
    """
    if sys.platform == "win32":
        return read_by_trying(path, most)
    return _read_by_owner(path, most)


def read_by_trying(path: Path, most: int) -> bytes:
    """Read a file after trying in vain to write to it and to add one beside it.

    For Windows, where the rights cannot be read without its own library. It does not see who owns
    file and folder: somebody who owns both and took the right to write from himself passes. So the
    one who installs makes the folder, not the person at the machine.
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
    """Return why a file or folder of these rights is not trusted by a user; empty if it is."""
    if user == ROOT:
        return "program ini sedang berjalan sebagai administrator (root)"
    if found.st_uid != ROOT:
        return "pemiliknya bukan administrator (root)"
    if found.st_mode & OTHERS_WRITE:
        return "selain administrator ada yang boleh menulisnya"
    return ""


def _read_by_owner(path: Path, most: int) -> bytes:
    """Read a file by its rights; all is asked of what is open, so nothing is swapped meanwhile."""
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        around = os.fstat(folder)
        # A pipe would let us wait for ever: it is opened without waiting, and then refused.
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
    """Raise UntrustedError for a file or the folder around it."""
    if not stat.S_ISREG(found.st_mode):
        raise UntrustedError("itu bukan berkas biasa")
    if reason := refusal(found, os.geteuid()):
        raise UntrustedError(reason)
    if reason := refusal(around, os.geteuid()):
        raise UntrustedError(f"foldernya: {reason}")


def _may(path: Path, flags: int) -> bool:
    """Tell whether a file can be opened so; in doubt it can."""
    try:
        os.close(os.open(path, flags))
    except PermissionError as error:
        return getattr(error, "winerror", ACCESS_DENIED) != ACCESS_DENIED
    except OSError:
        return True
    return True

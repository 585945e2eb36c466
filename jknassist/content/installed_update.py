"""Content that the owner of an installation took from a file, in place of the shipped one.

A volunteer's laptop has no administrator who copies an edition to it: it comes on a USB stick or in
a chat. Whoever may replace the program itself may replace its content too, and nobody else.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from jknassist.content.trusted_file import UntrustedError
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths, regular_file
from jknassist.system.atomic_file import write_atomically

PREVIOUS = "previous"
"""Folder with the edition before, beside the one in use."""

OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def folder() -> Path:
    """Return the folder of the content in use."""
    return paths.state_folder() / "content"


def file() -> Path:
    """Return the content file in use; it may not exist."""
    return folder() / paths.CONTENT


def may_update() -> bool:
    """Return whether this account owns the installation: it can write to the program's folder.

    Tried by making a file there, since Windows tells it in no other way without a native library.
    """
    try:
        with tempfile.TemporaryFile(dir=_program_folder()):
            return paths.own_state_folder() is not None
    except OSError:
        return False


def _program_folder() -> Path:
    frozen = getattr(sys, "frozen", False)
    return Path(sys.executable).parent if frozen else Path(__file__).resolve().parents[2]


def read(path: Path) -> bytes:
    """Return the bytes of a file that only this account can write; raise OSError, UntrustedError.

    At most one byte more than content may have. Without the right to replace the program the
    content is refused as well: it may have come here before the program was installed for all.
    """
    handle = regular_file.open_regular(path, os.O_RDONLY)
    with os.fdopen(handle, "rb") as opened:
        found = os.fstat(handle)
        if sys.platform != "win32" and (
            found.st_uid != os.geteuid() or found.st_mode & OTHERS_WRITE
        ):
            raise UntrustedError("selain pemilik komputer ini ada yang boleh menulisnya")
        if not may_update():
            raise UntrustedError("program ini dipasang oleh administrator; isinya juga dari sana")
        return opened.read(MOST_BYTES + 1)


def take(files: Mapping[str, bytes]) -> None:
    """Use these files by name, and keep the ones in use so far; raise OSError.

    The content file is written last: until then the translations do not fit, and are left out.
    """
    before = folder() / PREVIOUS
    _empty(before)
    before.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in _content_files(folder()):
        path.replace(before / path.name)
    for name in sorted(files, key=lambda name: name == paths.CONTENT):
        path = folder() / name
        write_atomically(path, files[name])
        path.chmod(0o600)


def has_previous() -> bool:
    """Return whether there is something to go back from."""
    return file().exists()


def restore() -> None:
    """Use the edition before, or the shipped one if there is none; raise OSError."""
    for path in _content_files(folder()):
        path.unlink()
    before = folder() / PREVIOUS
    for path in _content_files(before):
        path.replace(folder() / path.name)


def _empty(place: Path) -> None:
    for path in _content_files(place):
        path.unlink()


def _content_files(place: Path) -> list[Path]:
    """Return the content file and its translations in a folder, the content file last."""
    stem = Path(paths.CONTENT).stem
    found = [path for path in place.glob(f"{stem}*.yaml") if not path.is_dir()]
    return sorted(found, key=lambda path: path.name == paths.CONTENT)

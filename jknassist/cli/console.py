"""Console output of the commands: UTF-8 setup, write errors, and existing files."""

import errno
import io
import os
import sys
from pathlib import Path

from jknassist.system.exit_codes import FOUND
from jknassist.system.standard_streams import complain, mute

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""errno values of a full, too small or broken disk."""


def give_up(error: OSError) -> int:
    """Report that the output could not be written completely; return the exit code."""
    complain([f"jawaban tidak bisa ditulis ({error.strerror})"])
    mute(sys.stdout)
    return FOUND


def may_write(path: Path, *, force: bool) -> bool:
    """Return whether a file may be written; report an existing one unless `--force` is given."""
    if path.name in {"", "-"}:
        complain([f'"{path}" bukan nama berkas'])
        return False
    if os.path.lexists(path) and not force:
        complain([f"{path} sudah ada; tambahkan --force untuk menggantinya"])
        return False
    return True


def speak_utf8() -> None:
    """Set standard output and error to UTF-8 in any locale, to avoid UnicodeEncodeError."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

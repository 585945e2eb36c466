"""Console output of the commands: UTF-8 setup, write errors, and existing files."""

import errno
import io
import os
import sys
from collections.abc import Iterable
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


def may_write(path: Path, *, force: bool, sources: Iterable[str | Path | None] = ()) -> bool:
    """Return whether a file may be written; if not, report why.

    An existing one may only with `--force`, and never one of the `sources`, which the command
    reads, however its name is written. None and "-" are sources that are no files.
    """
    if path.name in {"", "-"}:
        complain([f'"{path}" bukan nama berkas'])
        return False
    if path.exists() and any(_is_same(path, source) for source in sources):
        complain([f"{path} dibaca oleh perintah ini; pilih nama lain untuk hasilnya"])
        return False
    if os.path.lexists(path) and not force:
        complain([f"{path} sudah ada; tambahkan --force untuk menggantinya"])
        return False
    return True


def _is_same(path: Path, source: str | Path | None) -> bool:
    """Return whether two names, or links, lead to the same file; false if either is missing."""
    try:
        return source not in {None, "-"} and path.samefile(str(source))
    except OSError:
        return False


def speak_utf8() -> None:
    """Set standard output and error to UTF-8 in any locale, to avoid UnicodeEncodeError."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

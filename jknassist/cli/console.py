"""How a command answers in a terminal, and what happens when its answer cannot be written."""

import errno
import io
import sys

from jknassist.system.exit_codes import FOUND
from jknassist.system.standard_streams import complain, mute

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What writing an answer fails with where the disk is full, too small or broken."""


def give_up(error: OSError) -> int:
    """Tell that the answer could not be written whole; return the exit code."""
    complain([f"jawaban tidak bisa ditulis ({error.strerror})"])
    mute(sys.stdout)
    return FOUND


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: answers must not fail on a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

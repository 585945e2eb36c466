"""Write to standard output and error; broken or missing streams never end the program."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterable
from typing import TextIO

STDERR = 2
"""File descriptor of standard error."""


def say(text: str) -> None:
    """Write text to standard output; a closed one (`| head`, `>&-`) is ignored, it is no error."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
    except BrokenPipeError:
        mute(sys.stdout)


def complain(lines: Iterable[str]) -> None:
    """Write error lines to standard error; ignore failures to write.

    The stream may be a closed pipe (`|& head`), on a full disk, or None in a Windows program
    without a console; none of these may change what the program does.
    """
    if sys.stderr is None:
        return
    try:
        sys.stderr.writelines(f"{line}\n" for line in lines)
        sys.stderr.flush()
    except (OSError, ValueError):
        mute(sys.stderr)


def never_wait_to_complain() -> None:
    """Let a complaint be lost where writing it would wait, also in the processes started later.

    A pipe that nobody empties and a halted terminal take nothing more: who writes waits for ever.
    Both are opened anew, because other programs use the same stream; a socket cannot be.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        kind = os.fstat(STDERR).st_mode
        if stat.S_ISSOCK(kind):
            os.set_blocking(STDERR, False)
        elif stat.S_ISFIFO(kind) or os.isatty(STDERR):
            own = os.open(f"/proc/self/fd/{STDERR}", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            os.dup2(own, STDERR)
            os.close(own)


def flush_all() -> None:
    """Flush both streams; needed for argparse, which writes and then exits."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            mute(stream)


def mute(stream: TextIO | None) -> None:
    """Redirect a stream, with its unwritten buffer, to the null device.

    Python flushes at exit; if that failed, it would replace our exit code with 120.
    """
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

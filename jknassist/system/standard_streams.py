"""Standard output and error: what cannot be written there ends no program."""

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TextIO


def say(text: str) -> None:
    """Write an answer; that its reader has gone, as `head` does, is no fault and hides none."""
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
    except BrokenPipeError:
        mute(sys.stdout)


def complain(lines: Iterable[str]) -> None:
    """Write what is wrong to standard error; where that is not possible, go on without.

    It may be broken in many ways: its reader has gone (`|& head`), its disk is full, a Windows
    program without a console has none. None of them may change what the program does.
    """
    if sys.stderr is None:
        return
    try:
        sys.stderr.writelines(f"{line}\n" for line in lines)
        sys.stderr.flush()
    except (OSError, ValueError):
        mute(sys.stderr)


def flush_all() -> None:
    """Write what is still held, by argparse for one, which writes and ends the program."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            mute(stream)


def mute(stream: TextIO | None) -> None:
    """Send nowhere what a stream still holds and all that follows.

    Python writes the rest when it ends; if that failed, exit code 120 would replace ours.
    """
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)

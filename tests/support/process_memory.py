"""Searches the memory of another process for the digits of a number, as an attacker with root does.

It reads /proc/PID/mem: only root may do so with a process that is not dumpable.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

WRITABLE = re.compile(rb"^([0-9a-f]+)-([0-9a-f]+) rw", re.MULTILINE)
ENCODINGS = ("ascii", "utf-16-le", "utf-32-le")
RUN = 8
"""So many digits at the end of a number are looked for: they stand in each form of it."""


def readable(pid: int) -> bool:
    """Tell whether this user may read the memory of a process."""
    return os.access(f"/proc/{pid}/mem", os.R_OK) and os.geteuid() == 0


def copies(pid: int, number: str) -> int:
    """Return how often the digits of a number stand in what a process may write to."""
    run = number[-RUN:]
    forms = (run, f"{run[:4]}-{run[4:]}")
    wanted = [form.encode(encoding) for form in forms for encoding in ENCODINGS]
    return sum(part.count(text) for part in _parts(pid) for text in wanted)


def _parts(pid: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{pid}/maps").read_bytes()
    handle = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    try:
        for begin, end in WRITABLE.findall(maps):
            start, stop = int(begin, 16), int(end, 16)
            with contextlib.suppress(OSError):  # a part may be gone by now
                yield os.pread(handle, stop - start, start)
    finally:
        os.close(handle)

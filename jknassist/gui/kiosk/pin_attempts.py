"""Count of wrong PINs in a file, so that cutting the power does not reset it."""

import math
from pathlib import Path
from time import monotonic, time

from jknassist.core.pin import (
    MOST_TRIES,
    Attempts,
    after_wrong,
    tries_as_text,
    tries_from_text,
    wait_seconds,
)
from jknassist.system import regular_file
from jknassist.system.atomic_file import write_atomically

FILE = "pin-tries"
LONGEST = 64


class PinAttempts:
    """The count of one machine; kept in memory only where it cannot be written.

    A start that cannot write it begins with the lockout: otherwise cutting the power would give new
    tries at once.

    The wall clock is asked only over a restart: while the program runs the lockout is measured by a
    clock that nobody can set.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._is_kept = True
        self._write(self._read())
        if not self._is_kept:
            self._tries = Attempts(wrong=MOST_TRIES, last=time())
            self._lock()

    @property
    def tries(self) -> Attempts:
        """The current count."""
        return self._tries

    def wait_seconds(self) -> int:
        """Return the remaining lockout in seconds."""
        return math.ceil(max(0, self._ends - monotonic()))

    def count_wrong(self) -> None:
        """Store one more wrong PIN; to be called before the PIN is verified."""
        done = self._tries.wrong >= MOST_TRIES and not self.wait_seconds()
        self._write(after_wrong(Attempts() if done else self._tries, time()))

    def count_right(self) -> None:
        """Reset the count."""
        self._write(Attempts())

    def _lock(self) -> None:
        """Start the lockout if the count requires one."""
        left = wait_seconds(self._tries, time())
        self._ends = monotonic() + left if left else -math.inf

    def _read(self) -> Attempts:
        try:
            text = regular_file.read_text(self._path, LONGEST)
        except FileNotFoundError:
            return Attempts()
        except OSError:
            text = ""
        return tries_from_text(text, time())

    def _write(self, tries: Attempts) -> None:
        self._tries = tries
        self._lock()
        text = tries_as_text(tries).encode("ascii")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(self._path, text, mode=regular_file.PRIVATE)
            self._is_kept = True
        except OSError:
            self._is_kept = False

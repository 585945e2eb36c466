"""How many papers a visitor of a kiosk gets, and how soon after one another."""

from collections.abc import Callable
from time import monotonic

PAUSE = 10.0
"""Seconds between two papers, also of two visits: who wipes and begins anew gains nothing."""


class PrintAllowance:
    """The allowance of one kiosk; each visit begins with all of its papers."""

    def __init__(self, papers: int, clock: Callable[[], float] = monotonic) -> None:
        self._papers = papers
        self._clock = clock
        self._left = papers
        self._next = 0.0

    def begin_visit(self) -> None:
        """Give the next visitor all papers."""
        self._left = self._papers

    def take(self) -> bool:
        """Take one paper; return False where none is left, or the last one was a moment ago."""
        now = self._clock()
        if self._left < 1 or now < self._next:
            return False
        self._left -= 1
        self._next = now + PAUSE
        return True

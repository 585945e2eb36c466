"""Rate limit of printing on a kiosk: papers per visitor, and a pause between two papers."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

PAUSE = 10.0
"""Seconds between two papers, also across visits, so that a new visit is no way around."""


class PrintAllowance:
    """The allowance of one kiosk; each visit starts with the full number of papers."""

    def __init__(self, papers: int, clock: Callable[[], float] = monotonic) -> None:
        self._papers = papers
        self._clock = clock
        self._left = papers
        self._next = 0.0

    def begin_visit(self) -> None:
        """Reset the number of papers for the next visitor."""
        self._left = self._papers

    def take(self) -> bool:
        """Take one paper; return False if none is left or the pause has not passed."""
        now = self._clock()
        if self._left < 1 or now < self._next:
            return False
        self._left -= 1
        self._next = now + PAUSE
        return True


@dataclass(frozen=True, kw_only=True)
class PrintRules:
    """What a kiosk asks before a paper, and whom it tells if none comes.

    `note` gets the problem as one word of ours, never the name of a printer or of a document.
    """

    may_print: Callable[[], bool] = lambda: True
    note: Callable[[str], object] = lambda _: None


ANY_PAPER = PrintRules()
"""No limit, and nobody is told."""

"""Rate limit of printing on a kiosk: papers per visitor, and a pause between two papers."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

PAUSE = 10.0
"""Seconds between two papers, also across visits, so that a new visit is no way around."""

VISITS_AT_ONCE = 2
"""Visits in a row that may print all their papers; then one paper comes back in `REFILL`."""

REFILL = 60.0
"""Seconds after which one more paper may be printed, so that playing does not empty the roll."""

TEST_PAUSE = 600.0
"""Seconds between two test sheets on a staff page that anybody can open."""


class PrintAllowance:
    """The allowance of one kiosk; each visit starts with the full number of papers.

    Over all visits there are at most `VISITS_AT_ONCE` times as many, and one more in `REFILL`:
    two taps end a visit, and the next begins with the full number again.
    """

    def __init__(
        self, papers: int, clock: Callable[[], float] = monotonic, *, pause: float = PAUSE
    ) -> None:
        self._papers = papers
        self._clock = clock
        self._pause = pause
        self._left = papers
        self._next = 0.0
        self._most = papers * VISITS_AT_ONCE
        self._store: float = self._most
        self._stored_at = clock()

    def begin_visit(self) -> None:
        """Reset the number of papers for the next visitor."""
        self._left = self._papers

    def has_printed(self) -> bool:
        """Return whether the visitor has had a paper."""
        return self._left < self._papers

    def may_take(self) -> bool:
        """Return whether a paper is left and the pause has passed."""
        return self._left >= 1 and self._clock() >= self._next and self._in_store() >= 1

    def take(self) -> bool:
        """Take one paper; return False if none is left or the pause has not passed."""
        if not self.may_take():
            return False
        self._store = self._in_store() - 1
        self._stored_at = self._clock()
        self._left -= 1
        self._next = self._clock() + self._pause
        return True

    def _in_store(self) -> float:
        """Return how many papers all visits together may still take now."""
        back = (self._clock() - self._stored_at) / REFILL
        return min(self._store + back, self._most)


@dataclass(frozen=True, kw_only=True)
class PrintRules:
    """What a kiosk asks before a paper, and whom it tells if none comes.

    `take_paper` takes one from what the visitor may still print, and returns False if none is left.
    `note` gets the problem as one word of ours, never the name of a printer or of a document.
    """

    take_paper: Callable[[], bool] = lambda: True
    has_printed: Callable[[], bool] = lambda: True
    note: Callable[[str], object] = lambda _: None


ANY_PAPER = PrintRules()
"""No limit, and nobody is told."""

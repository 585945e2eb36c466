"""Resources are closed at the end of a `with` block, also after an error."""

import pytest
from typing_extensions import override

from jknassist.content.number_files.closing import ClosedOnExit


class Held(ClosedOnExit):
    """Counts how often it was closed."""

    closed = 0

    @override
    def close(self) -> None:
        self.closed += 1


def test_it_is_closed_at_the_end() -> None:
    with Held() as held:
        assert held.closed == 0
    assert held.closed == 1


def test_it_is_closed_after_an_error_that_goes_on() -> None:
    held = Held()
    with pytest.raises(KeyError), held:
        raise KeyError
    assert held.closed == 1

"""The short form of the soak with faults (tests/bench/kiosk_faults.py): some of each kind, in turn.

No figure of time is asserted; the long form tells them.
"""

import sys

import pytest

from tests.bench.kiosk_faults import Report, soaking
from tests.support.attended_machine import missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(sys.platform != "linux", reason="signals, X11 and /proc"),
    pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {missing()}"),
]

IN_TURN = (
    "state planted",
    "parent killed",
    "destroyed",
    "killed",
    "screen gone",
)
"""Never three restarts of the window in a row: from the third on it waits before the next."""


def test_a_kiosk_overcomes_what_goes_wrong_around_it_and_tells_of_it_without_data() -> None:
    with soaking(7, bare=True) as soak:
        soak.machine.hold = 1.5
        report = soak.inject_all(IN_TURN)
    assert report.wrong == []
    assert report.faults == len(IN_TURN)
    assert report.visitors >= len(IN_TURN)


def test_a_report_says_what_was_wrong() -> None:
    report = Report(visitors=3, wrong=["killed: the first page did not come back"])
    report.seconds["killed"] += [1.0, 2.5]
    said = "\n".join(report.lines())
    assert "3 visitors, 2 faults" in said
    assert "killed: 2 times, back after 2.5 s at most" in said
    assert said.endswith("killed: the first page did not come back")

"""Only a kiosk that is shown and in front is a healthy one for its supervisor."""

import os
import time

import pytest

from jknassist.system.heartbeat import HEARTBEAT, NOT_SHOWN, HeartbeatMonitor


def heard(written: bytes) -> HeartbeatMonitor:
    read_end, write_end = os.pipe()
    os.write(write_end, written)
    os.close(write_end)
    monitor = HeartbeatMonitor()
    monitor.listen(os.fdopen(read_end, "rb", buffering=0))
    return monitor


def test_a_heartbeat_is_noted_with_its_time() -> None:
    before = time.monotonic()
    monitor = heard(HEARTBEAT)
    assert monitor.last is not None
    assert before <= monitor.last <= time.monotonic()
    assert monitor.silent_for(monitor.last + 3) == pytest.approx(3)


@pytest.mark.parametrize("written", [b"", NOT_SHOWN, NOT_SHOWN * 9])
def test_what_a_kiosk_writes_that_is_not_in_front_is_no_heartbeat(written: bytes) -> None:
    monitor = heard(written)
    assert monitor.last is None
    assert monitor.silent_for(time.monotonic()) == 0

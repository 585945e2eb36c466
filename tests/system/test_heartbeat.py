"""Only a visible and active kiosk gives a heartbeat."""

import os
import threading
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


def test_who_writes_nothing_may_have_no_output() -> None:
    monitor = heard(b"")
    assert monitor.last is None
    assert monitor.silent_for(time.monotonic()) == 0


@pytest.mark.parametrize("before", [b"", HEARTBEAT])
def test_what_a_kiosk_writes_that_is_not_in_front_is_no_heartbeat(before: bytes) -> None:
    """The first byte alone counts, whatever it is: from then on the silence is measured."""
    read_end, write_end = os.pipe()
    os.write(write_end, (before or NOT_SHOWN) + NOT_SHOWN)
    monitor = HeartbeatMonitor()
    listener = threading.Thread(target=monitor.listen, args=(os.fdopen(read_end, "rb", 0),))
    listener.start()
    while monitor.last is None:
        time.sleep(0.01)
    first = monitor.last
    os.write(write_end, NOT_SHOWN * 9)
    os.close(write_end)
    listener.join()
    assert monitor.last == first

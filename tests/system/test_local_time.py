"""The local time, also where the zone that is set is no possible one."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from jknassist.system.local_time import local_now


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if not hasattr(time, "tzset"):
        pytest.skip("Windows takes its zone from the system, not from TZ")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "zone", ["UTC", "WIB-7", "UTC+24", "UTC-200", "Foo/Bar", ""], indirect=True
)
def test_every_zone_has_a_time(zone: str) -> None:
    assert abs(local_now() - datetime.now(UTC)) < timedelta(minutes=1), zone
    assert os.environ["TZ"] == zone


@pytest.mark.parametrize("zone", ["WIB-7"], indirect=True)
@pytest.mark.usefixtures("zone")
def test_it_is_the_time_of_the_place() -> None:
    assert local_now().utcoffset() == timedelta(hours=7)

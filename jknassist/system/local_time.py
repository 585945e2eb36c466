"""The time of the day where the computer stands."""

from datetime import UTC, datetime


def local_now() -> datetime:
    """Return the local time with its zone; in UTC where the zone that is set is no possible one.

    TZ may name an offset of a day or more, which `datetime` refuses.
    """
    try:
        return datetime.now().astimezone()
    except ValueError:
        return datetime.now(UTC)

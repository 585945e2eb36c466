"""Heartbeat of a kiosk to its supervisor: its window is visible and active."""

import time
from dataclasses import dataclass
from typing import IO

HEARTBEAT = b"."
"""Written to standard output every few seconds while the window is visible and active."""

NOT_SHOWN = b"-"
"""Written instead while the window is not active; only shows whether the pipe is read."""


@dataclass
class HeartbeatMonitor:
    """Records when the kiosk last wrote a heartbeat to its standard output.

    `last` is None until it has written anything: a Windows program without a console may have no
    standard output.
    """

    last: float | None = None

    def listen(self, stream: IO[bytes]) -> None:
        """Note the time of every heartbeat and of the first byte, until the stream ends."""
        with stream:
            while byte := stream.read(1):
                if byte == HEARTBEAT or self.last is None:
                    self.last = time.monotonic()

    def silent_for(self, now: float) -> float:
        """Return the seconds since the last heartbeat; 0 if nothing was written yet."""
        return 0.0 if self.last is None else now - self.last

"""A display whose pixels can be read from outside, to time what a person would see."""

import hashlib
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.x_server import start_x_server

LOOK_EVERY = 0.001
SETTLED = 1.0
"""Seconds without a change after which a picture is taken as final."""
ROWS_SKIPPED = 8
TITLE_BAR = 40
"""Rows at the top that are not looked at: there the window manager draws the icon of a window when
it comes, which may be after the question that is waited for."""


class TooSlowError(Exception):
    """What was waited for never came."""


@dataclass(frozen=True)
class Screen:
    """A display of its own; `pixels` is its picture as the server keeps it in memory."""

    environment: dict[str, str]
    pixels: mmap.mmap
    start: int
    stride: int

    def theme(self) -> bytes:
        """Return a digest of what is on the screen."""
        seen = hashlib.blake2b(digest_size=8)
        start = self.start + TITLE_BAR * self.stride
        for place in range(start, len(self.pixels) - self.stride, self.stride * ROWS_SKIPPED):
            seen.update(self.pixels[place : place + self.stride])
        return seen.digest()

    def wait_for(self, wanted: bytes, limit: float = 20) -> float:
        """Return the time at which the screen shows what is wanted."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if self.theme() == wanted:
                return time.perf_counter()
            time.sleep(LOOK_EVERY)
        raise TooSlowError

    def settle(self, before: bytes) -> bytes:
        """Return what the screen shows once it has changed and then stays the same."""
        return self._settled(before)[0]

    def settled_at(self, before: bytes) -> float:
        """Return the time from which the screen, once it has changed, stays the same."""
        return self._settled(before)[1]

    def _settled(self, before: bytes, limit: float = 20) -> tuple[bytes, float]:
        end = time.perf_counter() + limit
        shown, since = before, time.perf_counter()
        while time.perf_counter() < end:
            now = self.theme()
            if now != shown:
                shown, since = now, time.perf_counter()
            elif now != before and time.perf_counter() - since > SETTLED:
                return now, since
            time.sleep(LOOK_EVERY * 10)
        raise TooSlowError

    def press(self, key: str) -> None:
        """Press a key, as from a keyboard."""
        subprocess.run(["xdotool", "key", key], env=self.environment, check=True)


@contextmanager
def screen() -> Iterator[Screen]:
    """Open a display with a window manager and close it again."""
    folder = Path(tempfile.mkdtemp())
    size = ("-screen", "0", "1280x800x24", "-fbdir", str(folder), "-nocursor")
    server, name = start_x_server(*size)
    quiet = subprocess.DEVNULL
    environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet)
    time.sleep(1)
    try:
        with (folder / "Xvfb_screen0").open("rb") as file:
            pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            # The file is an X window dump: sizes of 4 bytes, then colours, then the pixels.
            head = struct.unpack(">25I", pixels[:100])
            yield Screen(environment, pixels, head[0] + head[19] * 12, head[12])
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait()
        shutil.rmtree(folder)

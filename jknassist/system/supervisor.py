"""Keeps the kiosk up: a small parent without Qt that starts it anew when it ends or hangs."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO, NoReturn

from jknassist.system.exit_codes import FAILED, STAFF_LEFT, STOPPED
from jknassist.system.standard_streams import complain

PAUSE = 0.5
"""Seconds before a new start, so that what the old one held is free."""

SHORT = 30.0
"""Seconds; a kiosk that ends sooner than this has hardly been of use."""

MOST_SHORT = 3
"""So many short runs in a row are a loop, not an accident."""

FIRST_BACK_OFF, LONGEST_BACK_OFF = 10, 300
SILENCE = 45.0
"""Seconds between two heartbeats after which the kiosk hangs."""

LOOK = 5.0
"""Seconds between two looks at the pulse; the end of the kiosk is noticed at once."""

PARTING = 0.5
"""Seconds in which the last words of a kiosk that has ended are still taken."""


@dataclass(frozen=True)
class RestartBackOff:
    """How many runs in a row were short."""

    short: int = 0

    def after(self, lasted: float) -> "RestartBackOff":
        """Count a run that lasted so many seconds; a long one makes up for all before it."""
        return RestartBackOff(self.short + 1 if lasted < SHORT else 0)

    @property
    def back_off(self) -> int:
        """How many seconds to wait before the next start; 0 where the last end was an accident."""
        if self.short < MOST_SHORT:
            return 0
        return int(min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** min(self.short - MOST_SHORT, 10)))


@dataclass
class HeartbeatMonitor:
    """The heartbeat of the kiosk: when it last wrote anything.

    One that never wrote is not judged: a Windows program without a console may have no output.
    """

    last: float | None = None

    def listen(self, stream: IO[bytes]) -> None:
        """Take every byte as a sign of life, until the stream ends."""
        with stream:
            while stream.read(1):
                self.last = time.monotonic()

    def silent_for(self, now: float) -> float:
        """Return for how many seconds nothing has been heard."""
        return 0.0 if self.last is None else now - self.last


def supervise(kiosk: Sequence[str], notice: Callable[[int], Sequence[str]]) -> int:
    """Run the kiosk again and again until the staff leaves it; return that exit code.

    `notice` gives the command that tells on the screen that it is tried again in some seconds.
    """
    signal.signal(signal.SIGTERM, _stop)
    runs = RestartBackOff()
    while True:
        began = time.monotonic()
        code = attempt(kiosk)
        if code == STAFF_LEFT:
            return code
        runs = runs.after(time.monotonic() - began)
        if runs.back_off:
            wait(runs.back_off, notice(runs.back_off))
        time.sleep(PAUSE)


def attempt(command: Sequence[str], silence: float = SILENCE) -> int:
    """Run as `run_once` does; what keeps it from running is one more failure, not our end.

    A program may be away for a while, as in an upgrade; processes or memory may be used up.
    """
    try:
        return run_once(command, silence)
    except Exception as error:  # noqa: BLE001  whatever it is, there is nobody else to try again
        complain([f"layar bantuan tidak bisa dimulai ({type(error).__name__}); dicoba lagi"])
        return FAILED


def run_once(command: Sequence[str], silence: float = SILENCE) -> int:
    """Run the kiosk until it ends, or kill it when it hangs; return its exit code."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, bufsize=0)  # noqa: S603
    pulse = HeartbeatMonitor()
    listener = threading.Thread(target=pulse.listen, args=(process.stdout,), daemon=True)
    try:
        listener.start()
        return _ended(process, pulse, silence)
    finally:
        # Also when we are told to stop: a kiosk without its parent is nobody's.
        process.kill()
        process.wait()
        if listener.ident is None and process.stdout is not None:
            process.stdout.close()
        elif listener.ident is not None:
            listener.join(PARTING)


def wait(seconds: float, notice: Sequence[str]) -> None:
    """Let the notice stand for some seconds, and wait as long when it cannot be shown."""
    until = time.monotonic() + seconds
    attempt(notice, silence=seconds + SILENCE)
    time.sleep(max(0.0, until - time.monotonic()))


def _ended(process: "subprocess.Popen[bytes]", pulse: HeartbeatMonitor, silence: float) -> int:
    """Return the exit code of the kiosk; kill it when it has been silent for too long.

    A thread waits for it: to wait with a limit, Python itself wakes up twenty times a second.
    """
    waiting = threading.Thread(target=process.wait, daemon=True)
    waiting.start()
    while True:
        waiting.join(LOOK)
        if not waiting.is_alive():
            return process.wait()
        if pulse.silent_for(time.monotonic()) > silence:
            process.kill()


def _stop(_signal: int, _frame: object) -> NoReturn:
    sys.exit(STOPPED)

"""Supervisor of the kiosk: a small parent process without Qt that restarts it on exit or hang."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from jknassist.system.exit_codes import FAILED, HUNG, STAFF_LEFT, STOPPED
from jknassist.system.heartbeat import HeartbeatMonitor
from jknassist.system.standard_streams import complain

PAUSE = 0.5
"""Seconds before a restart, so that resources of the old process are released."""

SHORT = 30.0
"""Runs that last fewer seconds than this count as failed starts."""

MOST_SHORT = 3
"""Number of consecutive failed starts that count as a crash loop."""

FIRST_BACK_OFF, LONGEST_BACK_OFF = 10, 300
SILENCE = 45.0
"""Seconds without a heartbeat after which the kiosk counts as hung."""

STARTING = 180.0
"""Maximum seconds until the first heartbeat, also from a slow disk."""

CHECK_INTERVAL = 5.0
"""Seconds between two heartbeat checks; an exit is noticed at once."""

LAST_END = "JKNASSIST_LAST_END"
"""Environment variable with the exit of the previous process, for the log of the kiosk."""

PARTING = 0.5
"""Seconds to wait for remaining output of a kiosk that has exited."""


@dataclass(frozen=True)
class RestartBackOff:
    """Counter of consecutive failed starts, and the back-off that follows from it."""

    short: int = 0

    def after(self, lasted: float) -> "RestartBackOff":
        """Return the state after a run of so many seconds; a long run resets the counter."""
        return RestartBackOff(self.short + 1 if lasted < SHORT else 0)

    @property
    def back_off(self) -> int:
        """Seconds to wait before the next start; 0 unless in a crash loop."""
        if self.short < MOST_SHORT:
            return 0
        return int(min(LONGEST_BACK_OFF, FIRST_BACK_OFF * 2 ** min(self.short - MOST_SHORT, 10)))


def supervise(kiosk: Sequence[str], notice: Callable[[int], Sequence[str]]) -> int:
    """Run and restart the kiosk until staff exit it; return that exit code.

    `notice` returns the command that shows "restarting in so many seconds" on the screen.
    """
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP"):
        # The kiosk inherits it: neither ends with the terminal that they were started from.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    runs, last_end = RestartBackOff(), ""
    while True:
        began = time.monotonic()
        code = attempt(kiosk, last_end=last_end)
        if code == STAFF_LEFT:
            return code
        last_end = end_of(code)
        runs = runs.after(time.monotonic() - began)
        if runs.back_off:
            wait(runs.back_off, notice(runs.back_off))
        pause(PAUSE)


def pause(seconds: float) -> None:
    """Wait, also where the system refuses to: nothing that fails here may end the supervisor."""
    try:
        time.sleep(seconds)
    except (OSError, ValueError):
        threading.Event().wait(seconds)


def end_of(code: int) -> str:
    """Return a description of an exit code for the log."""
    if code == HUNG:
        return "no heartbeat"
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def attempt(command: Sequence[str], silence: float = SILENCE, last_end: str = "") -> int:
    """Call `run_once`, treating any exception as a failed run so that the supervisor survives.

    The executable may be missing during an upgrade; processes or memory may be exhausted.
    """
    try:
        return run_once(command, silence, last_end)
    except Exception as error:  # noqa: BLE001  the supervisor is the last resort: it must survive
        complain([f"layar bantuan tidak bisa dimulai ({type(error).__name__}); dicoba lagi"])
        return FAILED


def run_once(command: Sequence[str], silence: float = SILENCE, last_end: str = "") -> int:
    """Run the kiosk until it exits, or kill it when it hangs; return its exit code."""
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, LAST_END: last_end},
    )
    heartbeat = HeartbeatMonitor()
    listener = threading.Thread(target=heartbeat.listen, args=(process.stdout,), daemon=True)
    try:
        listener.start()
        return _wait_for_exit(process, heartbeat, silence)
    finally:
        # Also on SIGTERM: never leave an unsupervised kiosk behind.
        process.kill()
        process.wait()
        if listener.ident is None and process.stdout is not None:
            process.stdout.close()
        elif listener.ident is not None:
            listener.join(PARTING)


def wait(seconds: float, notice: Sequence[str]) -> None:
    """Show the restart notice for some seconds; wait as long even if it cannot be shown."""
    until = time.monotonic() + seconds
    attempt(notice, silence=seconds + SILENCE)
    pause(max(0.0, until - time.monotonic()))


def _wait_for_exit(
    process: "subprocess.Popen[bytes]", heartbeat: HeartbeatMonitor, silence: float
) -> int:
    """Return the exit code of the kiosk, or HUNG if it was killed for lack of a heartbeat.

    A thread waits for the exit, because `Popen.wait` with a timeout polls twenty times a second.
    """
    waiting = threading.Thread(target=process.wait, daemon=True)
    waiting.start()
    began = time.monotonic()
    while True:
        waiting.join(CHECK_INTERVAL)
        if not waiting.is_alive():
            return process.wait()
        now = time.monotonic()
        never_began = _must_write() and heartbeat.last is None and now - began > STARTING
        if heartbeat.silent_for(now) > silence or (never_began and now - began > silence):
            process.kill()
            process.wait()
            return HUNG


def _must_write() -> bool:
    """Return whether the kiosk process is certain to have a standard output."""
    return sys.platform != "win32"


def _stop(_signal: int, _frame: object) -> NoReturn:
    sys.exit(STOPPED)

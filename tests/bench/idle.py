"""Measures what the program costs while nobody touches it, on a display of its own (Linux).

The share of one processor core and the wake-ups are those of all processes and threads of the
program: on a kiosk also of the parent that keeps it up.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jknassist.cli.site_commands import PART, WINDOW
from tests.bench.screen import Screen, screen
from tests.bench.speech import VOICES
from tests.bench.table import Row, alone

MOST_SHARE = 0.5
"""Percent of one core."""

QUIET = 6.0
"""Seconds after the last change on the screen until a page counts as resting."""

LOOKS, EACH = 3, 10.0
"""How often, and over how many seconds, it is looked at what was used."""

CLOCK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


WITH_VOICE = f"""
import sys
from functools import partial
from pathlib import Path
from jknassist.content import voice_pack
from jknassist.system.sound import device
voice_pack.voice_folders = lambda: (Path({str(VOICES)!r}),)
device.DevicePlayer = partial(device.DevicePlayer, ("NULL",))
from jknassist.cli.main import main
main(sys.argv[1:])
"""
"""The program with the pack of ``dev.py voice``; it plays to nobody, in the pace of a device."""


@dataclass(frozen=True)
class Scene:
    """A page that is left alone: how the program is started, and which keys lead there."""

    name: str
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    begun_by: tuple[str, ...] = ("-m", "jknassist")
    heard: float = 0.0
    """Seconds until what was asked for has been read to its end."""


SCENES = (
    Scene("kiosk, first page", ("--kiosk",)),
    Scene("kiosk, a question", ("--kiosk",), ("Return",)),
    Scene("laptop, first question"),
    Scene("laptop, a question", (), ("1", "Return")),
    Scene("kiosk, first page with a voice", ("--kiosk", PART, WINDOW), (), ("-c", WITH_VOICE)),
    Scene("laptop, a question with a voice, off", (), ("1", "Return"), ("-c", WITH_VOICE)),
    Scene("laptop, a question that was read", (), ("1", "Return", "F2"), ("-c", WITH_VOICE), 60),
    Scene("laptop, number page", (), ("1", "Return", "1", "Return", "1", "Return")),
)


@dataclass(frozen=True)
class Used:
    """What a family of processes has used since each began: seconds of work, and wake-ups."""

    worked: float
    woken: int


def used(pids: Sequence[int]) -> Used:
    """Return what these processes have used so far, with all their threads."""
    ticks = woken = 0
    for pid in pids:
        told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(told[11]) + int(told[12])
        for status in Path(f"/proc/{pid}/task").glob("*/status"):
            line = next(
                line for line in status.read_text().splitlines() if line.startswith("voluntary")
            )
            woken += int(line.split()[1])
    return Used(ticks / CLOCK, woken)


def family(pid: int) -> list[int]:
    """Return a process and all that it has started, and what those have started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def looks(pid: int) -> Iterator[tuple[float, float]]:
    """Yield a few times the percent of a core and the wake-ups a second."""
    pids = family(pid)
    for _ in range(LOOKS):
        before, begun = used(pids), time.perf_counter()
        time.sleep(EACH)
        after, seconds = used(pids), time.perf_counter() - begun
        yield (
            100 * (after.worked - before.worked) / seconds,
            (after.woken - before.woken) / seconds,
        )


def rested(view: Screen, scene: Scene) -> list[tuple[float, float]]:
    """Start the program, go to the page, leave it alone, and return what it used there."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**view.environment, "HOME": folder, "TMPDIR": folder}
        environment["STATE_DIRECTORY"] = folder  # a kiosk of this machine is not met
        empty = view.theme()
        program = subprocess.Popen(
            [sys.executable, *scene.begun_by, *scene.words],
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        try:
            view.settle(empty)
            for key in scene.keys:
                press(view, key)
            time.sleep(QUIET + scene.heard)
            return list(looks(program.pid))
        finally:
            program.terminate()
            program.wait()
            view.wait_for(empty)


def press(view: Screen, key: str) -> None:
    """Press a key and wait until it shows; a cursor may blink there, so nothing need settle."""
    before = view.theme()
    view.press(key)
    while view.theme() == before:
        time.sleep(0.05)
    time.sleep(1)


def rows() -> Iterator[Row]:
    """Yield for each page the share of a core and the wake-ups a second."""
    with screen() as view:
        for scene in SCENES:
            seen = rested(view, scene)
            shares, wakes = zip(*seen, strict=True)
            yield alone(f"idle, {scene.name}", "% of a core", shares, most=MOST_SHARE)
            yield alone("... wake-ups", "1/s", wakes)

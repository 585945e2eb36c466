"""Measures reading aloud: how fast it begins and ends, what it takes while on, and while off.

It needs the pack of ``dev.py voice`` in build/voice. Nothing is heard: the samples go to a device
of miniaudio that plays them to nobody, in the pace of a real one.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from jknassist.content import resources, voice_pack
from jknassist.content.loader import knowledge_of, shipped_plan
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.window import make_window
from jknassist.system.sound.device import PERIOD, DevicePlayer
from tests.bench.table import MILLI, Row, alone

if TYPE_CHECKING:
    from jknassist.gui.speech.controller import SpeechController

VOICES = Path(__file__).resolve().parents[2] / "build" / "voice"
STATUS = Path("/proc/self/status")

MOST_BEGIN, MOST_STOP = 150, 100
"""Milliseconds from the press to the first sample, and until nothing is heard any more."""

MOST_MEMORY, MOST_WORK = 20, 5
"""Megabytes more while it is on; percent of a core while it speaks."""

ROUNDS = 12
SPEAKS_FOR = 15.0
"""Seconds."""

BUFFERED = 3
"""Periods that a device may still hold after it has been given silence."""

IMPORT = """
import sys, time
from jknassist.gui.volunteer import launch, window
before, begun = len(sys.modules), time.perf_counter()
from jknassist.gui.speech import attach
{more}
print((time.perf_counter() - begun) * 1000, len(sys.modules) - before)
"""
LOADED = """
from jknassist.gui.speech.controller import SpeechController
from jknassist.system.sound.device import DevicePlayer
"""


class MeasuredPlayer(DevicePlayer):
    """Notes when the first sample of a sound was asked for, and when silence was given again."""

    def __init__(self) -> None:
        super().__init__(("NULL",))
        self.first = self.silent = 0.0

    @override
    def _next(self, count: int) -> bytes:
        told = super()._next(count)
        if told and not self.first:
            self.first = time.perf_counter()
        if not told and not self.silent:
            self.silent = time.perf_counter()
        return told


def wait_until(done: Callable[[], object], seconds: float = 10.0) -> None:
    """Run the event loop until something is so."""
    end = time.perf_counter() + seconds
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        if time.perf_counter() > end:
            raise TimeoutError


def memory() -> float:
    """Return the resident memory of this process in megabytes."""
    line = next(row for row in STATUS.read_text().splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


def open_window() -> MainWindow:
    """Open the window on the shipped content."""
    window = make_window(
        LoadedContent(
            knowledge=knowledge_of(None),
            plan=shipped_plan(),
            style=resources.read("theme.qss").decode(),
            picture=lambda _name: None,
        ),
        Theme(),
    )
    window.resize(1366, 768)
    window.show()
    return window


def imported(more: str) -> tuple[float, float]:
    """Return the milliseconds and the number of modules that a start takes more."""
    script = IMPORT.format(more=more)
    runs = [
        subprocess.check_output([sys.executable, "-c", script], text=True).split() for _ in range(5)
    ]
    return median(float(run[0]) for run in runs), float(runs[0][1])


def rows() -> Iterator[Row]:
    """Yield the figures of reading aloud, that of the first press apart."""
    for name, more in (("no pack", ""), ("a pack, speech off", LOADED)):
        taken, modules = imported(more)
        yield alone(f"start with {name}, imports", "ms", [taken])
        yield alone(f"... modules of reading aloud, {name}", "", [modules])
    app = QApplication.instance() or QApplication([])
    if not (VOICES / "id").is_dir():
        raise FileNotFoundError("dev.py voice")
    voice_pack.voice_folders = lambda: (VOICES,)
    # Only now: what is imported by itself must not be here before the first press.
    from jknassist.gui.speech import controller  # noqa: PLC0415

    window, player = open_window(), MeasuredPlayer()
    voice = controller.SpeechController(window, voice_pack.find, player)
    wait_until(window.view.page.isVisible)
    before = memory()
    begun, stopped = zip(*(one_round(voice, player) for _ in range(ROUNDS)), strict=True)
    yield alone("first press to the first sample", "ms", begun[:1], most=MOST_BEGIN)
    yield alone("a later press to the first sample", "ms", begun[1:], most=MOST_BEGIN)
    yield alone("press to silence, buffers included", "ms", stopped, most=MOST_STOP)
    voice.toggle()
    work, wall = time.process_time(), time.perf_counter()
    speaking = QEventLoop()
    QTimer.singleShot(round(SPEAKS_FOR * MILLI), speaking.quit)
    speaking.exec()
    share = 100 * (time.process_time() - work) / (time.perf_counter() - wall)
    yield alone("while it speaks", "% of a core", [share], most=MOST_WORK)
    yield alone("memory while it is on", "MB more", [memory() - before], most=MOST_MEMORY)
    voice.turn_off()
    window.close()
    assert isinstance(app, QApplication)


def one_round(voice: "SpeechController", player: MeasuredPlayer) -> tuple[float, float]:
    """Turn it on and off; return the milliseconds to the first sample and to silence."""
    player.first = 0.0
    begun = time.perf_counter()
    voice.toggle()
    wait_until(lambda: player.first)
    first = (player.first - begun) * MILLI
    wait_until(lambda: time.perf_counter() > player.first + 0.3)
    player.silent = 0.0
    stopped = time.perf_counter()
    voice.silence()
    wait_until(lambda: player.silent)
    silent = (player.silent - stopped) * MILLI + BUFFERED * PERIOD
    voice.toggle()
    return first, silent

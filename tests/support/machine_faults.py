"""What goes wrong around a kiosk: each fault is injected, lasts for a while and is undone.

A fault is a function that takes the machine. It returns the words that the log must hold
afterwards, or nothing where the program cannot know of it.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.support.attended_machine import SITE, Machine
from tests.support.process_tree import is_running
from tests.support.small_knowledge import small_yaml

Fault = Callable[[Machine], str]

AROUND = "a window that covers"
HANG = 60.0
"""Seconds after which the parent has ended a kiosk that hangs."""

LIBRARY = ("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "FAKETIME_LIBRARY")
"""Where libfaketime is, and the environment variable that names another place."""

COVER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("PERBARUI SEKARANG", None, Qt.WindowType.X11BypassWindowManagerHint)
label.setGeometry(0, 0, 1280, 800)
label.show()
label.raise_()
QTimer.singleShot(int(sys.argv[1]), app.quit)
app.exec()
"""


def killed(number: int, told: str, machine: Machine) -> str:
    """End the process of the window by a signal."""
    machine.signal(number)
    return told


def stopped(machine: Machine) -> str:
    """Stop the process of the window: it hangs, and its parent has to notice."""
    child = machine.child()
    machine.signal(signal.SIGSTOP)
    machine.wait_for(lambda: machine.child() not in {child, 0}, HANG)
    return "ended: no heartbeat"


def parent_ended(number: int, machine: Machine) -> str:
    """End the parent, and see its window go; the system starts another one."""
    child = machine.child()
    machine.parent.send_signal(number)
    machine.parent.wait()
    machine.wait_for(lambda: not is_running(child), HANG)
    return "the supervisor has gone" if number == signal.SIGKILL else ""


def parent_stopped(machine: Machine) -> str:
    """Stop the parent for a while."""
    machine.parent.send_signal(signal.SIGSTOP)
    time.sleep(machine.hold)
    machine.parent.send_signal(signal.SIGCONT)
    return ""


def taken_away(words: tuple[str, ...], machine: Machine) -> str:
    """Have another client unmap, destroy or hide the window."""
    machine.wait_for(lambda: bool(machine.windows()), HANG)
    window = next(iter(machine.windows()), "")
    machine.display.act(*(word.replace("WINDOW", window) for word in words))
    return "in front again" if words[0] in {"windowunmap", "windowclose"} else ""


def covered(machine: Machine) -> str:
    """Lay a window over the screen of which the window manager knows nothing."""
    hold = str(int(machine.hold * 1000))
    subprocess.run([sys.executable, "-c", COVER, hold], env=machine.environment, check=False)
    return ""


def screen_gone(machine: Machine) -> str:
    """End the display and the window manager, and begin them again."""
    machine.display.end()
    machine.wait_for(lambda: False, machine.hold)
    machine.display.begin()
    return "ended: "


def screen_stopped(machine: Machine) -> str:
    """Have the display answer nobody for a while."""
    machine.display.signal(signal.SIGSTOP)
    machine.wait_for(lambda: False, machine.hold)
    machine.display.signal(signal.SIGCONT)
    return ""


def manager_gone(machine: Machine) -> str:
    """End the window manager, and begin it again."""
    machine.display.end_manager()
    machine.wait_for(lambda: False, machine.hold)
    machine.display.begin_manager()
    return ""


def site_rewritten(dice: random.Random, machine: Machine) -> str:
    """Write a file with a slip, as somebody in a hurry does, and start anew with it."""
    slip, before = dice.choice(SLIPS), machine.log().count("settings: ")
    machine.site.write_bytes(slip)
    machine.signal(signal.SIGKILL)
    machine.wait_for(lambda: machine.log().count("settings: ") > before, HANG)
    machine.wait_for(lambda: bool(machine.display.windows()), HANG)
    machine.heal()
    machine.signal(signal.SIGKILL)
    return "settings: "


def content_cut(machine: Machine) -> str:
    """Leave half of the content: a kiosk that starts with it uses that of the program."""
    text, before = small_yaml(), machine.log().count(NOT_USED)
    machine.content.write_text(text[: len(text) // 2], encoding="utf-8")
    machine.signal(signal.SIGKILL)
    machine.wait_for(lambda: machine.log().count(NOT_USED) > before, HANG)
    machine.wait_for(lambda: bool(machine.display.windows()), HANG)
    machine.heal()
    machine.signal(signal.SIGKILL)
    return NOT_USED


def errors_unread(machine: Machine) -> str:
    """Take away whoever reads the complaints, and give it something to complain of."""
    machine.nobody_listens.set()
    machine.wait_for(lambda: False, 1)
    machine.signal(signal.SIGKILL)
    return "ended: signal 9"


def state_removed(machine: Machine) -> str:
    """Remove everything that it has written."""
    for path in machine.state.iterdir():
        with contextlib.suppress(OSError):
            path.unlink()
    machine.signal(signal.SIGKILL)
    return "ended: signal 9"


def log_planted(dice: random.Random, machine: Machine) -> str:
    """Plant a pipe or a link in the place of each file of its state."""
    target = machine.folder / "target"
    target.write_text("untouched")
    for name in ("kiosk.log", "pin-tries", "kiosk.fault", "kiosk-window.lock"):
        path = machine.state / name
        path.unlink(missing_ok=True)
        if dice.random() < 0.5:
            os.mkfifo(path)
        else:
            path.symlink_to(target)
    machine.signal(signal.SIGKILL)
    machine.wait_for(lambda: False, machine.hold)
    told = target.read_text()
    for path in machine.state.iterdir():
        if not path.is_file() or path.is_symlink():
            path.unlink()
    machine.signal(signal.SIGKILL)
    assert told == "untouched"
    return "ended: signal 9"


def disk_full(machine: Machine) -> str:
    """Fill the disk on which it writes, and make room again."""
    filler = machine.state / "filler"
    with contextlib.suppress(OSError), filler.open("wb") as file:
        while file.write(b"\0" * 4096):
            file.flush()
    machine.signal(signal.SIGKILL)
    machine.wait_for(lambda: bool(machine.display.windows()), HANG)
    machine.wait_for(lambda: False, machine.hold)
    filler.unlink()
    machine.signal(signal.SIGTERM)
    return "ended: signal 15"


def clock_set(dice: random.Random, machine: Machine) -> str:
    """Set the wall clock by hours or years, in either direction; it stays set."""
    file = machine.folder / CLOCK
    shifts = {sign * shift for sign in (-1, 1) for shift in (3_600, 86_400, 31_536_000)}
    # Set to what it is already, it would not be set.
    file.write_text(f"{dice.choice(sorted(shifts - {int(file.read_text())})):+d}\n")
    machine.wait_for(lambda: "the clock was set by" in machine.log(), HANG)
    return "the clock was set by"


def printer_gone(place: Path, machine: Machine) -> str:
    """Have the printer say that it is out of paper while a visitor prints."""
    problem = place / "problem"
    problem.write_text("media-empty-error")
    machine.wait_for(lambda: False, 2 * machine.hold)
    problem.unlink()
    return ""


NOT_USED = "tidak dipakai"
"""In the log where a content file that was named is not used."""

CLOCK = "clock"
SLIPS = (
    (SITE + "printer: 'Struk\n").encode(),
    SITE.replace("mode: ", "mode:").encode(),
    SITE.encode("utf-16"),
    SITE.replace("idle_seconds: 30", "idle_seconds: 3").encode(),
    b"mode: [kiosk\n",
    SITE[:6].encode() + b": kio",
    b"mode: kiosk\nstaff_pin: 280417\n",
    SITE.replace("\nidle", "\n\tidle").encode(),
)

TAKEN_AWAY = {
    "unmapped": ("windowunmap", "WINDOW"),
    "destroyed": ("windowclose", "WINDOW"),
    "minimised": ("windowminimize", "WINDOW"),
    "sent to another desktop": ("set_desktop_for_window", "WINDOW", "1"),
    "desktop shown": ("key", "super+d"),
    "another desktop": ("key", "ctrl+alt+Right"),
}


@dataclass(frozen=True)
class Surroundings:
    """What this machine can do to a kiosk beyond signals and windows."""

    faketime: str = ""
    printer: Path | None = None
    own_disk: bool = False


def faults(dice: random.Random, around: Surroundings, *, quick: bool = False) -> dict[str, Fault]:
    """Return the faults by name that can be injected here; the quick ones within seconds."""
    found: dict[str, Fault] = {
        "killed": partial(killed, signal.SIGKILL, "ended: signal 9"),
        "crashed": partial(killed, signal.SIGSEGV, "ended: signal 11"),
        "told to end": partial(killed, signal.SIGTERM, "ended: signal 15"),
        "parent killed": partial(parent_ended, signal.SIGKILL),
        "parent told to end": partial(parent_ended, signal.SIGTERM),
        "parent stopped": parent_stopped,
        "covered": covered,
        "screen gone": screen_gone,
        "screen stopped": screen_stopped,
        "window manager gone": manager_gone,
        "site file rewritten": partial(site_rewritten, dice),
        "content cut": content_cut,
        "stderr unread": errors_unread,
        "state removed": state_removed,
        "state planted": partial(log_planted, dice),
        **{name: partial(taken_away, words) for name, words in TAKEN_AWAY.items()},
    }
    if not quick:
        found["stopped"] = stopped
    if around.own_disk:
        found["disk full"] = disk_full
    if around.faketime:
        found["clock set"] = partial(clock_set, dice)
    if around.printer is not None:
        found["printer gone"] = partial(printer_gone, around.printer)
    return found


def faketime() -> str:
    """Return the library that sets the clock of one program, empty where there is none."""
    path = os.environ.get(LIBRARY[1], LIBRARY[0])
    return path if Path(path).exists() else ""


def clock_environment(folder: Path) -> dict[str, str]:
    """Return what has a program read its clock from a file, or nothing."""
    if not faketime():
        return {}
    (folder / CLOCK).write_text("+0\n")
    return {
        "LD_PRELOAD": faketime(),
        "FAKETIME_TIMESTAMP_FILE": str(folder / CLOCK),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


@contextlib.contextmanager
def own_disk(folder: Path) -> Iterator[bool]:
    """Have the state lie on a small disk of its own; gives whether that can be done here."""
    mount = shutil.which("mount")
    if mount is None or os.geteuid():
        yield False
        return
    folder.mkdir(mode=0o700)
    words = [mount, "-t", "tmpfs", "-o", "size=512k,mode=700", "none", str(folder)]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        folder.rmdir()
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)

"""Installs the .deb in a clean Debian, starts it on a display, walks, and removes it again.

As root: ``python3 packaging/linux/acceptance.py FOLDER PACKAGE [--picture FILE]``. FOLDER holds a
clean system as ``debootstrap --variant=minbase`` leaves it, with package sources that work; what is
in it afterwards is compared with what was there before. Outside, Xvfb, openbox, xdotool and
ImageMagick are needed. Longer than other files: it is one story from the beginning to the end.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "Bantuan Kode OTP"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
START_LIMIT = 30
FIRST_ANSWER = ("Tab", "Tab", "Tab", "space", "Return")
"""Past the field for words and the list of numbers to the first answer; chosen, and on."""

ANOTHER_PAGE = 0.15
"""Of the screen; an answer that is only marked changes half as much."""

# What apt itself and the caches of other packages write down; all of it is there in any Debian.
NOISE = ("var/lib/apt", "var/lib/dpkg", "var/log", "var/cache", "tmp", "proc", "run", "dev", "sys")
DISPLAY = 83
SETTINGS = "etc/jknassist/site.yaml"
KIOSK = "jknassist-kiosk.service"
SOCKETS = "tmp/.X11-unix"
"""Where X puts its displays, in every system."""


class FailedError(Exception):
    """The package does not do what it must."""


def inside(root: Path, *command: str, **settings: str) -> str:
    """Run a command in the other system and return what it prints."""
    words = {"PATH": PATH, "HOME": "/root", "LANG": "C.UTF-8", **settings}
    environment = [f"{name}={value}" for name, value in words.items()]
    done = subprocess.run(
        ["chroot", str(root), "env", "-i", *environment, *command],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        shown = " ".join(command)
        raise FailedError(f"{shown}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def apt(root: Path, *words: str) -> None:
    """Run apt-get in the other system."""
    options = ["-q", "-y", "-o", "Dpkg::Use-Pty=0"]
    inside(root, "apt-get", *options, *words, DEBIAN_FRONTEND="noninteractive")


@contextlib.contextmanager
def mounted(root: Path) -> Iterator[None]:
    """Give the other system its /proc and the folder in which displays are found."""
    sockets, ours = root / SOCKETS, Path("/") / SOCKETS
    sockets.mkdir(parents=True, exist_ok=True)
    ours.mkdir(mode=0o1777, exist_ok=True)
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    subprocess.run(["mount", "--bind", ours, sockets], check=True)
    try:
        yield
    finally:
        for place in (sockets, root / "proc"):
            subprocess.run(["umount", place], check=True)


def contents(root: Path) -> set[str]:
    """Return every file and folder of a system, without what apt notes down for itself."""
    found = set()
    for folder, folders, files in os.walk(root):
        place = Path(folder).relative_to(root).as_posix()
        folders[:] = [f for f in folders if f"{place}/{f}".removeprefix("./") not in NOISE]
        found |= {f"{place}/{name}" for name in [*folders, *files]}
    return found


def check_it_runs(root: Path) -> None:
    """Walk a journey without a display and use the commands that a script would use."""
    told = inside(root, "jknassist", "self-test", QT_QPA_PLATFORM="offscreen")
    print(" ", told.strip())
    if not inside(root, "jknassist", "walk", "--list").split():
        raise FailedError("no outcome is listed")
    missing = inside(root, "sh", "-c", "find /usr/lib/jknassist -name '*.so*' -exec ldd {} + 2>&1")
    lines = {line.strip() for line in missing.splitlines() if "not found" in line}
    lines -= {line for line in lines if line.startswith("libcups")}  # printing to a queue: optional
    if lines:
        raise FailedError("libraries are missing: " + ", ".join(sorted(lines)))


def on_display(*command: str) -> bytes:
    """Run a tool on the display of the test; return what it prints."""
    environment = {**os.environ, "DISPLAY": f":{DISPLAY}"}
    return subprocess.run(command, env=environment, check=False, capture_output=True).stdout


def screenshot() -> bytes:
    """Return what is on the display, three bytes for each dot."""
    return on_display("import", "-window", "root", "-depth", "8", "rgb:-")


def changed(before: bytes, after: bytes) -> float:
    """Return how much of a picture is another one afterwards, from 0 to 1."""
    return sum(old != new for old, new in zip(before, after, strict=True)) / len(before)


def wait_for_window() -> None:
    """Wait until the window of the program is there."""
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        if on_display("xdotool", "search", "--onlyvisible", "--name", TITLE):
            return
        time.sleep(0.2)
    raise FailedError("no window came")


def walk(picture: Path | None) -> None:
    """Answer the first question by keyboard and look whether another page comes."""
    wait_for_window()
    time.sleep(2)
    before = screenshot()
    take_picture(picture)
    for key in FIRST_ANSWER:
        on_display("xdotool", "key", key)
        time.sleep(1)
    share = changed(before, screenshot())
    take_picture(picture, "answered")
    if share < ANOTHER_PAGE:
        raise FailedError(f"no other page came by keyboard ({share:.0%} of the screen changed)")
    print(f"  another page came by keyboard ({share:.0%} of the screen changed)")


def take_picture(picture: Path | None, name: str = "") -> None:
    """Keep what is on the display, under the name of a picture or beside it."""
    if picture:
        file = picture.with_stem(f"{picture.stem}-{name}") if name else picture
        on_display("import", "-window", "root", str(file))


def check_the_window(root: Path, picture: Path | None) -> None:
    """Start the program from its menu entry's command on a display and walk a step."""
    screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    settings = [f"PATH={PATH}", f"DISPLAY=:{DISPLAY}", "LANG=C.UTF-8", "HOME=/root"]
    server = start("Xvfb", f":{DISPLAY}", *screen)
    time.sleep(1)
    if server.poll() is not None:
        raise FailedError(f"display :{DISPLAY} is taken")
    # A desktop has a window manager: it gives the window the keyboard and the whole screen.
    manager = start("openbox", DISPLAY=f":{DISPLAY}")
    program = start("chroot", str(root), "env", "-i", *settings, "jknassist")
    try:
        walk(picture)
        if program.poll() is not None:
            raise FailedError(f"the program ended with {program.returncode}")
    finally:
        for process in (program, manager, server):
            process.terminate()
            process.wait()


def start(*command: str, **settings: str) -> subprocess.Popen[bytes]:
    """Start a program that stays; what it says is of no interest."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env={**os.environ, **settings}, stdout=quiet, stderr=quiet)


def be_used(root: Path) -> None:
    """Leave what an office leaves: its settings, a kiosk that is switched on, and what it wrote."""
    (root / "etc/jknassist").mkdir()
    (root / SETTINGS).write_text("office: contoh\n")
    state = root / "var/lib/jknassist-kiosk"
    state.mkdir(parents=True)
    (state / "kiosk.log").write_text("contoh\n")
    wanted = root / "etc/systemd/system/multi-user.target.wants"
    wanted.mkdir(parents=True, exist_ok=True)
    (wanted / KIOSK).symlink_to(f"/usr/lib/systemd/system/{KIOSK}")


def check_renewal(root: Path) -> None:
    """Install the package over itself, as an upgrade does, and see that the office's part stays."""
    apt(root, "install", "--reinstall", "/srv/jknassist.deb")
    wanted = root / "etc/systemd/system/multi-user.target.wants" / KIOSK
    if not (root / SETTINGS).exists() or not wanted.is_symlink():
        raise FailedError("an upgrade took the settings or switched the kiosk off")
    inside(root, "jknassist", "self-test", QT_QPA_PLATFORM="offscreen")


def check_nothing_is_left(root: Path, before: set[str]) -> None:
    """Remove the package and compare the system with what it was."""
    apt(root, "remove", "jknassist")
    if not (root / SETTINGS).exists():
        raise FailedError("removing without purging took the office's settings")
    apt(root, "purge", "--autoremove", "jknassist")
    left = contents(root) - before
    ours = sorted(name for name in left if "jknassist" in name)
    if ours:
        raise FailedError("left behind: " + ", ".join(ours))
    others = ", ".join(sorted(left)[:5])
    print(f"  left by packages that came along: {len(left)} {others}")


def main() -> int:
    """Do all of it; return 1 at the first thing that is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("package", type=Path)
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    root = asked.root.resolve()
    try:
        with mounted(root):
            print((root / "etc/debian_version").read_text().strip())
            apt(root, "update")
            before = contents(root)
            shutil.copy(asked.package, root / "srv/jknassist.deb")
            apt(
                root,
                "install",
                "--no-install-recommends",
                "/srv/jknassist.deb",
                "fonts-dejavu-core",
            )
            check_it_runs(root)
            check_the_window(root, asked.picture)
            be_used(root)
            check_renewal(root)
            (root / "srv/jknassist.deb").unlink()
            check_nothing_is_left(root, before)
    except FailedError as reason:
        print(f"FAILED: {reason}")
        return 1
    print("  installed, walked, renewed, removed without trace")
    return 0


if __name__ == "__main__":
    sys.exit(main())

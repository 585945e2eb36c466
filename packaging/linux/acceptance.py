"""Installs the .deb in a clean Debian, starts it on a display, walks, and removes it again.

As root: ``python3 packaging/linux/acceptance.py FOLDER PACKAGE [--picture FILE]``. FOLDER holds a
clean system as ``debootstrap --variant=minbase`` leaves it, with package sources that work; what is
in it afterwards is compared with what was there before. Outside, Xvfb, xdotool and ImageMagick are
needed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
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
# What apt itself and the caches of other packages write down; all of it is there in any Debian.
NOISE = ("var/lib/apt", "var/lib/dpkg", "var/log", "var/cache", "tmp", "proc", "run", "dev", "sys")
DISPLAY = 83
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


def on_display(*command: str) -> str:
    """Run a tool on the display of the test; return what it prints."""
    environment = {**os.environ, "DISPLAY": f":{DISPLAY}"}
    done = subprocess.run(command, env=environment, check=False, capture_output=True)
    return (
        hashlib.sha256(done.stdout).hexdigest() if command[0] == "import" else done.stdout.decode()
    )


def screenshot() -> str:
    """Return a digest of what is on the display."""
    return on_display("import", "-window", "root", "rgb:-")


def wait_for_window() -> str:
    """Return the window of the program once it is there."""
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        found = on_display("xdotool", "search", "--onlyvisible", "--name", TITLE).split()
        if found:
            return found[0]
        time.sleep(0.2)
    raise FailedError("no window came")


def walk(picture: Path | None) -> None:
    """Answer the first question by keyboard and look whether another page comes."""
    window = wait_for_window()
    time.sleep(2)
    before = screenshot()
    if picture:
        on_display("import", "-window", "root", str(picture))
    for key in ("Tab", "space", "Return"):
        on_display("xdotool", "key", "--window", window, key)
        time.sleep(0.5)
    if screenshot() == before:
        raise FailedError("the wizard does not answer the keyboard")


def check_the_window(root: Path, picture: Path | None) -> None:
    """Start the program from its menu entry's command on a display and walk a step."""
    server = subprocess.Popen(
        ["Xvfb", f":{DISPLAY}", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(1)
    program = subprocess.Popen(
        ["chroot", str(root), "env", "-i", f"PATH={PATH}", f"DISPLAY=:{DISPLAY}", "jknassist"]
    )
    try:
        walk(picture)
        if program.poll() is not None:
            raise FailedError(f"the program ended with {program.returncode}")
    finally:
        for process in (program, server):
            process.terminate()
            process.wait()


def check_nothing_is_left(root: Path, before: set[str]) -> None:
    """Remove the package and compare the system with what it was."""
    (root / "etc/jknassist").mkdir()
    (root / "etc/jknassist/site.yaml").write_text("office: contoh\n")
    apt(root, "remove", "jknassist")
    if not (root / "etc/jknassist/site.yaml").exists():
        raise FailedError("removing without purging took the office's settings")
    apt(root, "purge", "--autoremove", "jknassist")
    left = {name for name in contents(root) - before if "jknassist" in name}
    if left:
        raise FailedError("left behind: " + ", ".join(sorted(left)))


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
            (root / "srv/jknassist.deb").unlink()
            check_it_runs(root)
            check_the_window(root, asked.picture)
            check_nothing_is_left(root, before)
    except FailedError as reason:
        print(f"FAILED: {reason}")
        return 1
    print("  installed, walked, removed without trace")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Acceptance test of the .deb in a clean Debian: install, run all journeys, remove.

As root: ``python3 packaging/linux/acceptance.py FOLDER PACKAGE --tests PYTHON``. FOLDER holds a
clean system as ``debootstrap --variant=minbase`` leaves it, with working package sources; its
content afterwards is compared with the content before. PYTHON is that of .venv, which has the
packages of the tests. Longer than other files: it is one sequence of steps.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
# Files that apt and the caches of other packages write; every Debian has them.
NOISE = ("var/lib/apt", "var/lib/dpkg", "var/log", "var/cache", "tmp", "proc", "run", "dev", "sys")
SETTINGS = "etc/jknassist/site.yaml"
KIOSK = "jknassist-kiosk.service"
SHARED = "tmp"
"""Folder shared by both systems: displays, homes and bus of the journeys."""


class FailedError(Exception):
    """An acceptance check of the package failed."""


def inside(root: Path, *command: str, **settings: str) -> str:
    """Run a command in the other system and return its output."""
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
    """Mount /proc and the shared folder in the clean system."""
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    subprocess.run(["mount", "--bind", Path("/") / SHARED, root / SHARED], check=True)
    try:
        yield
    finally:
        for place in (root / SHARED, root / "proc"):
            subprocess.run(["umount", place], check=True)


def contents(root: Path) -> set[str]:
    """Return all files and folders of a system, without those that apt writes for itself."""
    found = set()
    for folder, folders, files in os.walk(root):
        place = Path(folder).relative_to(root).as_posix()
        folders[:] = [f for f in folders if f"{place}/{f}".removeprefix("./") not in NOISE]
        found |= {f"{place}/{name}" for name in [*folders, *files]}
    return found


def check_it_runs(root: Path) -> None:
    """Run a visit without a display and the commands for scripts."""
    told = inside(root, "jknassist", "self-test", QT_QPA_PLATFORM="offscreen")
    print(" ", told.splitlines()[-1])
    if not inside(root, "jknassist", "walk", "--list").split():
        raise FailedError("no outcome is listed")
    missing = inside(root, "sh", "-c", "find /usr/lib/jknassist -name '*.so*' -exec ldd {} + 2>&1")
    lines = {line.strip() for line in missing.splitlines() if "not found" in line}
    lines -= {line for line in lines if line.startswith("libcups")}  # printing to a queue: optional
    if lines:
        raise FailedError("libraries are missing: " + ", ".join(sorted(lines)))


def check_the_journeys(root: Path, tests: Path) -> None:
    """Run the window journeys with the installed program, printing included.

    The tests are those of the frozen program (tests/end_to_end/test_journeys.py) with another
    command. Displays, homes and bus have the same paths in both systems.
    """
    add_what_is_recommended(root)
    program = f"chroot {root} /usr/bin/jknassist"
    command: list[str | Path] = [
        tests,
        "-m",
        "pytest",
        "-q",
        "tests/end_to_end/test_journeys.py",
        "--program",
        program,
    ]
    environment = {**os.environ, "TMPDIR": "/tmp", "LANG": "C.UTF-8"}  # noqa: S108  it is in both
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise FailedError("a journey failed; see above")


def add_what_is_recommended(root: Path) -> None:
    """Install the recommended library for printing."""
    asked = ("dpkg-query", "--show", "--showformat", "${Recommends}", "jknassist")
    for choice in inside(root, *asked).split(","):
        names = [name.split()[0] for name in choice.split("|")]
        known = inside(root, "apt-cache", "--quiet", "pkgnames").split()
        name = next((name for name in names if name in known), None)
        if name is None:
            raise FailedError(f"nothing of what is recommended is there: {choice}")
        apt(root, "install", "--no-install-recommends", name)
        inside(root, "apt-mark", "auto", name)


def be_used(root: Path) -> None:
    """Create what an office leaves behind: settings, an enabled kiosk, and its state files."""
    (root / "etc/jknassist").mkdir()
    (root / SETTINGS).write_text("office: contoh\n")
    state = root / "var/lib/jknassist-kiosk"
    state.mkdir(parents=True)
    (state / "kiosk.log").write_text("contoh\n")
    wanted = root / "etc/systemd/system/multi-user.target.wants"
    wanted.mkdir(parents=True, exist_ok=True)
    (wanted / KIOSK).symlink_to(f"/usr/lib/systemd/system/{KIOSK}")


def check_renewal(root: Path) -> None:
    """Install the package over itself, as an upgrade, and check that the office's files stay."""
    apt(root, "install", "--reinstall", "/srv/jknassist.deb")
    wanted = root / "etc/systemd/system/multi-user.target.wants" / KIOSK
    if not (root / SETTINGS).exists() or not wanted.is_symlink():
        raise FailedError("an upgrade took the settings or switched the kiosk off")
    inside(root, "jknassist", "self-test", QT_QPA_PLATFORM="offscreen")


def check_nothing_is_left(root: Path, before: set[str]) -> None:
    """Remove the package and compare the system with its former content."""
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
    """Run all checks; return 1 at the first failure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=Path)
    parser.add_argument("package", type=Path)
    parser.add_argument("--tests", type=Path, required=True)
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
            )
            check_it_runs(root)
            check_the_journeys(root, asked.tests)
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

"""Operates the pages of the installer by keyboard under Wine.

The journeys through the installed program are made on a real Windows too.
"""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

from windows.trial import LIMIT, NAME, PROGRAM, ROOT, FailedError, Machine, must, wait_until_gone

if TYPE_CHECKING:
    from pathlib import Path

TOO_OLD = 5
WALKS = "member_leaves"
"""Those of the journeys that go by keyboard alone: here nothing tells what a window shows."""


def wait_for_window() -> str:
    """Return a window of the installer or of the program once there is one."""
    find = ["xdotool", "search", "--onlyvisible", "--name", NAME]
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        found = subprocess.run(find, check=False, capture_output=True, text=True).stdout.split()
        if found:
            time.sleep(3)
            return found[-1]
        time.sleep(0.5)
    raise FailedError("no window came")


def take_picture(picture: Path | None, name: str = "") -> None:
    """Keep what is on the display, under the name of a picture or beside it."""
    if picture:
        file = picture.with_stem(f"{picture.stem}-{name}") if name else picture
        subprocess.run(["import", "-window", "root", file], check=True)


def press(key: str) -> None:
    """Press a key in the window that has the keyboard."""
    subprocess.run(["xdotool", "key", key], check=True)


def check_refusal_is_said(machine: Machine, setup: Path, picture: Path | None) -> None:
    """See that somebody with a Windows that is too old is told so before any page comes."""
    program = machine.start(setup)
    wait_for_window()
    take_picture(picture, "refusal")
    press("Return")
    must(program.wait(LIMIT) == TOO_OLD, "the refusal is said in a window, which Enter closes")


def check_pages(machine: Machine, setup: Path, folder: Path, picture: Path | None) -> None:
    """Install by Enter on the first page and Enter on the last; the program then opens."""
    program = machine.start(setup)
    wait_for_window()
    take_picture(picture, "first-page")
    press("Return")
    end = time.monotonic() + LIMIT
    while not (folder / "uninstall.exe").exists() and time.monotonic() < end:
        time.sleep(0.5)
    time.sleep(4)
    must((folder / "uninstall.exe").exists(), "one Enter on the first page installs")
    must(program.poll() is None, "a last page says that it is done")
    take_picture(picture, "last-page")
    press("Return")
    must(program.wait(LIMIT) == 0, "one Enter on the last page ends it: three pages in all")
    time.sleep(2)
    must(machine.is_running(), "and it opens the program ('Buka sekarang')")


def remove_but_keep(machine: Machine, folder: Path, log: Path, picture: Path | None) -> None:
    """Remove it page by page and answer no to the question whether the settings go too."""
    machine.start(folder / "uninstall.exe")
    wait_for_window()
    press("Return")
    wait_until_gone(folder)
    time.sleep(5)
    take_picture(picture, "question")
    must(log.exists(), "a question comes before anything of the office goes")
    press("Tab")
    press("Return")
    wait_until_gone(log)


def check_journeys(machine: Machine, folder: Path, tests: Path) -> None:
    """Have ten members walk to their paper in what the setup installed, by keyboard.

    The tests are those of the frozen program. Under Wine they open a display of their own, so no
    program of this Windows may be left on ours meanwhile; a real Windows has one display.
    """
    documents, program = machine.folder_of("USERPROFILE") / "Documents", folder / PROGRAM
    started = f"'{program.as_posix()}'" if machine.wine is None else f"wine '{program}'"
    command: list[str | Path] = [tests, "-m", "pytest", "-q", "tests/end_to_end/test_journeys.py"]
    command += ["-k", WALKS, "--program", started, "--documents", documents.resolve()]
    machine.end_all()
    done = subprocess.run(command, cwd=ROOT, check=False)
    machine.end_all()
    must(done.returncode == 0, "ten members walk to their paper by keyboard")

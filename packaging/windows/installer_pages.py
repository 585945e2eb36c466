"""Operates the pages of the installer by keyboard under Wine.

The journeys through the installed program are made on a real Windows too.
"""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

from windows import wine
from windows.machine import LIMIT, NAME, PROGRAM, ROOT, FailedError, Machine, must

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOO_OLD = 5
STILL = 3
AGAIN = 20
"""Seconds until a key is pressed once more; a busy machine takes as long to show a page."""

WALKS = "member_leaves"
"""Those of the journeys that go by keyboard alone: here nothing tells what a window shows."""


def windows_shown() -> list[str]:
    """Return the windows of the installer and of the program that can be seen."""
    find = ["xdotool", "search", "--onlyvisible", "--name", NAME]
    return subprocess.run(find, check=False, capture_output=True, text=True).stdout.split()


def wait_for_window(*but: str) -> str:
    """Return a window of the installer or of the program once there is one, other than some."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        found = [window for window in windows_shown() if window not in but]
        if found:
            wait_until_still()
            return found[-1]
        time.sleep(0.5)
    raise FailedError("no window came")


def wait_until_still() -> None:
    """Wait until the display has shown the same for `STILL` seconds: a page is drawn and ready."""
    look = ["import", "-window", "root", "rgb:-"]
    shown, since, end = b"", time.monotonic(), time.monotonic() + LIMIT
    while time.monotonic() < end:
        now = subprocess.run(look, check=True, capture_output=True).stdout
        if now != shown:
            shown, since = now, time.monotonic()
        elif time.monotonic() - since >= STILL:
            return
        time.sleep(0.5)
    raise FailedError("the display never came to rest")


def press_until(done: Callable[[], bool], *keys: str) -> None:
    """Press keys on a page that is ready, and again where the page was not yet there."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        wait_until_still()
        press(*keys)
        again = time.monotonic() + AGAIN
        while time.monotonic() < again:
            if done():
                return
            time.sleep(0.5)
    raise FailedError(f"nothing came of {' '.join(keys)}")


def click(window: str, place: tuple[int, int]) -> None:
    """Click in a page of the installer; the place is in the units of its script, in Wine's size."""
    x, y = round(place[0] * 1.75), round(place[1] * 1.625)
    where = ["mousemove", "--window", window, str(x), str(y)]
    subprocess.run(["xdotool", *where, "click", "1"], check=True)
    time.sleep(0.5)


DESKTOP_BOX, COMMAND_BOX, LANGUAGE_LINK = (124, 117), (124, 143), (130, 183)
PURGE_BOX = (124, 141)
"""Where choices.nsh and removing.nsh put what can be clicked."""


def take_picture(picture: Path | None, name: str = "") -> None:
    """Keep what is on the display, under the name of a picture or beside it."""
    if picture:
        file = picture.with_stem(f"{picture.stem}-{name}") if name else picture
        subprocess.run(["import", "-window", "root", file], check=True)


def press(*keys: str) -> None:
    """Press keys, one after the other, in the window that has the keyboard."""
    subprocess.run(["xdotool", "key", "--delay", "100", *keys], check=True)


def check_refusal_is_said(machine: Machine, setup: Path, picture: Path | None) -> None:
    """See that somebody with a Windows that is too old is told so before any page comes."""
    program = machine.start(setup)
    wait_for_window()
    take_picture(picture, "refusal")
    press_until(lambda: program.poll() is not None, "Return")
    must(program.wait(LIMIT) == TOO_OLD, "the refusal is said in a window, which Enter closes")


def check_pages(machine: Machine, setup: Path, folder: Path, picture: Path | None) -> None:
    """Install by Enter on the first page and Enter on the last; the program then opens."""
    program = machine.start(setup)
    wait_for_window()
    take_picture(picture, "first-page")
    wait_for_pages(folder)
    must((folder / "uninstall.exe").exists(), "one Enter on the first page installs")
    must(program.poll() is None, "a last page says that it is done")
    take_picture(picture, "last-page")
    press_until(lambda: program.poll() is not None, "Return")
    must(program.wait(LIMIT) == 0, "one Enter on the last page ends it: three pages in all")
    time.sleep(2)
    must(machine.is_running(), "and it opens the program ('Buka sekarang')")


def check_language(machine: Machine, setup: Path, folder: Path, picture: Path | None) -> None:
    """Ask twice for the other language: one window, and the switches and ticks are kept."""
    program = machine.start(setup, "/KIOSK")
    window = wait_for_window()
    click(window, DESKTOP_BOX)
    click(window, COMMAND_BOX)
    for _ in range(2):
        click(window, LANGUAGE_LINK)
        window = wait_for_window(window)
        must(len(windows_shown()) == 1, "the other language comes in one window")
        take_picture(picture, "language")
    wait_for_pages(folder)
    press_until(lambda: program.poll() is not None, "space", "Return")  # "Buka" is unticked
    must(program.wait(LIMIT) == 0, "the first window ends by the code of the last")
    must("Desktop" not in machine.links(), "what was unticked stays so")


def wait_for_pages(folder: Path) -> None:
    """Press Enter on the first page and wait for the last."""
    note = folder / "uninstall.exe"
    before = note.stat().st_ino if note.exists() else 0
    press("Return")
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        if note.exists() and note.stat().st_ino != before:
            break
        time.sleep(0.5)
    wait_until_still()


def uninstall_by_keyboard(
    machine: Machine, folder: Path, picture: Path | None, *, purge: bool
) -> None:
    """Remove it page by page; the settings go only where that is ticked."""
    program = machine.start(folder / "uninstall.exe")
    window = wait_for_window()
    take_picture(picture, "removal")
    if purge:
        click(window, PURGE_BOX)
    press("Return")
    end = time.monotonic() + LIMIT
    while (folder / PROGRAM).exists() and time.monotonic() < end:
        time.sleep(0.5)
    wait_until_still()
    take_picture(picture, "removed")
    press_until(lambda: program.poll() is not None, "Return")
    must(program.wait(LIMIT) == 0, "removed page by page")
    must(not folder.exists(), "the folder is gone when the last page closes")


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


def check_printing(machine: Machine, tests: Path) -> None:
    """Have the program's own code print under Wine, by Qt and pywin32, onto queues of CUPS."""
    if machine.wine is None:
        print("  (not tried on a real Windows: a printer; see kiosk-check-sheet.md)")
        return
    machine.end_all()
    command: list[str | Path] = [tests, "-m", "pytest", "-q", "-rs"]
    command += ["tests/end_to_end/test_windows_printing.py", "--windows-python", wine.PYTHON]
    done = subprocess.run(command, cwd=ROOT, check=False)
    machine.end_all()
    must(done.returncode == 0, "what is printed arrives in queues of CUPS")

"""Windows under test, real or Wine: runs programs, reads registry, folders and processes."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "Bantuan Kode OTP"
PROGRAM = "jknassist.exe"
ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 1200
"""Seconds; under Wine on a busy machine the self-test takes minutes."""


class FailedError(Exception):
    """An acceptance check of the installer failed."""


def must(condition: object, what: str) -> None:
    """Report a check that holds; raise an error if it does not."""
    if not condition:
        raise FailedError(what)
    print(f"  ok: {what}", flush=True)


@dataclass(frozen=True)
class Machine:
    """This Windows, or a Wine prefix."""

    wine: Path | None

    def run(self, program: str | Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program and wait for it; Wine needs pipes for its streams."""
        before = [] if self.wine is None else ["wine"]
        return subprocess.run(
            [*before, str(program), *words],
            check=False,
            input="",
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LIMIT,
        )

    def start(self, program: Path) -> subprocess.Popen[bytes]:
        """Start a program without waiting for it."""
        before = [] if self.wine is None else ["wine"]
        pipe = subprocess.PIPE
        return subprocess.Popen([*before, program], stdin=pipe, stdout=pipe, stderr=pipe)

    def end_all(self) -> None:
        """End every program of a Windows of Wine; a real one is left alone."""
        if self.wine is not None:
            subprocess.run(["wineserver", "--kill"], check=False)

    def folder_of(self, variable: str) -> Path:
        """Return a folder of Windows by the name of its environment variable."""
        if self.wine is None:
            return Path(os.environ[variable])
        told = self.run("cmd", "/c", f"echo %{variable}%").stdout.strip().replace("\\", "/")
        return self.wine / "drive_c" / told.removeprefix("C:/")

    def name_of(self, path: Path) -> str:
        """Return what a program of this Windows calls a file."""
        if self.wine is None:
            return str(path)
        return "C:\\" + str(path.relative_to(self.wine / "drive_c")).replace("/", "\\")

    def value(self, key: str, name: str) -> str | None:
        """Return a value of the registry, or None when there is none."""
        told = self.run("reg", "query", key, "/v", name, "/reg:64").stdout
        found = re.search(rf"^\s+{name}\s+REG_\w+\s+(.*?)\s*$", told, re.MULTILINE)
        return found[1] if found else None

    def is_running(self) -> bool:
        """Tell whether the program is there as a process (Wine has no list of them)."""
        if self.wine:
            return bool(processes(PROGRAM))
        return PROGRAM in self.run("tasklist").stdout.lower()

    def links(self) -> set[str]:
        """Return the links to the program, by the name of the folder they lie in."""
        roots = [
            self.folder_of("USERPROFILE"),
            self.folder_of("PUBLIC"),
            self.folder_of("PROGRAMDATA"),
        ]
        found = {link for root in roots for link in root.rglob(f"{NAME}.lnk")}
        return {link.parent.name for link in found}


def wait_until_gone(folder: Path) -> None:
    """Wait until a file or a folder is no longer there, and what removed it has ended."""
    end = time.monotonic() + LIMIT
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.5)
    time.sleep(3)


def files_of(folder: Path) -> set[str]:
    """Return the files in a folder."""
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}


@contextlib.contextmanager
def frozen_in_place(name: str) -> Iterator[None]:
    """Stop the processes of a name for a while, so that they answer nothing (under Wine)."""
    found = processes(name)
    must(found, "the program to stop is there")
    for process in found:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)


def processes(name: str) -> list[int]:
    """Return the processes of this Wine that run a program."""
    entries = [entry for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [int(entry.name) for entry in entries if runs(entry, name)]


def runs(entry: Path, name: str) -> bool:
    """Tell whether a process of this Wine runs a program."""
    try:
        words = (entry / "cmdline").read_bytes()
        ours = os.fsencode(f"WINEPREFIX={os.environ['WINEPREFIX']}\0")
        return (
            words.split(b"\0")[0].endswith(name.encode())
            and ours in (entry / "environ").read_bytes() + b"\0"
        )
    except OSError:
        return False


@contextlib.contextmanager
def display(machine: Machine) -> Iterator[None]:
    """Give Wine a display of its own."""
    if machine.wine is None:
        yield
        return
    os.environ.update(DISPLAY=":84", WINEPREFIX=str(machine.wine))
    quiet = subprocess.DEVNULL
    size = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", ":84", *size], stderr=quiet)
    time.sleep(1)
    manager = subprocess.Popen(["openbox"], stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        subprocess.run(["wineserver", "--kill"], check=False)
        for process in (manager, server):
            process.terminate()
            process.wait()

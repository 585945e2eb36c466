"""Windows under test, real or Wine: runs programs, reads registry, folders and processes."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "Bantuan Kode OTP"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\jknassist"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
PROGRAM = "jknassist.exe"
ROOT = Path(__file__).resolve().parent.parent.parent
MOMENT = 20
LIMIT = 3600
"""Seconds; under Wine on a machine that others keep busy the self-test takes half an hour."""


class FailedError(Exception):
    """An acceptance check of the installer failed."""


def must(condition: object, what: str) -> None:
    """Report a check that holds; raise an error if it does not."""
    if not condition:
        raise FailedError(what)
    print(f"  ok: {what}", flush=True)


class _Reader:
    """Collects what a program prints while it runs."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._stream = stream
        self._parts: list[bytes] = []
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while self._stream and (part := self._stream.read1(65536)):  # type: ignore[attr-defined]
            self._parts.append(part)

    def told(self) -> str:
        """Return what has come by now; more than a moment after the end there comes nothing."""
        self._thread.join(0.5)
        return b"".join(self._parts).decode("utf-8", errors="replace").replace("\r\n", "\n")


@dataclass(frozen=True)
class Machine:
    """This Windows, or a Wine prefix."""

    wine: Path | None

    def run(self, program: str | Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program and wait for it; Wine needs pipes for its streams."""
        before = [] if self.wine is None else ["wine"]
        command = [*before, str(program), *words]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
        assert process.stdin is not None  # noqa: S101  for the type checker
        process.stdin.close()
        # Not until the end of the pipes: a service of Wine that the program started holds them too.
        out, errors = _Reader(process.stdout), _Reader(process.stderr)
        code = process.wait(LIMIT)
        return subprocess.CompletedProcess(command, code, out.told(), errors.told())

    def start(self, program: Path, *words: str) -> subprocess.Popen[bytes]:
        """Start a program without waiting for it."""
        before = [] if self.wine is None else ["wine"]
        pipe = subprocess.PIPE
        return subprocess.Popen([*before, program, *words], stdin=pipe, stdout=pipe, stderr=pipe)

    def run_line(self, line: str) -> subprocess.CompletedProcess[str]:
        """Run a whole command line as it stands, by a script: without quotes of our own."""
        script = self.folder_of("TEMP") / "line.cmd"
        script.write_text(f"@{line}\r\n@exit /b %ERRORLEVEL%\r\n")
        return self.run("cmd", "/c", self.name_of(script))

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

    def is_closed(self) -> bool:
        """Tell whether the program has ended, or ends within a moment: it may be on its way."""
        end = time.monotonic() + MOMENT
        while self.is_running() and time.monotonic() < end:
            time.sleep(0.5)
        return not self.is_running()

    def links(self) -> set[str]:
        """Return the links to the program, by the name of the folder they lie in."""
        roots = [
            self.folder_of("USERPROFILE"),
            self.folder_of("PUBLIC"),
            self.folder_of("PROGRAMDATA"),
        ]
        found = {link for root in roots for link in root.rglob(f"{NAME}.lnk")}
        return {link.parent.name for link in found}


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


def be_used(machine: Machine) -> tuple[Path, Path]:
    """Leave what an office and its program write; return the folders of settings and state."""
    settings = machine.folder_of("PROGRAMDATA") / "JKNAssist"
    state = machine.folder_of("LOCALAPPDATA") / "JKNAssist"
    printing = machine.folder_of("APPDATA") / "jknassist"
    tally = state / "tally"
    content = state / "content"
    written = ((settings, "site.yaml"), (tally, "2026-11-27.csv"), (state, "kiosk.log"))
    taken = ((content, "knowledge.yaml"), (content / "previous", "knowledge.yaml"))
    for folder, name in (*written, *taken, (printing, "printing.ini")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("prints: 2\n")
    return settings, state


def check_kept(machine: Machine, what: str) -> None:
    """See that what an office and its program have written is still there."""
    settings = machine.folder_of("PROGRAMDATA") / "JKNAssist"
    state = machine.folder_of("LOCALAPPDATA") / "JKNAssist"
    must((settings / "site.yaml").exists(), f"{what} keeps the office's settings")
    must(any((state / "tally").iterdir()), f"{what} keeps the tally")
    must((state / "content" / "knowledge.yaml").exists(), f"{what} keeps content from a file")
    printing = machine.folder_of("APPDATA") / "jknassist" / "printing.ini"
    must(printing.exists(), f"{what} keeps the print choices")


def remove(machine: Machine, folder: Path, *words: str) -> None:
    """Run the uninstaller without a window; when it returns nothing may be left to do."""
    done = machine.run(folder / "uninstall.exe", "/S", *words)
    must(done.returncode == 0, " ".join(["removed by /S", *words]))
    must(not folder.exists(), "the folder is gone when it returns")


def check_removed(machine: Machine, hive: str) -> None:
    """See that no link and no entry is left."""
    must(not machine.links(), "the links are gone")
    told = machine.run("reg", "query", f"{hive}\\Software", "/s", "/f", "jknassist", "/reg:64")
    left = [line for line in told.stdout.splitlines() if "jknassist" in line.lower()]
    left = [line for line in left if not not_ours(line)]
    must(not left, f"the registry says nothing of it {left[:3] or ''}")


def not_ours(line: str) -> bool:
    """Tell whether a line of the registry is what Windows notes of every program."""
    return bool(re.search(r"MuiCache|AppCompatFlags|Explorer|search", line, re.IGNORECASE))


@contextlib.contextmanager
def display(machine: Machine) -> Iterator[None]:
    """Give Wine a display of its own, and let its Windows run on between two programs."""
    if machine.wine is None:
        yield
        return
    quiet = subprocess.DEVNULL
    read, write = os.pipe()
    size = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    command = ["Xvfb", "-displayfd", str(write), *size]
    server = subprocess.Popen(command, stderr=quiet, pass_fds=[write])
    os.close(write)
    with open(read) as told:  # noqa: PTH123  a descriptor, not a path
        os.environ.update(DISPLAY=f":{told.readline().strip()}", WINEPREFIX=str(machine.wine))
    manager = subprocess.Popen(["openbox"], stdout=quiet, stderr=quiet)
    # As long as one program runs, Wine need not start anew for each of the others.
    pipe = subprocess.PIPE
    waiting = subprocess.Popen(["wine", "cmd"], stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        yield
    finally:
        subprocess.run(["wineserver", "--kill"], check=False)
        for process in (waiting, manager, server):
            process.terminate()
            process.wait()

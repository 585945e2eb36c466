"""Installs, starts, upgrades and removes the Windows program, and looks after each step.

On Windows: ``python acceptance.py SETUP OLD_SETUP --source FOLDER``. With ``--wine PREFIX`` the
same runs under Wine, in a Windows that nobody has used. OLD_SETUP installs an older version.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "Bantuan Kode OTP"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\jknassist"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
WINDOWS = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
PROGRAM = "jknassist.exe"
LIMIT = 120
RUNNING, NEWER, TOO_OLD = 3, 4, 5


class FailedError(Exception):
    """The installer does not do what it must."""


def must(condition: object, what: str) -> None:
    """Go on when something holds, and say so; stop when it does not."""
    if not condition:
        raise FailedError(what)
    print(f"  ok: {what}", flush=True)


@dataclass(frozen=True)
class Machine:
    """A Windows to try on: this one, or a folder of Wine."""

    wine: Path | None

    def run(self, program: str | Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; Wine wants pipes around it."""
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
        """Start a program that stays."""
        before = [] if self.wine is None else ["wine"]
        pipe = subprocess.PIPE
        return subprocess.Popen([*before, program], stdin=pipe, stdout=pipe, stderr=pipe)

    def place(self, variable: str) -> Path:
        """Return one of the folders of Windows by the name of its variable."""
        if self.wine is None:
            return Path(os.environ[variable])
        told = self.run("cmd", "/c", f"echo %{variable}%").stdout.strip().replace("\\", "/")
        return self.wine / "drive_c" / told.removeprefix("C:/")

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
        roots = [self.place("USERPROFILE"), self.place("PUBLIC"), self.place("PROGRAMDATA")]
        found = {link for root in roots for link in root.rglob(f"{NAME}.lnk")}
        return {link.parent.name for link in found}


def files_of(folder: Path) -> set[str]:
    """Return the files in a folder."""
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}


def check_refusal(machine: Machine, setup: Path) -> None:
    """See that a Windows that is too old is refused (only Wine can pretend to be one)."""
    if machine.wine is None:
        print("  (not tried on a real Windows: an older build number)")
        return
    build = machine.value(WINDOWS, "CurrentBuildNumber") or ""
    for pretended in ("9600", build):
        words = ("add", WINDOWS, "/v", "CurrentBuildNumber", "/d", pretended, "/f", "/reg:64")
        machine.run("reg", *words)
        if pretended != build:
            must(machine.run(setup, "/S").returncode == TOO_OLD, "Windows 8.1 is refused")


def check_installed(machine: Machine, folder: Path, source: Path, version: str) -> None:
    """See that every file, entry and link is there, and the program passes its own test."""
    missing = files_of(source) - files_of(folder)
    must(not missing, f"every file is there {sorted(missing)[:3] or ''}")
    extra = files_of(folder) - files_of(source) - {"uninstall.exe", "note.txt"}
    must(not extra, f"no other file is there {sorted(extra)[:3] or ''}")
    key = f"HKCU\\{UNINSTALL}"
    must(machine.value(key, "DisplayVersion") == version, f"Apps shows version {version}")
    must(machine.value(key, "DisplayName") == NAME, "Apps shows the name")
    for name in ("Publisher", "InstallLocation", "DisplayIcon", "EstimatedSize"):
        must(machine.value(key, name), f"Apps has {name}")
    must("/S" in (machine.value(key, "QuietUninstallString") or ""), "a silent way to remove it")
    must({"Programs", "Desktop"} <= machine.links(), "links in the Start menu and on the desktop")
    for program in ("jknassist-cli.exe", "jknassist.exe"):
        done = machine.run(folder / program, "self-test")
        must(
            done.returncode == 0, f"{program} self-test: {done.stdout.strip()}{done.stderr[-500:]}"
        )


def check_window(machine: Machine, folder: Path, picture: Path | None) -> None:
    """See that the wizard comes up, and take a picture of it (under Wine)."""
    program = machine.start(folder / "jknassist.exe")
    if machine.wine is None:
        time.sleep(10)
        must(program.poll() is None and machine.is_running(), "the program stays open")
        return
    find = ["xdotool", "search", "--onlyvisible", "--name", NAME]
    end = time.monotonic() + LIMIT
    while not subprocess.run(find, check=False, capture_output=True).stdout:
        if time.monotonic() > end:
            raise FailedError("no window came")
        time.sleep(0.5)
    time.sleep(3)
    if picture:
        subprocess.run(["import", "-window", "root", picture], check=True)
    must(program.poll() is None, "the wizard is open")


def check_upgrades(machine: Machine, setup: Path, folder: Path, settings: Path) -> None:
    """See that an upgrade closes the program politely and keeps what people put there."""
    (folder / "note.txt").write_text("of a person")
    (folder / "_internal" / "stale.dll").write_text("of the old version")
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "site.yaml").write_text("office: contoh\n")
    must(machine.is_running(), "the old version is running")
    must(machine.run(setup, "/S").returncode == 0, "the upgrade goes through")
    must(not machine.is_running(), "the running program was closed")
    must(not (folder / "_internal" / "stale.dll").exists(), "what is no longer needed is gone")
    must((folder / "note.txt").exists(), "a person's file in the folder stays")
    must((settings / "site.yaml").exists(), "the office's settings stay")
    (folder / "note.txt").unlink()


def check_stubborn(machine: Machine, setup: Path, folder: Path) -> None:
    """See that a program that does not answer is ended only when that is asked for."""
    if machine.wine is None:
        print("  (not tried on a real Windows: a program that does not answer)")
        return
    before = files_of(folder)
    machine.start(folder / "jknassist.exe")
    time.sleep(8)
    with frozen_in_place("jknassist.exe"):
        must(machine.run(setup, "/S").returncode == RUNNING, "a program that hangs is not ended")
        must(files_of(folder) == before, "and nothing of it was touched, nothing left")
        must(machine.run(setup, "/S", "/FORCE").returncode == 0, "/FORCE ends it")
    must(files_of(folder) == before, "and all is as before")


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


def check_versions_and_kiosk(machine: Machine, setup: Path, old: Path, version: str) -> None:
    """See that a downgrade is refused, and that the kiosk once switched on stays on."""
    must(machine.run(old, "/S").returncode == NEWER, "a downgrade is refused")
    key = f"HKCU\\{UNINSTALL}"
    must(machine.value(key, "DisplayVersion") == version, "and the version stays")
    must(machine.value(f"HKCU\\{RUN}", "jknassist") is None, "no kiosk unless asked for")
    must(machine.run(setup, "/S", "/KIOSK").returncode == 0, "installed again as a kiosk")
    must("--kiosk" in (machine.value(f"HKCU\\{RUN}", "jknassist") or ""), "it starts at sign-in")
    must(machine.run(setup, "/S").returncode == 0, "installed again without a word")
    must(machine.value(f"HKCU\\{RUN}", "jknassist"), "it still starts at sign-in")


def remove(machine: Machine, folder: Path, *words: str) -> None:
    """Run the uninstaller; it goes on in a copy of its own, so wait for its end."""
    must(machine.run(folder / "uninstall.exe", "/S", *words).returncode == 0, "removing begins")
    end = time.monotonic() + LIMIT
    while folder.exists() and time.monotonic() < end:
        time.sleep(0.5)
    time.sleep(2)


def check_removed(machine: Machine, folder: Path, hive: str) -> None:
    """See that no file, link or entry is left."""
    left_files = sorted(files_of(folder)) if folder.exists() else []
    must(not folder.exists(), f"the folder is gone {left_files or ''}")
    must(not machine.links(), "the links are gone")
    told = machine.run("reg", "query", f"{hive}\\Software", "/s", "/f", "jknassist", "/reg:64")
    left = [line for line in told.stdout.splitlines() if "jknassist" in line.lower()]
    left = [line for line in left if not_windows_own(line)]
    must(not left, f"the registry says nothing of it {left[:3] or ''}")


def not_windows_own(line: str) -> bool:
    """Tell whether a line of the registry is ours, not what Windows notes of every program."""
    return not re.search(r"MuiCache|AppCompatFlags|Explorer|search", line, re.IGNORECASE)


def check_for_all(machine: Machine, setup: Path, settings: Path) -> None:
    """See that it installs for all users where programs go; /KEEP leaves the settings."""
    folder = machine.place("ProgramW6432") / "jknassist"
    settings.mkdir(parents=True, exist_ok=True)
    must(machine.run(setup, "/S", "/AllUsers", "/KIOSK").returncode == 0, "installed for all users")
    must((folder / "jknassist.exe").exists(), "in Program Files")
    must(machine.value(f"HKLM\\{UNINSTALL}", "DisplayVersion"), "Apps shows it for all users")
    must("--kiosk" in (machine.value(f"HKLM\\{RUN}", "jknassist") or ""), "a kiosk for all users")
    remove(machine, folder, "/KEEP")
    check_removed(machine, folder, "HKLM")
    must(settings.exists(), "/KEEP leaves the settings")


def try_everything(machine: Machine, asked: argparse.Namespace) -> None:
    """Do one step after the other, as an office would in the life of its computer."""
    folder = machine.place("LOCALAPPDATA") / "Programs" / "jknassist"
    settings = machine.place("PROGRAMDATA") / "JKNAssist"
    source, version = asked.source, re.search(r"\d+\.\d+\.\d+", asked.setup.name)
    must(version, "the installer names its version")
    assert version is not None  # noqa: S101  for the type checker: `must` has seen to it
    print("a fresh Windows", flush=True)
    check_refusal(machine, asked.setup)
    begun = time.monotonic()
    must(machine.run(asked.old, "/S").returncode == 0, "the old version is installed")
    print(f"  ({time.monotonic() - begun:.1f} s)")
    check_installed(machine, folder, source, "0.0.1")
    check_window(machine, folder, asked.picture)
    print("upgrade", flush=True)
    check_upgrades(machine, asked.setup, folder, settings)
    check_installed(machine, folder, source, version[0])
    check_stubborn(machine, asked.setup, folder)
    print("downgrade, kiosk", flush=True)
    check_versions_and_kiosk(machine, asked.setup, asked.old, version[0])
    print("removal", flush=True)
    remove(machine, folder)
    check_removed(machine, folder, "HKCU")
    must(not settings.exists(), "the settings are gone")
    print("for all users", flush=True)
    check_for_all(machine, asked.setup, settings)


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


def main() -> int:
    """Try everything; return 1 at the first thing that is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("setup", type=Path)
    parser.add_argument("old", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--wine", type=Path)
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args()
    machine = Machine(asked.wine)
    with display(machine):
        try:
            try_everything(machine, asked)
        except (FailedError, subprocess.TimeoutExpired) as reason:
            print(f"FAILED: {reason}")
            return 1
    print("accepted")
    return 0


if __name__ == "__main__":
    sys.exit(main())

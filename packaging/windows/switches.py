"""What the switches of the installer do: help, log, the office's settings, Path, another folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from windows.machine import UNINSTALL, Machine, files_of, must

if TYPE_CHECKING:
    from pathlib import Path

NO_SITE, OF_MSI = 7, 8
ENVIRONMENT = r"HKCU\Environment"
MSI_KEY = r"HKLM\Software\jknassist\MSI"
SITE = "prints: 3\n"
LONGER_THAN_A_TEXT_OF_NSIS = 1024


def check(machine: Machine, setup: Path, folder: Path) -> None:
    """Try every switch of an installation that is there for one user."""
    check_help_and_log(machine, setup)
    check_site(machine, setup)
    check_path(machine, setup, folder)
    check_move(machine, setup, folder)
    check_msi_is_respected(machine, setup)


def check_help_and_log(machine: Machine, setup: Path) -> None:
    """See that /? changes nothing, and that a log says what was done."""
    note = machine.folder_of("LOCALAPPDATA") / "Programs" / "jknassist" / "uninstall.exe"
    before = note.stat().st_mtime
    must(machine.run(setup, "/S", "/?").returncode == 0, "/? ends by 0")
    must(note.stat().st_mtime == before, "and installs nothing")
    log = machine.folder_of("TEMP") / "setup.log"
    done = machine.run(setup, "/S", f"/LOG={machine.name_of(log)}")
    must(done.returncode == 0, "installed with a log")
    told = log.read_text(encoding="cp1252")
    must(re.search(r"unpacking to .*\n(.*\n)*.* done", told), "the log tells it from begin to end")
    log.unlink()


def check_site(machine: Machine, setup: Path) -> None:
    """See that the office's settings come along, and that a wrong name stops it before anything."""
    place = machine.folder_of("PROGRAMDATA") / "JKNAssist" / "site.yaml"
    place.write_text("of before\n")
    wrong = machine.run(setup, "/S", r"/SITE=C:\nowhere.yaml").returncode
    must(wrong == NO_SITE, "settings that are not there stop it")
    must(place.read_text() == "of before\n", "before anything is touched")
    given, log = machine.folder_of("TEMP") / "kantor.yaml", machine.folder_of("TEMP") / "site.log"
    given.write_text(SITE)
    words = (f"/SITE={machine.name_of(given)}", f"/LOG={machine.name_of(log)}")
    must(machine.run(setup, "/S", *words).returncode == 0, "installed with settings")
    must(place.read_text() == SITE, "the settings are in their place")
    must("site check: 0" in log.read_text(encoding="cp1252"), "and the program has examined them")
    log.unlink()
    beside = machine.folder_of("TEMP") / "stick"
    beside.mkdir(exist_ok=True)
    stick = beside / setup.name
    stick.write_bytes(setup.read_bytes())
    (beside / "site.yaml").write_text(SITE + "# of the stick\n")
    must(machine.run(stick, "/S").returncode == 0, "installed from a stick with settings")
    must("stick" in place.read_text(), "site.yaml beside the setup is used")
    stick.unlink()
    (beside / "site.yaml").unlink()
    beside.rmdir()


def check_path(machine: Machine, setup: Path, folder: Path) -> None:
    """See that the command is added to a long Path and leaves it whole, and is taken out again."""
    if machine.wine is None:
        print("  (not tried on a real Windows: changing its Path)")
        return
    long = ";".join(f"C:\\folder {number}" for number in range(200))
    must(len(long) > LONGER_THAN_A_TEXT_OF_NSIS, "a Path that is too long for the installer")
    machine.run("reg", "add", ENVIRONMENT, "/v", "Path", "/t", "REG_EXPAND_SZ", "/d", long, "/f")
    must(machine.run(setup, "/S", "/PATH").returncode == 0, "installed with the command")
    added = f"{long};{machine.name_of(folder)}\\bin"
    must(machine.value(ENVIRONMENT, "Path") == added, "its folder is last in Path")
    must(machine.run(setup, "/S").returncode == 0, "installed again without a word")
    must(machine.value(ENVIRONMENT, "Path") == added, "and it is there once")
    done = machine.run(
        "cmd", "/c", machine.name_of(folder / "bin" / "jknassist.cmd"), "walk", "--list"
    )
    must(done.returncode == 0 and done.stdout.strip(), "the command answers in the prompt")


def check_move(machine: Machine, setup: Path, folder: Path) -> None:
    """See that another folder moves the program, and back."""
    there = machine.folder_of("LOCALAPPDATA") / "Programs" / "di tempat lain"
    before = files_of(folder)
    (folder / "note.txt").write_text("of a person")
    for source, target in ((folder, there), (there, folder)):
        line = f'"{machine.name_of(copied(machine, setup))}" /S /D={machine.name_of(target)}'
        must(machine.run_line(line).returncode == 0, f"moved to {target.name}")
        must(files_of(target) - {"note.txt"} == before, "all of it is there")
        left = files_of(source) if source.exists() else set()
        must(left <= {"note.txt"}, f"nothing of it stays where it was {sorted(left)[:3]}")
        key = f"HKCU\\{UNINSTALL}"
        must(machine.value(key, "InstallLocation") == machine.name_of(target), "Apps knows it")
        if machine.wine:
            path = (machine.value(ENVIRONMENT, "Path") or "").split(";")
            ours = [part for part in path if part.endswith("\\bin")]
            must(ours == [machine.name_of(target) + "\\bin"], "and so does Path")
    (folder / "note.txt").unlink()
    copied(machine, setup).unlink()


def copied(machine: Machine, setup: Path) -> Path:
    """Return a copy of the setup inside of the Windows, where a command line can name it."""
    copy = machine.folder_of("TEMP") / "jknassist-setup-copy.exe"
    if not copy.exists():
        copy.write_bytes(setup.read_bytes())
    return copy


def check_msi_is_respected(machine: Machine, setup: Path) -> None:
    """See that the setup leaves alone what the MSI has installed."""
    machine.run("reg", "add", MSI_KEY, "/v", "Version", "/d", "0.2.0", "/f", "/reg:64")
    must(machine.run(setup, "/S").returncode == OF_MSI, "what the MSI has installed is left alone")
    machine.run("reg", "delete", r"HKLM\Software\jknassist", "/f", "/reg:64")

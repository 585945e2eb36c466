"""Acceptance test of the Windows installer: install, start, upgrade, remove, with checks.

``python packaging/dev.py script windows.acceptance SETUP OLD_SETUP --source FOLDER`` on Windows;
with ``--wine PREFIX`` the same runs under Wine, in a Windows that nobody has used. With ``--tests
PYTHON`` ten members walk to their paper in what was installed. OLD_SETUP installs an older version.
It is the life of one computer, from the beginning to the end; what the switches do is in
switches.py, what is for all users in all_users.py. With ``--stand-in`` the setup holds no program
but something that opens a window: the setup alone is tried.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from windows import all_users, msi_acceptance, switches
from windows.installer_pages import (
    check_journeys,
    check_language,
    check_pages,
    check_printing,
    check_refusal_is_said,
    take_picture,
    uninstall_by_keyboard,
    wait_for_window,
)
from windows.machine import (
    NAME,
    RUN,
    UNINSTALL,
    FailedError,
    Machine,
    be_used,
    check_kept,
    check_removed,
    display,
    files_of,
    frozen_in_place,
    must,
    remove,
)

WINDOWS = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion"
FAILED, RUNNING, NEWER, TOO_OLD = 2, 3, 4, 5
PICTURES = 60
"""Fewer pages than there are."""

NOT_IN_WINE = "EnableNonClientDpiScaling() failed"
"""What Qt says of each new window under Wine 8; a step that has only this to tell is fine there."""

OLDEST_BUILD = 17763
"""Of Windows 10 1809."""


def check_refusal(machine: Machine, setup: Path, picture: Path | None) -> None:
    """Check that a Windows version that is too old is refused (Wine only)."""
    if machine.wine is None:
        print("  (not tried on a real Windows: an older build number)")
        return
    for build, name in ((9600, "8.1"), (OLDEST_BUILD - 1, "10 before 1809")):
        pretend(machine, build)
        must(machine.run(setup, "/S").returncode == TOO_OLD, f"Windows {name} is refused")
    check_refusal_is_said(machine, setup, picture)
    pretend(machine, OLDEST_BUILD)
    print("  (all that follows: Windows 10 1809)")


def pretend(machine: Machine, build: int) -> None:
    """Set the Windows version that Wine reports."""
    words = ("add", WINDOWS, "/v", "CurrentBuildNumber", "/d", str(build), "/f", "/reg:64")
    machine.run("reg", *words)


def install_first(machine: Machine, setup: Path, folder: Path, picture: Path | None) -> None:
    """Install into a fresh Windows: page by page where keys can be sent, silently elsewhere."""
    if machine.wine:
        check_pages(machine, setup, folder, picture)
        return
    must(machine.run(setup, "/S").returncode == 0, "the old version is installed")
    machine.start(folder / "jknassist.exe")


def check_installed(machine: Machine, folder: Path, source: Path, version: str) -> None:
    """See that every file, entry and link is there, and the program passes its own test."""
    missing = files_of(source) - files_of(folder)
    must(not missing, f"every file is there {sorted(missing)[:3] or ''}")
    extra = files_of(folder) - files_of(source) - {"uninstall.exe", "note.txt"}
    must(not extra, f"no other file is there {sorted(extra)[:3] or ''}")
    key = f"HKCU\\{UNINSTALL}"
    must(machine.value(key, "DisplayVersion") == version, f"Apps shows version {version}")
    must(machine.value(key, "DisplayName") == NAME, "Apps shows the name")
    for name in ("Publisher", "InstallLocation", "DisplayIcon", "EstimatedSize", "HelpLink"):
        must(machine.value(key, name), f"Apps has {name}")
    must("/S" in (machine.value(key, "QuietUninstallString") or ""), "a silent way to remove it")
    must({"Programs", "Desktop"} <= machine.links(), "links in the Start menu and on the desktop")
    # Under Wine opening every page takes minutes: that is done once, in check_report.
    words = ("self-test",) if machine.wine is None else ("walk", "--list")
    for program in ("jknassist-cli.exe", "jknassist.exe"):
        done = machine.run(folder / program, *words)
        must(done.returncode == 0, " ".join([program, *words, *complaints(done)]))


def complaints(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a program said of its own that went wrong."""
    return [*failed_steps(done), done.stderr[-500:].strip()]


def failed_steps(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the lines of a self-test with steps that failed."""
    return [line for line in done.stdout.splitlines() if line.startswith("GAGAL")]


def is_of_wine(step: str) -> bool:
    """Tell whether a step failed for nothing but a function that Wine lacks and Windows has."""
    return all(NOT_IN_WINE in fault for fault in step.split("; "))


def check_report(machine: Machine, folder: Path, keep: Path | None) -> None:
    """See that the self-test writes its report with a picture of each page and no user in it."""
    report = machine.folder_of("TEMP") / "report.html"
    words = ("self-test", "--report", machine.name_of(report))
    done = machine.run(folder / "jknassist-cli.exe", *words)
    failed = failed_steps(done)
    of_wine = machine.wine is not None and bool(failed) and all(map(is_of_wine, failed))
    fine = done.returncode == 0 or of_wine
    must(fine, " ".join(["the self-test writes its report", *complaints(done)]))
    html = report.read_text(encoding="utf-8")
    must(html.count("<img ") > PICTURES, "with a picture of each page")
    must("users\\" not in html.lower(), "and no folder of a user in it")
    if keep:
        shutil.copy(report, keep.with_name("windows-report.html"))
    report.unlink()


def check_window(machine: Machine, picture: Path | None) -> None:
    """See that the wizard that was opened is there, and take a picture of it (under Wine)."""
    if machine.wine:
        wait_for_window()
        take_picture(picture)
    else:
        time.sleep(10)
    must(machine.is_running(), "the wizard is open")


def check_upgrades(machine: Machine, setup: Path, folder: Path) -> None:
    """See that an upgrade closes the program politely and keeps what people put there."""
    (folder / "note.txt").write_text("of a person")
    (folder / "_internal" / "stale.dll").write_text("of the old version")
    be_used(machine)
    must(machine.is_running(), "the old version is running")
    must(machine.run(setup, "/S").returncode == 0, "the upgrade goes through")
    must(machine.is_closed(), "the running program was closed")
    must(not (folder / "_internal" / "stale.dll").exists(), "what is no longer needed is gone")
    must((folder / "note.txt").exists(), "a person's file in the folder stays")
    check_kept(machine, "an upgrade")
    (folder / "note.txt").unlink()


def check_failure(machine: Machine, setup: Path, folder: Path) -> None:
    """See that an upgrade that cannot write leaves the program as it was."""
    before = files_of(folder)
    for name, what in (("_new", "unpacked"), ("_old", "put aside")):
        # A file where a folder has to be.
        (folder / name).write_text("in the way")
        must(machine.run(setup, "/S").returncode == FAILED, f"what cannot be {what} ends it")
        (folder / name).unlink()
        must(files_of(folder) == before, "and all is as before")
    done = machine.run(folder / "jknassist-cli.exe", "walk", "--list")
    must(done.returncode == 0, "it still works")


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


def check_versions_and_kiosk(machine: Machine, setup: Path, old: Path, version: str) -> None:
    """See that a downgrade is refused, and that the kiosk once switched on stays on."""
    must(machine.run(old, "/S").returncode == NEWER, "a downgrade is refused")
    key = f"HKCU\\{UNINSTALL}"
    must(machine.value(key, "DisplayVersion") == version, "and the version stays")
    must(machine.value(f"HKCU\\{RUN}", "jknassist") is None, "no kiosk unless asked for")
    mark = machine.folder_of("PROGRAMDATA") / "JKNAssist" / "kiosk"
    must(not mark.exists(), "and no mark of one")
    must(machine.run(setup, "/S", "/KIOSK").returncode == 0, "installed again as a kiosk")
    must(mark.exists(), "the mark of a kiosk is beside the settings")
    must("--kiosk" in (machine.value(f"HKCU\\{RUN}", "jknassist") or ""), "it starts at sign-in")
    must(machine.run(setup, "/S").returncode == 0, "installed again without a word")
    must(machine.value(f"HKCU\\{RUN}", "jknassist"), "it still starts at sign-in")
    must(mark.exists(), "and the mark stays")


def check_voice(machine: Machine, setup: Path, folder: Path) -> None:
    """See that the voice packs come with the program, and stay away where nobody wants them."""
    must(any((folder / "voice" / "id").glob("*.ogg")), "the voice is there")
    code = machine.run(setup, "/S", "/FORCE", "/NOVOICE").returncode
    must(code == 0 and not (folder / "voice").exists(), "/NOVOICE leaves the voice out")
    must(machine.run(setup, "/S", "/FORCE").returncode == 0, "the voice comes back")


def check_removal(machine: Machine, setup: Path, folder: Path) -> None:
    """See that what goes without a window leaves the office what is its own, unless told to."""
    settings, state = be_used(machine)
    remove(machine, folder)
    check_removed(machine, "HKCU")
    check_kept(machine, "a silent removal")
    must({f.name for f in state.iterdir()} == {"tally", "content"}, "the log goes")
    must(not (settings / "kiosk").exists(), "the mark of a kiosk goes")
    must(machine.run(setup, "/S").returncode == 0, "installed once more")
    remove(machine, folder, "/PURGE")
    printing = machine.folder_of("APPDATA") / "jknassist"
    for place in (settings, state, printing):
        must(not place.exists(), f"/PURGE leaves no {place.parent.name}/{place.name}")


def check_uninstall_by_keyboard(
    machine: Machine, setup: Path, folder: Path, picture: Path | None
) -> None:
    """See that a person who removes it has to ask for the settings to go too."""
    if machine.wine is None:
        print("  (not tried on a real Windows: removing page by page)")
        return
    settings, state = be_used(machine)
    must(machine.run(setup, "/S").returncode == 0, "installed once more")
    uninstall_by_keyboard(machine, folder, picture, purge=False)
    check_removed(machine, "HKCU")
    check_kept(machine, "a removal by hand")
    must(machine.run(setup, "/S").returncode == 0, "installed once more")
    uninstall_by_keyboard(machine, folder, None, purge=True)
    must(not settings.exists() and not state.exists(), "what was ticked goes")


def try_everything(machine: Machine, asked: argparse.Namespace) -> None:
    """Run all steps in the order of an office computer's life."""
    folder = machine.folder_of("LOCALAPPDATA") / "Programs" / "jknassist"
    source, version = asked.source, re.search(r"\d+\.\d+\.\d+", asked.setup.name)
    must(version, "the installer names its version")
    assert version is not None  # noqa: S101  for the type checker: `must` has seen to it
    print("a fresh Windows", flush=True)
    check_refusal(machine, asked.setup, asked.picture)
    install_first(machine, asked.old, folder, asked.picture)
    check_window(machine, asked.picture)
    check_installed(machine, folder, source, "0.0.1")
    print("upgrade", flush=True)
    check_upgrades(machine, asked.setup, folder)
    check_installed(machine, folder, source, version[0])
    if (source / "voice").exists():
        check_voice(machine, asked.setup, folder)
    check_stubborn(machine, asked.setup, folder)
    check_failure(machine, asked.setup, folder)
    if not asked.stand_in:
        check_report(machine, folder, asked.picture)
    if asked.tests:
        check_journeys(machine, folder, asked.tests)
        check_printing(machine, asked.tests)
    print("downgrade, kiosk", flush=True)
    check_versions_and_kiosk(machine, asked.setup, asked.old, version[0])
    print("switches", flush=True)
    switches.check(machine, asked.setup, folder)
    if machine.wine:
        check_language(machine, asked.setup, folder, asked.picture)
    print("removal", flush=True)
    check_removal(machine, asked.setup, folder)
    check_uninstall_by_keyboard(machine, asked.setup, folder, asked.picture)
    print("for all users", flush=True)
    all_users.check(machine, asked.setup, asked.old)
    if asked.msi:
        print("MSI", flush=True)
        new, before = asked.msi
        voice = (source / "voice").exists()
        msi_acceptance.check(machine, new, before, asked.setup, voice=voice)


def main() -> int:
    """Run all checks; return 1 at the first failure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("setup", type=Path)
    parser.add_argument("old", type=Path)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--wine", type=Path)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--msi", type=Path, nargs=2, help="an MSI, and an older one (under Wine)")
    parser.add_argument("--stand-in", action="store_true", help="there is no program in it")
    parser.add_argument("--tests", type=Path, help="the Python of .venv, for the journeys")
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

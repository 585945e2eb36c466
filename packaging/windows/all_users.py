"""Installing for all users: what it takes the place of, whose rights it sets, how it is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from windows.machine import (
    NAME,
    RUN,
    UNINSTALL,
    Machine,
    be_used,
    check_kept,
    check_removed,
    must,
    remove,
)

if TYPE_CHECKING:
    from pathlib import Path

OTHER_USER = r"HKU\S-1-5-21-1-2-3-1099"
"""A user who is signed in beside the one of the tests, as far as the registry tells."""


def check(machine: Machine, setup: Path, old: Path) -> None:
    """Try an installation for all users."""
    folder = machine.folder_of("ProgramW6432") / "jknassist"
    check_replacing(machine, setup, old, folder)
    check_rights(machine, setup)
    remove(machine, folder)
    check_removed(machine, "HKLM")
    check_kept(machine, "removing it for all users")
    check_like_other_uninstallers(machine, setup, folder)


def check_replacing(machine: Machine, setup: Path, old: Path, folder: Path) -> None:
    """See that it replaces what a user has for himself, and asks others to remove theirs."""
    own = machine.folder_of("LOCALAPPDATA") / "Programs" / "jknassist"
    be_used(machine)
    must(machine.run(old, "/S", "/KIOSK").returncode == 0, "installed for one user")
    if machine.wine:
        place = ("/v", "InstallLocation", "/d", r"C:\lain\jknassist")
        machine.run("reg", "add", f"{OTHER_USER}\\{UNINSTALL}", *place, "/f", "/reg:64")
    must(machine.run(setup, "/S", "/AllUsers").returncode == 0, "installed for all users")
    must((folder / "jknassist.exe").exists(), "in Program Files")
    must(machine.value(f"HKLM\\{UNINSTALL}", "DisplayVersion"), "Apps shows it for all users")
    must("--kiosk" in (machine.value(f"HKLM\\{RUN}", "jknassist") or ""), "a kiosk stays one")
    must(not own.exists(), "the one of this user is gone")
    must(machine.value(f"HKCU\\{UNINSTALL}", "DisplayName") is None, "Apps shows no second entry")
    must(machine.value(f"HKCU\\{RUN}", "jknassist") is None, "and it does not start twice")
    user = machine.folder_of("APPDATA").rglob(f"{NAME}.lnk")
    must(not list(user), "there is no second link")
    check_kept(machine, "installing for all users")
    if machine.wine:
        asked = machine.value(f"{OTHER_USER}\\{RUN}Once", "jknassist") or ""
        must("/S /KEEP" in asked, "another user's own goes when he signs in")
        machine.run("reg", "delete", OTHER_USER, "/f", "/reg:64")


def check_rights(machine: Machine, setup: Path) -> None:
    """See that only administrators may change the settings; under Wine only that it is asked."""
    log = machine.folder_of("TEMP") / "rights.log"
    done = machine.run(setup, "/S", f"/LOG={machine.name_of(log)}")
    must(done.returncode == 0, "renewed for all users without a word")
    told = log.read_text(encoding="cp1252")
    must(told.count("JKNAssist: 0") == 2, "icacls has set rights and owner")  # noqa: PLR2004
    log.unlink()
    if machine.wine is None:
        settings = machine.folder_of("PROGRAMDATA") / "JKNAssist"
        rights = machine.run("icacls", str(settings), "/findsid", "*S-1-5-32-545").stdout
        must("JKNAssist" in rights, "users are named in the rights of the settings")
        listed = machine.run("icacls", str(settings)).stdout
        users = [line for line in listed.splitlines() if line.rstrip().endswith("(RX)")]
        must(len(users) == 1 and listed.count("(F)") == 2, "who may only read")  # noqa: PLR2004


def check_like_other_uninstallers(machine: Machine, setup: Path, folder: Path) -> None:
    """See that the words with which other uninstallers are made to wait do no harm."""
    must(machine.run(setup, "/S", "/AllUsers").returncode == 0, "installed for all users again")
    done = machine.run_line(
        r'"%ProgramW6432%\jknassist\uninstall.exe" /S _?=%ProgramW6432%\jknassist'
    )
    must(done.returncode == 0 and not folder.exists(), "_?= is not needed and does no harm")
    check_removed(machine, "HKLM")

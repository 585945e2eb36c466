"""What the MSI does: install, upgrade, repair, remove, and beside the setup.

Under Wine acceptance.py runs it. ``python packaging/dev.py script windows.msi_acceptance MSI
OLD_MSI SETUP`` does so on a real Windows that is without the program; before that it signs the MSI
where a command for it is given. The program in it is tried with the setup.
"""

from __future__ import annotations

import sys
from pathlib import Path

from windows import signing
from windows.machine import RUN, FailedError, Machine, files_of, must
from windows.switches import MSI_KEY, OF_MSI

FAILURE = 1603
"""Of Windows Installer; Wine's msiexec ends by the last eight bits of it."""


def check(machine: Machine, msi: Path, old: Path, setup: Path, *, voice: bool) -> None:
    """Try an MSI and one of an older version in a Windows without the program."""
    folder = machine.folder_of("ProgramW6432") / "jknassist"
    settings = machine.folder_of("PROGRAMDATA") / "JKNAssist"
    check_installed(machine, old, folder, settings)
    check_upgrade(machine, msi, old, folder)
    if voice:
        check_voice(machine, msi, old, folder)
    must(machine.run(setup, "/S").returncode == OF_MSI, "the setup leaves it alone")
    (settings / "site.yaml").write_text("prints: 2\n")
    must(ends(machine, "/x", msi) == 0, "removed")
    must(not folder.exists(), "and its folder is gone")
    must({f.name for f in settings.iterdir()} == {"site.yaml"}, "the office's settings stay")
    must(machine.value(MSI_KEY, "Version") is None, "the setup may come again")
    must(machine.run(setup, "/S", "/AllUsers").returncode == 0, "the setup is there")
    must(is_refused(machine, msi), "the MSI refuses to come beside it")
    must(machine.run(folder / "uninstall.exe", "/S").returncode == 0, "the setup is removed")


def check_installed(machine: Machine, msi: Path, folder: Path, settings: Path) -> None:
    """Install it with the feature of a kiosk, which is not there unless asked for."""
    must(ends(machine, "/i", msi) == 0, "installed by the MSI")
    must((folder / "jknassist.exe").exists(), "in Program Files")
    must(machine.value(f"HKLM\\{RUN}", "jknassist") is None, "and no kiosk")
    must(settings.is_dir(), "the folder of the settings is there")
    must(ends(machine, "/x", msi) == 0, "removed again")
    must(ends(machine, "/i", msi, "ADDLOCAL=Main,Kiosk") == 0, "installed as a kiosk")
    must((settings / "kiosk").exists(), "with the mark of one")


def check_upgrade(machine: Machine, msi: Path, old: Path, folder: Path) -> None:
    """See that an upgrade keeps the kiosk, a downgrade is refused and a repair brings back."""
    must(ends(machine, "/i", msi) == 0, "upgraded")
    must("--kiosk" in (machine.value(f"HKLM\\{RUN}", "jknassist") or ""), "a kiosk stays one")
    version = machine.value(MSI_KEY, "Version")
    must(is_refused(machine, old), "a downgrade is refused")
    must(machine.value(MSI_KEY, "Version") == version, "and the version stays")
    before = files_of(folder)
    (folder / "jknassist.exe").unlink()
    must(ends(machine, "/i", msi, "REINSTALL=ALL", "REINSTALLMODE=amus") == 0, "repaired")
    must(files_of(folder) == before, "what was missing is there again")


def check_voice(machine: Machine, msi: Path, old: Path, folder: Path) -> None:
    """See that an upgrade brings no voice that was left out, and keeps one that is there."""
    for features, there in (("Main", False), ("Main,Voice", True)):
        must(ends(machine, "/x", msi) == 0, "removed")
        must(ends(machine, "/i", old, f"ADDLOCAL={features}") == 0, f"installed with {features}")
        must(ends(machine, "/i", msi) == 0, "upgraded")
        must((folder / "voice").exists() == there, "the voice is " + ("kept" if there else "out"))
    must(machine.value(MSI_KEY, "Voice"), "and noted for the next upgrade")


def is_refused(machine: Machine, msi: Path) -> bool:
    """Try to install an MSI that has to refuse; tell whether it does."""
    return ends(machine, "/i", msi) == (FAILURE & 0xFF if machine.wine else FAILURE)


def ends(machine: Machine, what: str, msi: Path, *words: str) -> int:
    """Run msiexec without a window; return its code."""
    inside = machine.folder_of("TEMP") / msi.name
    inside.write_bytes(msi.read_bytes())
    return machine.run("msiexec", what, machine.name_of(inside), "/qn", *words).returncode


def main(arguments: list[str]) -> int:
    """Sign the MSI if that is possible, and run all checks on this Windows; return 1 on failure."""
    msi, old, setup = (Path(argument).resolve() for argument in arguments)
    signing.sign(msi)
    try:
        check(Machine(None), msi, old, setup, voice=True)
    except FailedError as reason:
        print(f"FAILED: {reason}")
        return 1
    print("accepted")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Builds the Windows program and its installer, and runs the acceptance test.

On Windows this is the release: the official Python freezes, and the acceptance runs natively. On
Debian it is a test artefact made under Wine from the same spec and the same .nsi; what it proves
and what it does not is said in install.md. Run it by ``python3 packaging/dev.py windows``; with
``--stand-in`` only the setup is tried, in minutes, with next to nothing in it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev
from freeze import freeze, sbom
from linux import package, voice_package
from windows import guide_html, msi, signing, wine

NATIVE = os.name == "nt"
SOURCES = freeze.ROOT / "packaging" / "windows"
NSI, REMOVER = SOURCES / "jknassist.nsi", SOURCES / "uninstall.nsi"
OFFICE = "KANTOR"
"""The folder beside the program with what an office needs: guides, scripts, example settings."""

GUIDES = ("install.md", "kiosk-guide.md", "kiosk-check-sheet.md", "content-rollout.md")
COMMAND = '@"%~dp0..\\jknassist-cli.exe" %*\r\n'
"""Of bin\\jknassist.cmd, so that the command has the same name as elsewhere."""

FROZEN = msi.FROZEN
WINE_32 = Path("/usr/lib/i386-linux-gnu/wine")
VOICE = "voice"
"""The folder beside the program with the voice packs; the installer leaves it out on /NOVOICE."""

MOST_SETUP, MOST_WITHOUT_VOICE = 48_000_000, 38_000_000
STAND_IN = freeze.BUILD / "stand-in"

ARTEFACT = """
Ini hasil UJI yang dibuat di bawah Wine: Python-nya disusun sendiri dan tidak ditandatangani.
Jangan dibagikan; rilis dibuat di Windows (.github/workflows/release.yml)."""


def frozen_program() -> Path:
    """Freeze the Windows program; return its folder."""
    if NATIVE:
        freeze.main()
        add_office_files(freeze.PROGRAM)
        return freeze.PROGRAM
    freeze.main()  # makes the compiled content and the pictures, and says early if they are faulty
    wine.prepare()
    wine.use_prefix(wine.PREFIX)
    dev.say("Membekukan program Windows di bawah Wine ...")
    shutil.rmtree(FROZEN, ignore_errors=True)
    freeze.pyinstaller(wine.command(wine.PYTHON), FROZEN)
    folder = FROZEN / "jknassist"
    freeze.add_licences(wine.build(folder), freeze.own_licence_of_python())
    add_office_files(folder)
    msi.MARK_OF_WINE.touch()
    return folder


def add_office_files(folder: Path) -> None:
    """Copy the files for offices beside the program."""
    target = folder / OFFICE
    target.mkdir(exist_ok=True)
    for name in GUIDES:
        page = guide_html.page(freeze.ROOT / "docs" / name, GUIDES)
        (target / name).with_suffix(".html").write_text(page, encoding="utf-8")
    for file in (*SOURCES.glob("kiosk-*"), freeze.ROOT / "packaging" / "site.example.yaml"):
        shutil.copy(file, target)
    commands = folder / "bin"
    commands.mkdir(exist_ok=True)
    (commands / "jknassist.cmd").write_bytes(COMMAND.encode("ascii"))


def add_voice(folder: Path) -> None:
    """Copy the voice packs beside the program; Windows takes those that were made on Linux."""
    if not NATIVE:
        voice_package.make_packs()
    if not voice_package.VOICES.is_dir():
        raise dev.Stop("suara belum ada: salin build/voice dari Linux (dev.py voice) ke sini.")
    shutil.copytree(voice_package.VOICES, folder / VOICE, dirs_exist_ok=True)


def stand_in() -> Path:
    """Make something that opens a window, in place of the program (under Wine)."""
    freeze.fill(freeze.VENV, freeze.PYTHON, dev.PACKAGE_LOCK)
    freeze.make_parts()  # the pictures of the installer
    wine.prepare()
    shutil.rmtree(STAND_IN, ignore_errors=True)
    for part in ("_internal", "LICENCES"):
        (STAND_IN / part).mkdir(parents=True)
        (STAND_IN / part / "part.txt").write_text(part)
    clip = STAND_IN / VOICE / "id" / "a.ogg"
    clip.parent.mkdir(parents=True)
    clip.write_text("clip")
    compile_: list[str | Path] = [
        wine.COMPILER,
        "-O1",
        "-s",
        "-municode",
        SOURCES / "stand_in_program.c",
    ]
    freeze.run([*compile_, "-mwindows", "-o", STAND_IN / "jknassist.exe"])
    freeze.run([*compile_, "-DCLI", "-o", STAND_IN / "jknassist-cli.exe"])
    add_office_files(STAND_IN)
    return STAND_IN


def make_installer(folder: Path, version: str, target: Path, *, quick: bool = False) -> Path:
    """Make an installer of a frozen program; a quick one is larger."""
    # The 32-bit installer, which can also speak on a 32-bit Windows, wants a Wine of 32 bits.
    stub = [] if NATIVE or WINE_32.is_dir() else ["-DSTUB=amd64-unicode"]
    signer = os.environ.get("JKNASSIST_SIGN")
    defines = [f"-DVERSION={version}", f"-DPICTURES={freeze.MADE}", *stub]
    defines += [f"-DSIGN={signer}"] if signer else []
    makensis = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    compile_ = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines]
    remover = freeze.BUILD / "uninstall.exe"
    freeze.run([*compile_, f"-DOUTPUT={remover}", REMOVER])
    speed = ["-DQUICK"] if quick else []
    parts = [f"-DSOURCE={folder}", f"-DREMOVER={remover}", f"-DOUTPUT={target}"]
    freeze.run([*compile_, *speed, *parts, NSI])
    return target


def make_msi(folder: Path, version: str) -> Path:
    """Make an MSI of a frozen program; the one of this version, where it is whole, to be given."""
    place = package.DIST if folder == FROZEN / "jknassist" else freeze.BUILD
    if version == msi.OLD_VERSION:
        place = freeze.BUILD
    place.mkdir(exist_ok=True)
    target = place / f"jknassist-{version}-UJI.msi"
    msi.build(folder, version, freeze.MADE / "jknassist.ico", target)
    return msi.check_size(target, folder)


def try_out(setup: Path, old: Path, folder: Path, picture: Path) -> int:
    """Run the acceptance of the installer in a fresh Windows; return its exit code."""
    arguments: list[str | Path] = [setup, old]
    dev.install(dev.DEV_LOCK)
    dev.prepare_system(for_tests=True)
    arguments += ["--source", folder, "--picture", picture]
    arguments += ["--stand-in"] if folder == STAND_IN else ["--tests", dev.PYTHON]
    if not NATIVE:
        packages = [make_msi(folder, version) for version in (freeze.version(), msi.OLD_VERSION)]
        arguments += ["--msi", *packages]
        fresh = wine.WORK / "fresh"
        wine.make_prefix(fresh)
        arguments += ["--wine", fresh]
    return dev.module("windows.acceptance", arguments)


def old_setup(folder: Path) -> Path:
    """Make an installer of an older version, which holds the same program."""
    return make_installer(folder, msi.OLD_VERSION, freeze.BUILD / "old-setup.exe", quick=True)


def try_setup_alone(old: Path | None) -> int:
    """Try the setup with next to nothing in it; return the exit code of the acceptance."""
    folder = stand_in()
    target = freeze.BUILD / f"jknassist-{freeze.version()}-stand-in-setup.exe"
    setup = make_installer(folder, freeze.version(), target, quick=True)
    return try_out(setup, old or old_setup(folder), folder, freeze.BUILD / "stand-in.png")


def main(arguments: list[str]) -> int:
    """Freeze, make the installers, try them out, keep the one to give away."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--no-acceptance", action="store_true", help="build only")
    parser.add_argument("--no-voice", action="store_true", help="without the voice packs")
    parser.add_argument("--stand-in", action="store_true", help="try the setup without a program")
    parser.add_argument("--old", type=Path, help="a setup of before, to be upgraded from")
    asked = parser.parse_args(arguments)
    if asked.stand_in:
        return try_setup_alone(asked.old)
    folder = frozen_program()
    if not asked.no_voice:
        add_voice(folder)
    signing.sign(*folder.glob("*.exe"))
    freeze.date_files(folder)
    package.DIST.mkdir(exist_ok=True)
    mark = "" if NATIVE else "-UJI"
    setup = package.DIST / f"jknassist-{freeze.version()}-setup{mark}.exe"
    make_installer(folder, freeze.version(), setup)
    told = package.DIST / f"jknassist-{freeze.version()}-windows{mark}.cdx.json"
    shutil.copy(folder / "LICENCES" / sbom.NAME, told)
    size, most = setup.stat().st_size, MOST_WITHOUT_VOICE if asked.no_voice else MOST_SETUP
    dev.say(f"{setup.name}: {size / 1e6:.1f} MB (paling besar {most / 1e6:.0f})")
    code = 0
    if not asked.no_acceptance:
        old = asked.old or old_setup(folder)
        code = try_out(setup, old, folder, freeze.BUILD / "windows.png")
    if not NATIVE:
        dev.say(ARTEFACT)
    return code or int(size > most)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

"""Prepares a Windows Python and Wine for a test build on Debian.

The Python is the signed one from a wheel (windows/python.lock) with the library of this machine's
Python of the same version; what Wine 8 lacks of Windows 10 is stood in for. So what is built with
it is good for tests only: releases are built on Windows.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import dev
from freeze import freeze, sbom

WORK = freeze.BUILD / "wine"
PYTHON_FOLDER = WORK / "python"
PYTHON = PYTHON_FOLDER / "python.exe"
SITE_PACKAGES = PYTHON_FOLDER / "Lib" / "site-packages"
PREFIX = WORK / "prefix"
SOURCES = freeze.ROOT / "packaging" / "windows"
COMPILER = "x86_64-w64-mingw32-gcc"
TOOLS = {
    "wine": "wine wine64",
    "makensis": "nsis",
    COMPILER: "gcc-mingw-w64-x86-64-win32",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "openbox": "openbox",
}
SERIES = (3, 11)
"""The series of Python in the wheel."""

FORWARDS = re.compile(r"^\s+\[\s*\d+\].*\s(_?Py\w+)\s*$", re.MULTILINE)
PLATFORM = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11"]
FOR_311 = ["--platform", "win_amd64", "--python-version", "3.11", "--abi", "cp311"]


def prepare() -> None:
    """Prepare everything that is missing."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing and not dev.install_packages(" ".join(missing).split()):
        raise dev.Stop("perlu: sudo apt-get install " + " ".join(missing))
    if sys.version_info[:2] != SERIES:
        raise dev.Stop("perintah ini perlu Python 3.11 (pustaka standarnya dipakai).")
    note, wanted = WORK / ".stamp", freeze.stamp(dev.PACKAGE_LOCK)
    if note.exists() and note.read_text() == wanted:
        return
    shutil.rmtree(WORK, ignore_errors=True)
    dev.say("Menyiapkan Python Windows dan Wine ...")
    make_python()
    make_prefix(PREFIX)
    use_prefix(PREFIX)
    note.write_text(wanted)


def make_python() -> None:
    """Lay out a Python for Windows with the libraries that freeze the program."""
    (PYTHON_FOLDER / "DLLs").mkdir(parents=True)
    unpack_wheel()
    ours = Path(sysconfig.get_path("stdlib"))
    left_out = ("site-packages", "dist-packages", "lib-dynload", "test", "config-*", "__pycache__")
    shutil.copytree(ours, PYTHON_FOLDER / "Lib", ignore=shutil.ignore_patterns(*left_out))
    freeze.run([COMPILER, "-O2", "-s", "-municode", SOURCES / "python_launcher.c",
                PYTHON_FOLDER / "python311.dll", "-o", PYTHON])  # fmt: skip
    make_forwarder()
    uv = shutil.which("uv") or fetch_uv()
    checks = ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--quiet"]
    target = ["--target", str(SITE_PACKAGES), "--requirement", str(freeze.ROOT / dev.PACKAGE_LOCK)]
    freeze.run([uv, "pip", "install", *PLATFORM, *checks, *target])


def fetch_uv() -> str:
    """Fetch uv, which can install for Windows from here: it knows what Windows would choose."""
    folder = WORK / "uv"
    freeze.run([*dev.pip(freeze.PYTHON), "install", "--quiet", "--target", folder, "uv"])
    return str(folder / "bin" / "uv")


def unpack_wheel() -> None:
    """Fetch the wheel with the libraries of Python and unpack them."""
    fetch = [dev.outer_python(), "-m", "pip", "download", "--quiet", "--no-deps"]
    fetch += ["--only-binary=:all:", "--require-hashes", *FOR_311, "--dest", str(WORK)]
    freeze.run([*fetch, "--requirement", SOURCES / "python.lock"])
    (wheel,) = WORK.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("deploy_libs/") and not name.startswith("deploy_libs/api-ms"):
                file = PYTHON_FOLDER / "DLLs" / Path(name).name
                file.write_bytes(archive.read(name))
    for name in ("python311.dll", "VCRUNTIME140.dll"):
        (PYTHON_FOLDER / "DLLs" / name).rename(PYTHON_FOLDER / name)
    wheel.unlink()


def make_forwarder() -> None:
    """Make python3.dll, which hands every call of the stable interface on to python311.dll."""
    library = PYTHON_FOLDER / "python311.dll"
    dump = [COMPILER.replace("gcc", "objdump"), "-p", str(library)]
    told = subprocess.run(dump, check=True, capture_output=True, text=True).stdout
    names = sorted(set(FORWARDS.findall(told.split("Ordinal/Name Pointer", 1)[1])))
    lines = ["LIBRARY python3.dll", "EXPORTS", *(f"  {n} = python311.{n}" for n in names)]
    definition = WORK / "python3.def"
    definition.write_text("\n".join(lines) + "\n")
    make_library(PYTHON_FOLDER / "python3.dll", definition)


def make_library(target: Path, *arguments: str | Path) -> None:
    """Make a small library that needs nothing of a C runtime."""
    options = ["-shared", "-nostdlib", "-O1", "-e", "DllMainCRTStartup"]
    source = SOURCES / "wine_stub_libraries.c"
    freeze.run([COMPILER, *options, source, *arguments, "-o", target])


def make_prefix(folder: Path) -> None:
    """Make a fresh Windows for Wine, with what Wine 8 lacks of Windows 10."""
    shutil.rmtree(folder, ignore_errors=True)
    use_prefix(folder)
    subprocess.run(["wineboot", "--init"], check=False, capture_output=True)
    # Wine 8 would be a Windows 7, on which the installer rightly refuses.
    subprocess.run([*command(Path("winecfg")), "/v", "win10"], check=False, capture_output=True)
    subprocess.run(["wineserver", "--wait"], check=False, capture_output=True)
    system = folder / "drive_c" / "windows" / "system32"
    if not system.is_dir():
        raise dev.Stop(f"Wine tidak dapat membuat {folder}")
    for desktop in folder.glob("drive_c/users/*/Desktop"):
        if desktop.is_symlink():  # to the person's own folder
            desktop.unlink()
            desktop.mkdir()
    make_library(system / "icuuc.dll", "-DICUUC")
    make_library(system / "bcryptprimitives.dll", "-DBCRYPTPRIMITIVES", "-ladvapi32")
    make_library(system / "mscms.dll", "-DMSCMS")


def use_prefix(folder: Path) -> None:
    """Let every Wine that is started from here on use a folder and leave the person's alone."""
    home = WORK / "home"
    home.mkdir(parents=True, exist_ok=True)
    os.environ.update(
        HOME=str(home),
        WINEPREFIX=str(folder),
        WINEARCH="win64",
        WINEDEBUG="-all",
        WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=d;mscms=n",
    )


def build(program: Path) -> sbom.Build:
    """Return what was frozen for Windows; its Python tells its version as 3.11.9150.1013."""
    series, micro = sbom.windows_version(PYTHON_FOLDER / "python311.dll").split(".")[1:3]
    return sbom.Build(
        program=program,
        site_packages=SITE_PACKAGES,
        system="win32",
        python=f"3.{series}.{int(micro) // 1000}",
        version=freeze.version(),
    )


def command(program: Path) -> list[str]:
    """Return the command that runs a Windows program; Wine wants pipes, not files, around it."""
    return ["bash", "-o", "pipefail", "-c", 'true | wine "$@" 2>&1 | cat', "wine", str(program)]

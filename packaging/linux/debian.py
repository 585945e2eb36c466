"""Builds the Debian package from the frozen program; used by package.py."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import dev
from freeze import freeze, sbom, trimming

LINUX = freeze.ROOT / "packaging" / "linux"
STAGE = freeze.BUILD / "deb"
MAINTAINER = "The jknassist contributors <jknassist@jknassist.invalid>"
"""Maintainer address that Debian requires; .invalid is reserved by RFC 2606."""

APP_ID = "invalid.jknassist.jknassist"
SCRIPTS = ("postinst", "postrm", "prerm")
"""Maintainer scripts."""

ENTRY = re.compile(r"\n(?=- |### )")
"""Where a point or a heading of the change log begins."""

PROGRAMS = ("usr/lib/jknassist/jknassist", *(f"DEBIAN/{script}" for script in SCRIPTS))
"""Executable files; all others are data."""

ICON_SIDES = (16, 24, 32, 48, 64, 128, 256)

# The Debian package of every system library that the frozen program needs. If the name has changed
# between Debian 12 and 13, both are listed.
PACKAGES = dev.QT_LIBRARIES | {
    "ld-linux-x86-64.so.2": "libc6",
    "libX11.so.6": "libx11-6",
    "libbz2.so.1.0": "libbz2-1.0",
    "libc.so.6": "libc6",
    "libcrypto.so.3": "libssl3t64 | libssl3",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libdl.so.2": "libc6",
    "libexpat.so.1": "libexpat1",
    "libfreetype.so.6": "libfreetype6",
    "libffi.so.8": "libffi8",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "liblzma.so.5": "liblzma5",
    "libm.so.6": "libc6",
    "libncursesw.so.6": "libncursesw6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libssl.so.3": "libssl3t64 | libssl3",
    "libstdc++.so.6": "libstdc++6 (>= 11)",
    "libtinfo.so.6": "libtinfo6",
    "libutil.so.1": "libc6",
    "libuuid.so.1": "libuuid1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb.so.1": "libxcb1",
    "libmvec.so.1": "libc6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Optional libraries of Qt: without them only printing to a queue is missing.
OPTIONAL = {"libcups2t64 | libcups2"}

CONTROL = """Package: jknassist
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Suggests: cage, xwayland
Section: utils
Priority: optional
Description: help for members of JKN whose OTP code does not arrive
 A wizard in plain Indonesian that asks one question at a time why the OTP code
 of the Mobile JKN app does not arrive, finds a doubled or missing digit in a
 mobile number, and ends with the likeliest cause and at most three things to
 do, on paper or on screen.
 .
 It is independent help, not an application of BPJS Kesehatan. It uses no
 network and keeps nothing about the people who use it.
"""


def is_elf(file: Path) -> bool:
    """Return whether a file is an ELF executable or library."""
    if file.is_symlink() or not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def relations(tree: Path) -> tuple[list[str], list[str]]:
    """Return the required and the recommended packages of a frozen tree."""
    programs = [file for file in tree.rglob("*") if is_elf(file)]
    carried = {file.name for file in tree.rglob("*.so*")}
    wanted = {name for file in programs for name in trimming.needed(file)} - carried
    unknown = sorted(wanted - PACKAGES.keys())
    if unknown:
        raise dev.Stop(f"paket Debian untuk {', '.join(unknown)} belum disebut di debian.py")
    packages = {PACKAGES[name] for name in wanted} - {"libc6"} | {oldest_libc(programs)}
    return sorted(packages - OPTIONAL), sorted(packages & OPTIONAL)


def oldest_libc(programs: list[Path]) -> str:
    """Return the dependency on the oldest libc with all versioned symbols in use."""
    command = ["readelf", "--version-info", "--wide", *map(str, programs)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    versions = {tuple(map(int, v.split("."))) for v in re.findall(r"GLIBC_([\d.]+)", told)}
    return "libc6 (>= {})".format(".".join(map(str, max(versions))))


def built_on() -> datetime:
    """Return the build time: SOURCE_DATE_EPOCH if set, for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def filled(name: str, **more: str) -> str:
    """Return a template of the folder linux/ with its placeholders filled in."""
    text = (LINUX / name).read_text(encoding="utf-8")
    words = {"VERSION": freeze.version(), "DATE": f"{built_on():%Y-%m-%d}", **more}
    return re.sub(r"@([A-Z]+)@", lambda found: words[found[1]], text)


def write(place: str, content: str | bytes) -> Path:
    """Write a file into the package; return it."""
    file = STAGE / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def lay_program() -> Path:
    """Add the frozen program to the package, without the libraries of Debian."""
    tree = STAGE / "usr/lib/jknassist"
    shutil.copytree(freeze.PROGRAM, tree, symlinks=True)
    of_debian = [f for f in (tree / "_internal").glob("lib*.so*") if f.name in PACKAGES]
    for file in of_debian:
        file.unlink()
    gone = {file.relative_to(tree).as_posix() for file in of_debian}
    sbom.forget(tree / "LICENCES" / sbom.NAME, gone)
    licences = STAGE / "usr/share/doc/jknassist/licences"
    licences.parent.mkdir(parents=True)
    (tree / "LICENCES").rename(licences)
    for text in ("GPL-3", "LGPL-3"):  # every Debian has these texts
        (licences / f"{text}.0.txt").unlink()
    link = STAGE / "usr/bin/jknassist"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/jknassist/jknassist")
    return tree


def lay_desktop() -> None:
    """Add the menu entry, the icons, the description and the kiosk unit to the package."""
    for side in ICON_SIDES:
        drawn = (freeze.MADE / f"jknassist-{side}.png").read_bytes()
        write(f"usr/share/icons/hicolor/{side}x{side}/apps/jknassist.png", drawn)
    picture = freeze.ROOT / "resources" / "icons" / "jknassist.svg"
    write("usr/share/icons/hicolor/scalable/apps/jknassist.svg", picture.read_bytes())
    write("usr/share/applications/jknassist.desktop", filled("jknassist.desktop"))
    described = f"{APP_ID}.metainfo.xml"
    write(f"usr/share/metainfo/{described}", filled(described))
    unit = "jknassist-kiosk.service"
    write(f"usr/lib/systemd/system/{unit}", filled(unit))


def lay_documents() -> None:
    """Add the man pages, the licence, the changes and the lintian overrides to the package."""
    for page in ("jknassist.1", "jknassist-kiosk.8"):
        packed = gzip.compress(filled(page).encode(), mtime=0)
        write(f"usr/share/man/man{page[-1]}/{page}.gz", packed)
    example = freeze.ROOT / "packaging" / "site.example.yaml"
    write(f"usr/share/doc/jknassist/examples/{example.name}", example.read_bytes())
    write("usr/share/doc/jknassist/copyright", filled("copyright", MIT=own_licence()))
    write("usr/share/doc/jknassist/changelog.gz", gzip.compress(changes().encode(), mtime=0))
    write("usr/share/lintian/overrides/jknassist", filled("lintian-overrides"))


def own_licence() -> str:
    """Return the licence of the program, indented for a Debian copyright file."""
    licence = (freeze.ROOT / "LICENSE").read_text(encoding="utf-8")
    return "\n".join(f" {line}" if line else " ." for line in licence.rstrip().split("\n"))


def changes() -> str:
    """Return the change log entry of this version in Debian format."""
    told = (freeze.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = told.split(f"## {freeze.version()}")[-1].split("\n## ")[0].split("\n", 1)[-1]
    lines = [_entry(" ".join(entry.split())) for entry in ENTRY.split(section) if entry.strip()]
    head = f"jknassist ({freeze.version()}) unstable; urgency=medium"
    tail = f" -- {MAINTAINER}  {built_on():%a, %d %b %Y %H:%M:%S +0000}"
    return "\n".join([head, "", *lines, "", tail, ""])


def _entry(entry: str) -> str:
    """Return a heading or a point of the change log in Debian format."""
    if entry.startswith("### "):
        return f"  [ {entry.removeprefix('### ')} ]"
    return f"  * {textwrap.fill(entry.removeprefix('- '), 74, subsequent_indent='    ')}"


def lay_control(tree: Path) -> None:
    """Write the DEBIAN control files."""
    depends, recommends = relations(tree)
    size = sum(file.lstat().st_size for file in STAGE.rglob("*") if not file.is_dir())
    control = CONTROL.format(
        version=freeze.version(),
        maintainer=MAINTAINER,
        size=size // 1024,
        depends=", ".join(depends),
        recommends=", ".join(recommends),
    )
    write("DEBIAN/control", control)
    for script in SCRIPTS:
        write(f"DEBIAN/{script}", filled(script))
    sums = [
        subprocess.check_output(["md5sum", file.relative_to(STAGE)], cwd=STAGE, text=True)
        for file in sorted((STAGE / "usr").rglob("*"))
        if file.is_file() and not file.is_symlink()
    ]
    write("DEBIAN/md5sums", "".join(sums))


def set_modes() -> None:
    """Set mode and time of all files of the package."""
    for file in [STAGE, *STAGE.rglob("*")]:
        if not file.is_symlink():
            runs = file.is_dir() or file.relative_to(STAGE).as_posix() in PROGRAMS
            file.chmod(0o755 if runs else 0o644)
    freeze.date_files(STAGE)


def build(folder: Path) -> Path:
    """Build the package into a folder; return its file."""
    shutil.rmtree(STAGE, ignore_errors=True)
    tree = lay_program()
    lay_desktop()
    lay_documents()
    lay_control(tree)
    set_modes()
    file = folder / f"jknassist_{freeze.version()}_amd64.deb"
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", STAGE]
    freeze.run(
        [*command, file], DPKG_DEB_THREADS_MAX="1"
    )  # the output depends on the number of threads
    return file

"""Builds the Linux release in dist/: .debs, a .tar.xz, checksums and the SBOM.

Run it by ``python3 packaging/dev.py package``, on Debian 12 or a later one.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import dev
from freeze import freeze, sbom
from linux import (
    appimage,
    appstream,
    clean_debian,
    content_package,
    debian,
    reproducibility,
    voice_package,
)
from windows import msi

DIST = freeze.ROOT / "dist"
NOT_SUMMED = "SHA256SUMS"
MOST_PACKAGE = 38_000_000


def pack_folder(folder: Path) -> Path:
    """Pack the frozen program with its menu entry and its icon; return the archive."""
    name = f"jknassist-{freeze.version()}-linux-x86_64"
    file = folder / f"{name}.tar.xz"
    extras = [debian.LINUX / "jknassist.desktop", freeze.MADE / "jknassist-256.png"]
    with tarfile.open(file, "w:xz", preset=9) as archive:
        archive.add(freeze.PROGRAM, name, filter=as_root)
        for extra in extras:
            archive.add(extra, f"{name}/{extra.name}", filter=as_root)
    return file


def as_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return an archive entry owned by root, without the name of the builder."""
    runs = entry.isdir() or entry.mode & 0o100
    entry.mode = 0o777 if entry.issym() else 0o755 if runs else 0o644
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = int(debian.built_on().timestamp())
    return entry


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of every file of the release, as sha256sum reads it."""
    files = sorted(file for file in folder.iterdir() if file.name != NOT_SUMMED)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / NOT_SUMMED).write_text("".join(lines))


def check_package(*packages: Path) -> None:
    """Run lintian and other Debian tools on the packages if they are installed."""
    page = debian.STAGE / f"usr/share/metainfo/{debian.APP_ID}.metainfo.xml"
    menu = debian.STAGE / "usr/share/applications/jknassist.desktop"
    checks: tuple[list[str | Path], ...] = (
        ["lintian", "--fail-on", "error,warning", "--tag-display-limit", "0", *packages],
        ["desktop-file-validate", menu],
    )
    for check in checks:
        if shutil.which(str(check[0])):
            freeze.run(check)
        else:
            dev.say(f"(dilewati, tidak terpasang: {check[0]})")
    if not shutil.which("appstreamcli"):
        dev.say("(dilewati, tidak terpasang: appstreamcli)")
    elif found := appstream.complaints(page):
        raise dev.Stop("\n".join(found))


def main(arguments: list[str]) -> int:
    """Freeze, pack, check; the release is then in dist/."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--appimage-runtime", type=Path, help="also make an AppImage with it")
    parser.add_argument(
        "--try", action="store_true", dest="tried", help="in clean Debians; as root"
    )
    parser.add_argument("--twice", action="store_true", help="in two folders, and compare")
    asked = parser.parse_args(arguments)
    named = f"jknassist-{freeze.version()}"
    if asked.twice:
        reproducibility.copy_source()
    freeze.main()
    self_test: list[str | Path] = [freeze.PROGRAM / "jknassist", "self-test"]
    freeze.run(self_test, QT_QPA_PLATFORM="offscreen")
    DIST.mkdir(exist_ok=True)
    package = debian.build(DIST)
    check_package(package, *voice_package.build(DIST), content_package.build(DIST))
    pack_folder(DIST)
    msi.build_for_release(DIST)
    if asked.appimage_runtime:
        appimage.build(DIST, asked.appimage_runtime)
    shutil.copy(freeze.PROGRAM / "LICENCES" / sbom.NAME, DIST / f"{named}-linux.cdx.json")
    write_sums(DIST)
    for file in sorted(DIST.iterdir()):
        dev.say(f"{file.stat().st_size / 1e6:8.1f} MB  {file.name}")
    if package.stat().st_size > MOST_PACKAGE:
        raise dev.Stop(f"{package.name} lebih besar dari {MOST_PACKAGE / 1e6:.0f} MB")
    code = clean_debian.main([str(package)]) if asked.tried else 0
    return code or (reproducibility.main() if asked.twice else 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

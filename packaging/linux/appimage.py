"""Builds the AppImage: the pinned runtime followed by the packed program."""

from __future__ import annotations

import shutil
from pathlib import Path

from freeze import freeze
from linux import debian

STAGE = freeze.BUILD / "appimage"
START = """#!/bin/sh
exec "${APPDIR:-$(dirname "$(readlink -f "$0")")}/usr/lib/jknassist/jknassist" "$@"
"""


def build(folder: Path, runtime: Path) -> Path:
    """Build the AppImage into a folder; return its file."""
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(freeze.PROGRAM, STAGE / "usr/lib/jknassist", symlinks=True)
    (STAGE / "AppRun").write_text(START)
    (STAGE / "AppRun").chmod(0o755)
    shutil.copy(debian.LINUX / "jknassist.desktop", STAGE)
    shutil.copy(freeze.MADE / "jknassist-256.png", STAGE / "jknassist.png")
    (STAGE / ".DirIcon").symlink_to("jknassist.png")
    freeze.date_files(STAGE)
    packed = freeze.BUILD / "appimage.squashfs"
    packed.unlink(missing_ok=True)
    options = ["-all-root", "-noappend", "-no-progress", "-quiet", "-comp", "zstd"]
    freeze.run(["mksquashfs", STAGE, packed, *options, "-Xcompression-level", "19"])
    file = folder / f"jknassist-{freeze.version()}-x86_64.AppImage"
    file.write_bytes(runtime.read_bytes() + packed.read_bytes())
    file.chmod(0o755)
    return file

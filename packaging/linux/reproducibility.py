"""Reproducibility check: builds the Linux release twice and compares it byte by byte.

``python3 packaging/dev.py package --twice``: anybody with the same source, Python and system
libraries can then rebuild the release. The second build differs in folder, time zone, locale, home
and umask.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev
from freeze import freeze

OTHER = freeze.BUILD / "twice" / "somewhere-else" / "jknassist"
SHOWN = 20


def copy_source() -> None:
    """Copy all files that git tracks or would track, before the first build."""
    shutil.rmtree(OTHER.parent, ignore_errors=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=freeze.ROOT, check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (freeze.ROOT / name).is_file():
            (OTHER / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(freeze.ROOT / name, OTHER / name)


def build_there() -> None:
    """Build the release in another folder, time zone, locale and home."""
    home = OTHER.parent / "home"
    home.mkdir(mode=0o700)
    circumstances = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "LANGUAGE": "id", "HOME": str(home)}
    done = subprocess.run(
        [sys.executable, OTHER / "packaging" / "dev.py", "package"],
        cwd=OTHER.parent,
        env={**os.environ, **circumstances},
        umask=0o077,
        check=False,
    )
    if done.returncode:
        raise dev.Stop("bangun kedua gagal.")


def differing(one: Path, other: Path) -> list[str]:
    """Return the differences of two folders: content, type, executable bit, or presence."""
    both = {file.relative_to(folder).as_posix() for folder in (one, other) for file in walk(folder)}
    return sorted(name for name in both if told(one / name) != told(other / name))


def walk(folder: Path) -> list[Path]:
    """Return all files and links in a folder."""
    return [file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir()]


def told(file: Path) -> object:
    """Return the attributes of a file that are compared."""
    if file.is_symlink():
        return file.readlink()
    return (file.read_bytes(), os.access(file, os.X_OK)) if file.exists() else None


def main() -> int:
    """Build the copy; compare program and release; return 1 if they differ."""
    dev.say(f"Membangun sekali lagi di {OTHER} ...")
    build_there()
    found = [
        f"{folder}/{name}"
        for folder in ("build/frozen/jknassist", "dist")
        for name in differing(freeze.ROOT / folder, OTHER / folder)
        if not name.endswith(("-UJI.exe", "-UJI.cdx.json", ".msi"))
    ]
    for name in found[:SHOWN]:
        dev.say(f"  berbeda: {name}")
    dev.say(f"{len(found)} berkas berbeda di antara dua bangunan.")
    return int(bool(found))

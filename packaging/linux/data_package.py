"""Builds a Debian package of files that depend on nothing; used by voice and content packages."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from freeze import freeze
from linux import debian

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: jknassist
Comment: {comment}

Files: *
Copyright: The jknassist contributors
License: MIT

License: MIT
{mit}
"""


@dataclass(frozen=True)
class DataPackage:
    """Content of a package.

    `control` is the text of the control file with the placeholders {name}, {version}, {maintainer}
    and {size}; `files` are files or folders by their path in the installed system.
    """

    name: str
    version: str
    control: str
    comment: str
    files: Mapping[str, Path]


def build(what: DataPackage, folder: Path) -> Path:
    """Build a package into a folder and return its file."""
    name, version = what.name, what.version
    stage = freeze.BUILD / name
    shutil.rmtree(stage, ignore_errors=True)
    for path, source in what.files.items():
        place = stage / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, place)
        else:
            shutil.copyfile(source, place)
    documents = stage / "usr/share/doc" / name
    documents.mkdir(parents=True)
    copyright_ = COPYRIGHT.format(comment=what.comment, mit=debian.own_licence())
    (documents / "copyright").write_text(copyright_, encoding="utf-8")
    told = debian.changes().replace("jknassist (", f"{name} (", 1)
    told = told.replace(f"({freeze.version()})", f"({version})", 1)
    (documents / "changelog.gz").write_bytes(gzip.compress(told.encode(), mtime=0))
    _write_control(stage, what.control, {"name": name, "version": version})
    for file in [stage, *stage.rglob("*")]:
        file.chmod(0o755 if file.is_dir() else 0o644)
    freeze.date_files(stage)
    package = folder / f"{name}_{version}_all.deb"
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build"]
    freeze.run([*command, stage, package], DPKG_DEB_THREADS_MAX="1")
    return package


def _write_control(stage: Path, control: str, words: Mapping[str, str]) -> None:
    """Write the DEBIAN control files."""
    files = sorted(file for file in (stage / "usr").rglob("*") if file.is_file())
    size = sum(file.stat().st_size for file in files) // 1024
    text = control.format(maintainer=debian.MAINTAINER, size=size, **words)
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN/control").write_text(text, encoding="utf-8")
    listed = [file.relative_to(stage) for file in files]
    sums = subprocess.check_output(["md5sum", *listed], cwd=stage, text=True)
    (stage / "DEBIAN/md5sums").write_text(sums, encoding="utf-8")

"""Builds a Debian package of each voice pack; used by package.py.

It depends on nothing and the program on none of it: without it the program is silent.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
from typing import TYPE_CHECKING

import dev
from freeze import freeze
from linux import debian

if TYPE_CHECKING:
    from pathlib import Path

VOICES = freeze.BUILD / "voice"
LANGUAGES = {"id": "Indonesian", "en": "English"}
MOST_PACKAGE = 10_000_000

CONTROL = """Package: {name}
Version: {version}
Architecture: all
Maintainer: {maintainer}
Installed-Size: {size}
Enhances: jknassist
Section: sound
Priority: optional
Description: {language} voice for jknassist, the help for members of JKN
 Recorded sentences with which the help reads its pages aloud, for members who
 cannot read or see. Spoken by espeak-ng when the package was made; single
 recordings can be replaced by those of a person in /etc/jknassist/voice.
"""

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: jknassist
Comment: The sentences are those of jknassist. They were spoken by espeak-ng, a program under
 the GPL, whose output is not under its licence.

Files: *
Copyright: The jknassist contributors
License: MIT

License: MIT
{mit}
"""


def make_packs() -> None:
    """Make the packs anew; espeak-ng and oggenc are installed for it where they are missing."""
    dev.install_tools(dev.VOICE_TOOLS)
    command = dev.module_command("tools.voice_pack", python=freeze.PYTHON)
    freeze.run(command, PYTHONPATH=str(freeze.ROOT))


def build(folder: Path) -> list[Path]:
    """Build the packages into a folder; return their files."""
    make_packs()
    return [build_one(language, folder) for language in LANGUAGES]


def build_one(language: str, folder: Path) -> Path:
    """Build the package of one language; stop where it is too large to be handed on."""
    name = f"jknassist-voice-{language}"
    stage = freeze.BUILD / name
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(VOICES / language, stage / "usr/share/jknassist/voice" / language)
    documents = stage / "usr/share/doc" / name
    documents.mkdir(parents=True)
    copyright_ = COPYRIGHT.format(mit=debian.own_licence())
    (documents / "copyright").write_text(copyright_, encoding="utf-8")
    told = debian.changes().replace("jknassist (", f"{name} (", 1)
    (documents / "changelog.gz").write_bytes(gzip.compress(told.encode(), mtime=0))
    lay_control(stage, name, language)
    for file in [stage, *stage.rglob("*")]:
        file.chmod(0o755 if file.is_dir() else 0o644)
    freeze.date_files(stage)
    file = folder / f"{name}_{freeze.version()}_all.deb"
    command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build"]
    freeze.run([*command, stage, file], DPKG_DEB_THREADS_MAX="1")
    if file.stat().st_size > MOST_PACKAGE:
        raise dev.Stop(f"{file.name} lebih besar dari {MOST_PACKAGE / 1e6:.0f} MB")
    return file


def lay_control(stage: Path, name: str, language: str) -> None:
    """Put what dpkg reads into a package."""
    files = sorted(file for file in (stage / "usr").rglob("*") if file.is_file())
    control = CONTROL.format(
        name=name,
        version=freeze.version(),
        maintainer=debian.MAINTAINER,
        size=sum(file.stat().st_size for file in files) // 1024,
        language=LANGUAGES[language],
    )
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN/control").write_text(control, encoding="utf-8")
    listed = [file.relative_to(stage) for file in files]
    sums = subprocess.check_output(["md5sum", *listed], cwd=stage, text=True)
    (stage / "DEBIAN/md5sums").write_text(sums, encoding="utf-8")

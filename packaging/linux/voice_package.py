"""Builds a Debian package of each voice pack; used by package.py.

The package has no dependencies and is optional: without it the program is silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import dev
from freeze import freeze
from linux import data_package

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
Description: LANGUAGE voice for jknassist, the help for members of JKN
 Recorded sentences with which the help reads its pages aloud, for members who
 cannot read or see. Spoken by espeak-ng when the package was made; single
 recordings can be replaced by those of a person in /etc/jknassist/voice.
"""

COMMENT = """The sentences are those of jknassist. They were spoken by espeak-ng, a program under
 the GPL, whose output is not under its licence."""


def make_packs() -> None:
    """Generate the packs; espeak-ng and oggenc are installed if they are missing."""
    dev.install_tools(dev.VOICE_TOOLS)
    command = dev.module_command("tools.voice_pack", python=freeze.PYTHON)
    freeze.run(command, PYTHONPATH=str(freeze.ROOT))


def build(folder: Path) -> list[Path]:
    """Build the packages into a folder; return their files."""
    make_packs()
    return [build_one(language, folder) for language in LANGUAGES]


def build_one(language: str, folder: Path) -> Path:
    """Build the package of one language; exit if it is too large."""
    package = data_package.DataPackage(
        f"jknassist-voice-{language}",
        freeze.version(),
        CONTROL.replace("LANGUAGE", LANGUAGES[language]),
        COMMENT,
        {f"usr/share/jknassist/voice/{language}": VOICES / language},
    )
    file = data_package.build(package, folder)
    if file.stat().st_size > MOST_PACKAGE:
        raise dev.Stop(f"{file.name} lebih besar dari {MOST_PACKAGE / 1e6:.0f} MB")
    return file

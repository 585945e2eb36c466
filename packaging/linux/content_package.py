"""Builds the Debian package of an edition of the content; used by package.py.

An office renews the content of a hundred machines by it, without a new program. Alone, of another
folder: ``python3 packaging/dev.py script linux.content_package FOLDER``.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import dev
from freeze import freeze
from linux import data_package

NAME = "jknassist-content"
KNOWLEDGE = "knowledge.yaml"
INSTALLED = "usr/share/jknassist/content"
"""Where the program looks for it; no conffile: whoever edits uses /etc/jknassist instead."""

EDITION = re.compile(r"^edition: (\d+)$", re.MULTILINE)
RELEASED = re.compile(r"^released: (\d{4})-(\d{2})-(\d{2})$", re.MULTILINE)

CONTROL = """Package: {name}
Version: {version}
Architecture: all
Maintainer: {maintainer}
Installed-Size: {size}
Enhances: jknassist
Section: utils
Priority: optional
Description: content of jknassist, the help for members of JKN
 Questions, advice and contacts of one edition. The program uses it if it is
 sound and not older than what it brings along, unless the office has a file
 of its own in /etc/jknassist.
"""
COMMENT = "The content is part of jknassist."


def version_of(knowledge: str) -> str:
    """Return the version of the package: edition and date, which both only grow."""
    edition, released = EDITION.search(knowledge), RELEASED.search(knowledge)
    if edition is None or released is None:
        raise dev.Stop(f"{KNOWLEDGE}: edition atau released tidak ada")
    return f"{edition[1]}.{''.join(released.groups())}"


def build(folder: Path, source: Path | None = None) -> Path:
    """Build the package of the content in a folder, by default the shipped one; return it."""
    content = source or freeze.ROOT / "resources"
    files = sorted(content.glob("knowledge*.yaml"))
    if content / KNOWLEDGE not in files:
        raise dev.Stop(f"{content / KNOWLEDGE} tidak ada")
    version = version_of((content / KNOWLEDGE).read_text(encoding="utf-8"))
    installed = {f"{INSTALLED}/{file.name}": file for file in files}
    package = data_package.DataPackage(NAME, version, CONTROL, COMMENT, installed)
    return data_package.build(package, folder)


def main(arguments: list[str]) -> int:
    """Check the content of a folder, and build its package into dist/."""
    source = Path(arguments[0]).resolve() if arguments else freeze.ROOT / "resources"
    dev.install(dev.DEV_LOCK)
    code = dev.call([dev.PYTHON, "-m", "jknassist", "check", source / KNOWLEDGE])
    if code:
        return code
    folder = freeze.ROOT / "dist"
    folder.mkdir(exist_ok=True)
    dev.say(str(build(folder, source)))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

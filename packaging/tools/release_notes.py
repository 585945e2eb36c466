"""Writes release notes from the change log, and the checksums of the release files.

``python3 packaging/dev.py script tools.release_notes v1.2.3 dist`` prints the notes; the tag must
be that of the program version.
"""

from __future__ import annotations

import sys
from pathlib import Path

import dev
from freeze import freeze
from linux import package

HOW_TO_CHECK = """
## Memeriksa berkas

SHA-256 setiap berkas ada di `SHA256SUMS`. Windows: `certutil -hashfile NAMA-BERKAS SHA256`.
Linux: `sha256sum --check SHA256SUMS`. Cara memasang: `docs/install.md`.
"""
UNSIGNED = """
Pemasang Windows ini **tidak ditandatangani**; Windows akan memperingatkan. Cocokkan SHA-256-nya.
"""


def section(version: str) -> str:
    """Return what the change log says of a version."""
    told = (freeze.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    context = [part for part in told.split("\n## ")[1:] if part.split()[0] == version]
    if not context:
        raise dev.Stop(f"CHANGELOG.md tidak memuat versi {version}")
    return context[0].split("\n", 1)[1].strip()


def is_signed(setup: Path) -> bool:
    """Return whether a Windows executable is signed, by its PE header."""
    data = setup.read_bytes()
    header = int.from_bytes(data[0x3C:0x40], "little") + 24
    wide = data[header : header + 2] == b"\x0b\x02"  # of the 64-bit kind
    certificates = header + (112 if wide else 96) + 4 * 8
    return any(data[certificates : certificates + 8])


def main(tag: str, folder: Path) -> int:
    """Print the notes and write the sums."""
    version = freeze.version()
    if tag != f"v{version}":
        raise dev.Stop(f"tag {tag} tidak sama dengan versi program {version}")
    package.write_sums(folder)
    notes = section(version) + "\n"
    if not all(is_signed(setup) for setup in folder.glob("*.exe")):
        notes += UNSIGNED
    print(notes + HOW_TO_CHECK)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1], Path(sys.argv[2])))
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

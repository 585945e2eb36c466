"""Lists the licence of everything a release carries, and stops at one that nobody agreed to.

``python3 packaging/licence_list.py FILE.cdx.json`` reads the bill of materials of a build. A new
licence is agreed to by a line here, after a person has read it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dev

if TYPE_CHECKING:
    from collections.abc import Iterator

AGREED = frozenset(
    {
        "BSD License",
        "LGPL-3.0-only",
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        "MIT",
        "PSF-2.0",
    }
)
# PyInstaller's licence excepts the starter that it puts into what it builds.
AGREED_FOR_ONE = {("pyinstaller", "GPL-2.0-only")}


def licences(component: dict[str, Any]) -> Iterator[str]:
    """Yield the licences of a component, by their short names where the bill has them."""
    for entry in component.get("licenses", ()):
        licence = entry.get("license", {})
        named = entry.get("expression") or licence.get("id") or licence.get("name", "")
        yield named.removeprefix("License :: OSI Approved :: ")


def is_agreed(name: str, named: tuple[str, ...]) -> bool:
    """Tell whether every licence of a component is agreed to; one without any is not."""
    return bool(named) and all(
        licence in AGREED or (name, licence) in AGREED_FOR_ONE for licence in named
    )


def listed(bill: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each component; stop after the last one when a licence is new."""
    strange = []
    for component in sorted(bill["components"], key=lambda one: str(one["name"]).lower()):
        name, named = component["name"], tuple(licences(component))
        yield f"{name} {component['version']}: {', '.join(named) or '?'}"
        if not is_agreed(name, named):
            strange.append(name)
    if strange:
        raise dev.Stop(f"lisensi belum disetujui: {', '.join(strange)} (lihat licence_list.py)")


def main(files: list[str]) -> int:
    """Print the licences of one or more bills."""
    for file in files:
        for line in listed(json.loads(Path(file).read_text(encoding="utf-8"))):
            print(line)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

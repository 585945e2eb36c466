"""Lists the licences of all components of a release; fails at one that is not allowed.

``python3 packaging/dev.py script freeze.licence_list FILE.cdx.json`` reads the SBOM of
a build. A new licence is agreed to by a line here, after a person has read it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev
from freeze import sbom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from freeze.sbom import Entry

AGREED = frozenset(
    {
        *(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "CPL-1.0",
            "FTL",
            "HPND",
        ),
        *("IJG", "Imlib2", "LGPL-3.0-only", "LicenseRef-ICC", "LicenseRef-public-domain", "MIT"),
        "MIT-0",
        "OFL-1.1",
        *("PSF-2.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib", "bzip2-1.0.6"),
        *("libpng-2.0", "LicenseRef-Microsoft-Distributable-Code", "LicenseRef-LCS-Telegraphics"),
        # PyInstaller's licence excepts the starter that it puts into what it builds.
        "GPL-2.0-or-later WITH Bootloader-exception",
    }
)
WORDS = re.compile(r"\(|\)|\bAND\b|\bOR\b")


def licences(component: Entry) -> Iterator[str]:
    """Yield the licences of a component as SPDX expressions."""
    for entry in component.get("licenses", ()):
        yield entry.get("expression") or entry.get("license", {}).get("id", "")


def is_agreed(expression: str) -> bool:
    """Return whether an SPDX expression is allowed: one side of OR, both sides of AND."""
    for word, enough in (("OR", any), ("AND", all)):
        parts = split(expression, word)
        if len(parts) > 1:
            return enough(map(is_agreed, parts))
    inner = expression.strip()
    if inner.startswith("(") and inner.endswith(")"):
        return is_agreed(inner[1:-1])
    return inner in AGREED


def split(expression: str, word: str) -> list[str]:
    """Split an expression at an operator outside of parentheses."""
    parts, depth, begin = [], 0, 0
    for found in WORDS.finditer(expression):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == word and not depth:
            parts.append(expression[begin : found.start()])
            begin = found.end()
    return [*parts, expression[begin:]]


def listed(told: Entry) -> Iterator[str]:
    """Yield a line for each component; exit after the last one if a licence is not allowed."""
    strange = []
    for component in sorted(sbom.every(told), key=lambda one: str(one["name"]).lower()):
        name, named = component["name"], tuple(licences(component))
        yield f"{name} {component.get('version', '-')}: {', '.join(named) or '?'}"
        if not named or not all(map(is_agreed, named)):
            strange.append(name)
    if strange:
        raise dev.Stop(f"lisensi belum disetujui: {', '.join(strange)} (lihat licence_list.py)")


def main(files: list[str]) -> int:
    """Print the licences of one or more SBOMs."""
    for file in files:
        for line in listed(json.loads(Path(file).read_text(encoding="utf-8"))):
            print(line)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except dev.Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")

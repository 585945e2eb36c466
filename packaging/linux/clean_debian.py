"""Runs the acceptance test of the .deb in minimal systems of Debian 12 and 13.

As root, after ``python3 packaging/dev.py package``: ``python3 packaging/dev.py script
linux.clean_debian``, or both at once by ``python3 packaging/dev.py package --try``. bare_debian.py
makes the clean systems.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import dev
from freeze import freeze
from linux import bare_debian

SUITES = ("bookworm", "trixie")
ACCEPTANCE = freeze.ROOT / "packaging" / "linux" / "acceptance.py"


def try_in(suite: str, package: Path) -> int:
    """Run the acceptance test in a clean system, remove the system, return the exit code."""
    with bare_debian.unpacked(suite) as root:
        return dev.call([sys.executable, ACCEPTANCE, root, package, "--tests", dev.PYTHON])


def newest() -> Path:
    """Return the package of this version."""
    file = freeze.ROOT / "dist" / f"jknassist_{freeze.version()}_amd64.deb"
    if not file.exists():
        raise dev.Stop(f"{file.name} belum ada; jalankan: python3 packaging/dev.py package")
    return file


def main(arguments: list[str]) -> int:
    """Try the package in every suite that is asked for; return 1 when one of them fails."""
    parser = argparse.ArgumentParser()
    parser.add_argument("package", type=Path, nargs="?")
    parser.add_argument("--suite", action="append", help="once or more; default: all known")
    asked = parser.parse_args(arguments)
    bare_debian.prepare(bare_debian.TOOLS)
    dev.install(dev.DEV_LOCK)
    dev.prepare_system(for_tests=True)
    package = asked.package or newest()
    return max([try_in(suite, package.resolve()) for suite in asked.suite or SUITES])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

"""Tries the .deb in clean systems: Debian 12 and 13, each as debootstrap leaves it.

As root, after ``python3 packaging/dev.py package``: ``python3 packaging/debian_try.py``, or both at
once by ``python3 packaging/dev.py package --try``. The clean systems are kept as SUITE.tar in
build/clean; put your own there for another release or other package sources.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import freeze

SUITES = ("bookworm", "trixie")
CLEAN = freeze.BUILD / "clean"
ACCEPTANCE = freeze.ROOT / "packaging" / "linux" / "acceptance.py"
TOOLS = {
    "debootstrap": "debootstrap debian-archive-keyring",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
}
FROM_HERE = ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt")
"""What the clean system wants of this one to reach its package sources."""


def prepare() -> None:
    """Stop when a system cannot be made and entered here."""
    if getattr(os, "geteuid", lambda: 1)() != 0:
        raise dev.Stop("mencoba paket perlu root: sudo python3 packaging/debian_try.py")
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing and not dev.install_packages(" ".join(missing).split()):
        raise dev.Stop("perlu: sudo apt-get install " + " ".join(missing))


def make_clean(suite: str) -> Path:
    """Return the archive of a clean system; make it when it is not there yet."""
    archive, folder = CLEAN / f"{suite}.tar", CLEAN / f"{suite}-new"
    if archive.exists():
        return archive
    dev.say(f"Menyiapkan Debian {suite} yang bersih ...")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = ["debootstrap", "--variant=minbase", suite, str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for name in FROM_HERE:
        if Path("/", name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path("/", name), folder / name)
    freeze.run(["tar", "--create", "--file", archive, "--directory", folder, "."])
    shutil.rmtree(folder)
    return archive


def try_in(suite: str, package: Path) -> int:
    """Unpack a clean system, let the acceptance run in it, throw it away; return the exit code."""
    archive, root = make_clean(suite), CLEAN / suite
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    freeze.run(["tar", "--extract", "--file", archive, "--directory", root])
    picture = freeze.BUILD / f"debian-{suite}.png"
    code = dev.call([sys.executable, ACCEPTANCE, root, package, "--picture", picture])
    # Only what is really unmounted may be deleted: behind a mount lies this system.
    if not any(os.path.ismount(place) for place in (root / "proc", root / "tmp" / ".X11-unix")):
        shutil.rmtree(root)
    return code


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
    prepare()
    package = asked.package or newest()
    return max([try_in(suite, package.resolve()) for suite in asked.suite or SUITES])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

"""Tests the checkout on a minimal Debian that has Python and pip only.

As root: ``python3 packaging/dev.py test --in SUITE``, with ``-- ARGUMENTS`` for pytest alone. The
checkout with uncommitted changes is copied into the home folder of root, or with ``--user`` into
that of a user with sudo rights, and the test command of the README is run there. ``--keep`` keeps
the system, and uses it again the next time.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path

import dev
from freeze import freeze
from linux import bare_debian

SUITES = ("bookworm", "trixie", "forky")
NEEDS = ("python3", "python3-pip")
"""Packages that the README requires."""

USER = "relawan"
NAME = "jknassist"
GB = 1e9


def set_up(root: Path, home: str, settings: dict[str, str], shared: list[Path]) -> None:
    """Install the packages that the README requires, and create the user."""
    apt = "apt-get -qq -o Dpkg::Use-Pty=0"
    install = f"{apt} install -y --no-install-recommends"
    needs = " ".join(NEEDS)
    lines = [f"{apt} update", f"{install} {needs} >/dev/null"]
    if home != "/root":
        lines += [
            f"{install} sudo >/dev/null",
            f"useradd --create-home --shell /bin/bash {USER}",
            f"echo '{USER} ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/{USER}",
        ]
    quiet = {**settings, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}
    command = ["sh", "-ec", "\n".join(lines)]
    if bare_debian.run_in(root, command, quiet, shared):
        raise dev.Stop("Python dan pip tidak dapat dipasang di Debian itu; sebabnya ada di atas.")


def copy_checkout(folder: Path) -> None:
    """Clone the repository and copy uncommitted changes over it."""
    keep = folder / ".venv"
    aside = folder.parent / f".{NAME}-venv"
    if keep.exists():
        keep.rename(aside)
    shutil.rmtree(folder, ignore_errors=True)
    git = ["git", "-c", "safe.directory=*"]
    freeze.run([*git, "clone", "--quiet", "--no-hardlinks", freeze.ROOT, folder])
    listing = [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listing, cwd=freeze.ROOT, check=True, capture_output=True, text=True)
    now = {name for name in told.stdout.split("\0") if name and (freeze.ROOT / name).exists()}
    for name in now:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(freeze.ROOT / name, folder / name)
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        name = path.relative_to(folder).as_posix()
        if name not in now and not name.startswith(".git/"):
            path.unlink()
    if aside.exists():
        aside.rename(keep)


def size(folder: Path) -> float:
    """Return the size of a folder in GB."""
    told = subprocess.run(["du", "-sxB1", folder], check=True, capture_output=True, text=True)
    return int(told.stdout.split()[0]) / GB


def test_in(suite: str, arguments: list[str], *, user: bool, keep: bool) -> int:
    """Run the test command of the README in a bare system; return its exit code."""
    home = f"/home/{USER}" if user else "/root"
    name = f"{suite}-test-{USER if user else 'root'}"
    ready = (bare_debian.CLEAN / name / home.lstrip("/") / NAME).exists()
    with bare_debian.unpacked(suite, name, keep=keep) as root:
        bare = size(root)
        settings, named = bare_debian.network()
        shared = bare_debian.give(root, named)
        if not (keep and ready):
            set_up(root, home, settings, shared)
            # Installing pip has replaced the certificates of this system by those of Debian.
            bare_debian.give(root, named)
        copy_checkout(root / home.lstrip("/") / NAME)
        if user:
            bare_debian.run_in(root, ["chown", "-R", f"{USER}:", home], {}, shared)
        before = time.monotonic()
        variables = {**settings, "HOME": home, "USER": USER if user else "root"}
        test = ["python3", "packaging/dev.py", "test", *arguments]
        command = ["sh", "-c", f'cd {home}/{NAME} && exec "$@"', "sh", *test]
        code = bare_debian.run_in(root, as_user(command, user=user), variables, shared)
        took = (time.monotonic() - before) / 60
        dev.say(f"\n{suite}, {home}: kode {code}, {took:.1f} menit, {size(root) - bare:.1f} GB")
    return code


def as_user(command: list[str], *, user: bool) -> list[str]:
    """Return a command that runs as an unprivileged user."""
    becoming = ["setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"]
    return [*becoming, *command] if user else command


def main(arguments: list[str]) -> int:
    """Test in the suites that are asked for; return 1 when one of them fails."""
    parser = argparse.ArgumentParser(prog="dev.py test --in")
    parser.add_argument("suite", nargs="+", help=", ".join(SUITES))
    parser.add_argument("--user", action="store_true", help="in the home folder of a user")
    parser.add_argument("--keep", action="store_true", help="keep the system for the next time")
    at = arguments.index("--") if "--" in arguments else len(arguments)
    asked, rest = parser.parse_args(arguments[:at]), arguments[at + 1 :]
    bare_debian.prepare(bare_debian.TOOLS)
    codes = [test_in(suite, rest, user=asked.user, keep=asked.keep) for suite in asked.suite]
    return max(map(bool, codes))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")

"""Creates minimal Debian systems with debootstrap and runs commands in them.

A system is created once and kept as SUITE.tar in build/clean; each use unpacks it again. Put
another archive there to use other package sources. Mounts for a command are made in a namespace of
their own, which ends with the command, so that none are left in this system.
"""

from __future__ import annotations

import ast
import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import dev
from freeze import freeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CLEAN = freeze.BUILD / "clean"
TOOLS = {"debootstrap": "debootstrap debian-archive-keyring"}
SCRIPTS = Path("/usr/share/debootstrap/scripts")
MEMORY = "dev/shm"
NEWEST = SCRIPTS / "sid"
"""Script of debootstrap for a suite that is newer than debootstrap."""

PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
FROM_HERE = ("etc/resolv.conf", "etc/hosts", "etc/ssl/certs/ca-certificates.crt")
"""Files of this system that the clean system needs to reach its package sources."""

APT_NETWORK = (
    "Acquire::http::",
    "Acquire::https::",
    "Acquire::Retries",
    "Acquire::Check-Valid-Until",
)
"""Settings of apt for the network (proxy and the like), and for the age of indexes."""

FILE = "file://"
PROXIES = ("http_proxy", "https_proxy", "ftp_proxy", "no_proxy")
CERTIFICATES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


def prepare(tools: Mapping[str, str]) -> None:
    """Exit if the tools or rights to create and enter a system are missing."""
    if getattr(os, "geteuid", lambda: 1)() != 0:
        raise dev.Stop("Debian yang bersih hanya dapat dibuat oleh root: ulangi dengan sudo")
    missing = [package for tool, package in tools.items() if not shutil.which(tool)]
    if missing and not dev.install_packages(" ".join(missing).split()):
        raise dev.Stop("perlu: sudo apt-get install " + " ".join(missing))


def make_clean(suite: str) -> Path:
    """Return the archive of a clean system; create it if it does not exist."""
    archive, folder = CLEAN / f"{suite}.tar", CLEAN / f"{suite}-new"
    if archive.exists():
        return archive
    dev.say(f"Menyiapkan Debian {suite} yang bersih ...")
    remove(folder)
    folder.mkdir(parents=True)
    command: list[str | Path] = ["debootstrap", "--variant=minbase", suite, folder]
    if not (SCRIPTS / suite).exists():
        # An empty string means the default source of debootstrap.
        command += ["", NEWEST]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    unfinished = archive.with_suffix(".part")
    freeze.run(["tar", "--create", "--file", unfinished, "--directory", folder, "."])
    unfinished.rename(archive)
    remove(folder)
    return archive


def join_network(root: Path) -> None:
    """Copy the network settings of this system into another one."""
    for name in FROM_HERE:
        if Path("/", name).exists():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path("/", name), root / name)
    (root / "etc/apt/apt.conf.d/99network").write_text(network_of_apt())


def network_of_apt() -> str:
    """Return the network settings of apt on this system; empty without apt."""
    if not shutil.which("apt-config"):
        return ""
    told = subprocess.run(["apt-config", "dump"], check=True, capture_output=True, text=True)
    lines = [line for line in told.stdout.splitlines() if line.startswith(APT_NETWORK)]
    return "".join(f"{line}\n" for line in lines)


@contextlib.contextmanager
def unpacked(suite: str, name: str = "", *, keep: bool = False) -> Iterator[Path]:
    """Unpack a clean system into a temporary folder, removed at the end unless it is kept."""
    archive, root = make_clean(suite), CLEAN / (name or suite)
    if not (keep and root.exists()):
        remove(root)
        root.mkdir()
        freeze.run(["tar", "--extract", "--file", archive, "--directory", root])
    join_network(root)
    try:
        yield root
    finally:
        if not keep:
            remove(root)


def remove(folder: Path) -> None:
    """Delete a folder, unless something is mounted below it: that would delete the host's files."""
    mounted = mounts_in(folder)
    if mounted:
        raise dev.Stop(f"masih terpasang di dalam {folder}: " + ", ".join(mounted))
    shutil.rmtree(folder, ignore_errors=True)


def mounts_in(folder: Path) -> list[str]:
    """Return the mount points at or below a folder."""
    top = str(folder.resolve())
    table = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    # The fifth field is the mount point, with octal escapes for spaces.
    places = [line.split()[4].replace("\\040", " ") for line in table]
    return [place for place in places if place == top or place.startswith(f"{top}/")]


def run_in(
    root: Path, command: Sequence[str], settings: Mapping[str, str], shared: Sequence[Path] = ()
) -> int:
    """Run a command in a system with /proc, /sys and shared memory; return its exit code.

    Its child processes end with it. `shared` are folders of this system that it may read.
    """
    for place in (*shared,):
        (root / place.relative_to("/")).mkdir(parents=True, exist_ok=True)
    words = {"PATH": PATH, "LANG": "C.UTF-8", **settings}
    inner = ["chroot", str(root), "env", "-i", *(f"{k}={v}" for k, v in words.items()), *command]
    mounting = [
        ["mount", "-t", "proc", "proc", f"{root}/proc"],
        ["mount", "-t", "sysfs", "-o", "ro", "sysfs", f"{root}/sys"],
        ["mount", "-t", "tmpfs", "tmpfs", f"{root}/run"],
        ["mkdir", "-p", f"{root}/{MEMORY}", f"{root}/dev/pts"],
        ["mount", "-t", "tmpfs", "-o", "mode=1777", "tmpfs", f"{root}/{MEMORY}"],
        ["mount", "-t", "devpts", "-o", "newinstance,ptmxmode=0666", "pts", f"{root}/dev/pts"],
        *(["mount", "--bind", "-o", "ro", str(place), f"{root}{place}"] for place in shared),
    ]
    namespace = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation=private"]
    inside = dev.module_command("linux.bare_debian", python=sys.executable)
    return dev.call([*namespace, *inside, repr([*mounting, inner])])


def run_all(commands: Sequence[Sequence[str]]) -> int:
    """Run commands one after the other, up to the first that fails; return its exit code."""
    for command in commands:
        if code := subprocess.run(command, check=False).returncode:
            return code
    return 0


# Settings of pip, passed on to the pip inside.


def settings_of_pip() -> tuple[dict[str, str], list[Path]]:
    """Return the settings of pip as environment variables, and the paths they contain."""
    command = [dev.outer_python(), "-m", "pip", "config", "list"]
    told = subprocess.run(command, check=False, capture_output=True, text=True).stdout
    # The environment comes last: it overrides the files.
    lines = sorted((line for line in told.splitlines() if "=" in line), key=is_environment)
    settings = dict(map(pip_setting, lines))
    words = [word for value in settings.values() for word in value.split()]
    named = [Path(word) for word in words if word.startswith("/")]
    # The pages of an index refer to its files by relative paths.
    named += [Path(word[len(FILE) :]).parent for word in words if word.startswith(FILE)]
    return settings, [path for path in named if path.exists()]


def is_environment(line: str) -> bool:
    """Return whether a line of ``pip config list`` comes from the environment."""
    return line.startswith(":env:")


def pip_setting(line: str) -> tuple[str, str]:
    """Return a line of ``pip config list``, from a file or the environment, as a variable."""
    key, _, value = line.partition("=")
    name = key.rpartition(".")[2].replace("-", "_").upper()
    return f"PIP_{name}", " ".join(str(ast.literal_eval(value)).split())


def network() -> tuple[dict[str, str], list[Path]]:
    """Return the network settings as environment variables, and the paths they contain."""
    settings, named = settings_of_pip()
    for name in (*PROXIES, *(each.upper() for each in PROXIES), *CERTIFICATES):
        if value := os.environ.get(name):
            settings[name] = value
            named += [Path(value)] if name in CERTIFICATES and Path(value).exists() else []
    return settings, named


def give(root: Path, named: Sequence[Path]) -> list[Path]:
    """Copy the files among some paths into a system; return the folders, to be shared."""
    for path in named:
        inside = root / path.relative_to("/")
        if path.is_file():
            inside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, inside)
    return sorted({path for path in named if path.is_dir()})


if __name__ == "__main__":
    sys.exit(run_all(ast.literal_eval(sys.argv[1])))

#!/usr/bin/env python3
"""Set up, start and test jknassist on a fresh machine that has Python and pip, nothing else.

Standard library only, in a syntax that an old Python can parse far enough to report that it is too
old. Its messages are in Indonesian, for volunteers. To add a command, add a function and a line in
COMMANDS. Longer than other files, because it must work alone.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
RUN_LOCK = "packaging/locks/run.lock"
DEV_LOCK = "packaging/locks/dev.lock"  # what runs, tests and lints; holds all of RUN_LOCK
PACKAGE_LOCK = "packaging/locks/package.lock"  # what runs and freezes: no test tool
RELEASE_LOCK = "packaging/locks/release.lock"  # what inspects a finished build
MUTATION_LOCK = "packaging/locks/mutation.lock"  # what runs and tests, and mutmut

# Shared libraries that Qt needs on Linux, with their packages in Debian and Ubuntu.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libcups.so.2": "libcups2",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Further programs that some tests need; without them these tests are skipped.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus",
    "pdftotext": "poppler-utils",
    "dot": "graphviz",
    "lpstat": "cups-client",
    "zbarimg": "zbar-tools",
    "strace": "strace",
    "xrandr": "x11-xserver-utils",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "man": "man-db",
    "espeak-ng": "espeak-ng",
    "oggenc": "vorbis-tools",
}
TEST_FILES = {
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf": "fonts-dejavu-core",
    # Found by path, since sbin is not in every PATH.
    "/usr/sbin/cupsd": "cups-daemon",
    "/usr/lib/cups/filter/pdftoraster": "cups-filters",
    # The accessibility library for Python, which is part of the system's Python.
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}

OLD_PYTHON = "perlu Python 3.11 atau lebih baru; yang ini {} ({})."
NO_PIP = """pip (22.3 atau lebih baru) tidak ada. Di Debian/Ubuntu pasang dengan:
  sudo apt-get install python3-pip"""
NO_FOLDER = "folder {} tidak dapat dibuat. Apakah Anda boleh menulis di sana?"
NO_DOWNLOAD = """pustaka tidak dapat dipasang; sebabnya ada di atas.
Periksa sambungan internet dan ruang disk, lalu jalankan perintah ini lagi.
(Linux: 64-bit dengan glibc 2.34, misalnya Debian 12 atau Ubuntu 22.04. Windows: 10, 64-bit.)"""
NO_QT = """pustaka sistem untuk Qt belum ada. Di Debian/Ubuntu jalankan:
{}
lalu ulangi perintah ini. Di Linux lain: paket yang sepadan."""


class Stop(Exception):  # noqa: N818 (it ends the work; what it says is for the person)
    """A problem that the user has to solve first; the message is for them."""


def say(text: str) -> None:
    """Print a progress message, flushed so that it is in order with output of subprocesses."""
    print(text, flush=True)


def call(command: Sequence[str | Path], *, folder: Path | None = None, quiet: bool = False) -> int:
    """Run a program and return its exit code; when quiet it shows its errors only."""
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=folder, stdout=output, check=False).returncode


def answers(command: Sequence[str | Path]) -> bool:
    """Return whether a program exits with 0; its output is not shown."""
    done = subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0


# The virtual environment .venv, installed from a lock file.


def outer_python() -> str:
    """Return the Python that .venv is made from, even when the one inside .venv runs us."""
    inside = Path(sys.prefix) == VENV
    return str(getattr(sys, "_base_executable", sys.executable)) if inside else sys.executable


def stamp(lock: str) -> str:
    """Return a fingerprint of a lock file; an environment with another one is out of date."""
    parts = [(ROOT / name).read_bytes() for name in (lock, "pyproject.toml")]
    parts += [sys.version.encode(), str(ROOT).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_ready(lock: str) -> bool:
    """Return whether .venv is up to date with a lock file, this Python and this folder."""
    file = VENV / f".{Path(lock).name}"
    return PYTHON.exists() and file.exists() and file.read_text() == stamp(lock)


def pip(python: Path | None = None) -> list[str]:
    """Return the command that installs into .venv, or into the environment of another Python.

    Debian's Python has no ensurepip, and its pip must not change the system. So .venv is created
    without pip, and the outer pip installs into it.
    """
    inside = str(python or PYTHON)
    outside = [outer_python(), "-m", "pip"]
    if answers([*outside, "--python", inside, "--version"]):
        return [*outside, "--python", inside]
    if answers([inside, "-m", "ensurepip"]):
        return [inside, "-m", "pip"]
    raise Stop(NO_PIP)


def make_venv() -> None:
    """Create .venv again if it is missing or belongs to another Python or folder."""
    note, maker = VENV / ".made-by", f"{sys.version}\n{ROOT}"
    if PYTHON.exists() and note.exists() and note.read_text() == maker:
        return
    say("Menyiapkan folder .venv ...")
    if call([outer_python(), "-m", "venv", "--without-pip", "--clear", VENV]):
        raise Stop(NO_FOLDER.format(VENV))
    note.write_text(maker)


def put_checkout_on_path() -> None:
    """Make the program importable from this folder in .venv.

    One line in a .pth file, not ``pip install --editable .``: that would need a build backend on
    every machine and do the same in the end.
    """
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.check_output([PYTHON, "-c", where], text=True).strip()
    (Path(folder) / "jknassist.pth").write_text(f"{ROOT}\n", encoding="locale")


def install(lock: str) -> None:
    """Install exactly the packages of a lock file into .venv: binary wheels, checked by hash."""
    if is_ready(lock):
        return
    make_venv()
    say("Mengunduh dan memasang pustaka (sekali saja, sekitar 100 MB) ...")
    options = ["--quiet", "--disable-pip-version-check", "--no-warn-script-location"]
    checks = ["--require-hashes", "--only-binary=:all:", "--no-deps"]
    os.environ.setdefault("PIP_ROOT_USER_ACTION", "ignore")
    if call([*pip(), "install", *options, *checks, "--requirement", ROOT / lock]):
        raise Stop(NO_DOWNLOAD)
    put_checkout_on_path()
    (VENV / f".{Path(lock).name}").write_text(stamp(lock))


# System packages of Debian or Ubuntu for Qt and the tests.


def loads(library: str) -> bool:
    """Return whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(*, for_tests: bool) -> list[str]:
    """Return the missing Debian packages; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for library, package in QT_LIBRARIES.items() if not loads(library)]
    if for_tests:
        packages += [package for tool, package in TEST_TOOLS.items() if not shutil.which(tool)]
        packages += [package for file, package in TEST_FILES.items() if not Path(file).exists()]
    return packages


def rights() -> list[str] | None:
    """Return the command prefix that permits apt-get to install, or None if there is none."""
    if not shutil.which("apt-get"):
        return None
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    if shutil.which("sudo") and (sys.stdin.isatty() or answers(["sudo", "-n", "true"])):
        return ["sudo"]
    return None


def install_packages(packages: Sequence[str]) -> bool:
    """Install Debian packages if permitted; return whether that succeeded."""
    before = rights()
    if before is None:
        return False
    say("Memasang pustaka sistem: " + " ".join(packages))
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    call([*apt, "update"], quiet=True)
    install_ = ["install", "-y", "--no-install-recommends", *packages]
    return call([*apt, *install_], quiet=True) == 0


def prepare_system(*, for_tests: bool = False) -> None:
    """Install missing system packages; stop if Qt cannot start without them."""
    wanted = missing_packages(for_tests=for_tests)
    if not wanted or install_packages(wanted):
        return
    command = "  sudo apt-get install --no-install-recommends " + " ".join(wanted)
    if any(package in QT_LIBRARIES.values() for package in wanted):
        raise Stop(NO_QT.format(command))
    say("Sebagian uji akan dilewati. Agar semua berjalan:\n" + command)


# The commands.


def setup(_: Sequence[str]) -> int:
    """Install everything that is needed to run and test."""
    install(DEV_LOCK)
    prepare_system(for_tests=True)
    say(f"Siap. Python untuk jknassist: {PYTHON}")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Start the program with the given arguments (run -- --lang en)."""
    if not is_ready(DEV_LOCK):
        install(RUN_LOCK)
    prepare_system()
    # -P: nothing is imported from the current folder.
    return call([PYTHON, "-P", "-m", "jknassist", *arguments])


TESTS_AND_SCRIPTS = ("tests", "packaging")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    # What the program imports it names itself, and nothing more; tests and scripts may use groups.
    ("deptry", "jknassist"),
    ("deptry", *TESTS_AND_SCRIPTS, "--ignore", "DEP002,DEP004"),
)


def lint(_: Sequence[str]) -> int:
    """Check the style, the types, the layers and the dependencies."""
    install(DEV_LOCK)
    failed = []
    for check in CHECKS:
        say("\n> " + " ".join(check))
        tool = shutil.which(check[0], path=PYTHON.parent) or check[0]
        if call([tool, *check[1:]], folder=ROOT):
            failed.append(" ".join(check))
    if failed:
        say("Gagal: " + ", ".join(failed))
    return len(failed)


def test(arguments: Sequence[str]) -> int:
    """Lint, then test; with arguments pytest only (--in SUITE: in a minimal Debian)."""
    if arguments[:1] == ["--in"]:
        return module("linux.checkout_test", arguments[1:])
    install(DEV_LOCK)
    prepare_system(for_tests=True)
    if arguments[:1] == ["--no-lint"]:
        return all_tests(arguments[1:])
    say("\n> pytest " + shlex.join(arguments))
    if arguments:
        return call([PYTHON, "-m", "pytest", *arguments], folder=ROOT)
    return all_tests(beside=[[sys.executable, str(ROOT / "packaging" / "dev.py"), "lint"]])


BESIDE = (
    ("tests/end_to_end/test_kiosk_attacks.py", "tests/end_to_end/test_selections.py"),
    ("tests/end_to_end", "tests/system/test_supervisor.py"),
    ("tests/gui/whole", "tests/gui/kiosk"),
)
"""Each group of tests runs in parallel to all others.

The first two mostly wait for a subprocess; the third has as much work as all that is left for the
other core. A path belongs to the first group that names it or a folder above it.
"""


def all_tests(arguments: Sequence[str] = (), beside: Sequence[Sequence[str]] = ()) -> int:
    """Run the groups of tests, and commands beside them, in parallel to the other tests.

    The output of what runs beside is printed last.
    """
    named: list[str] = []
    commands = [*beside]
    for group in BESIDE:
        commands.append([str(PYTHON), "-m", "pytest", *group, *_ignored(named), *arguments])
        named += group
    with contextlib.ExitStack() as stack:
        begun = []
        for command in commands:
            told = stack.enter_context(tempfile.TemporaryFile())
            process = subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)
            stack.callback(process.kill)
            begun.append((process, told))
        result = call([PYTHON, "-m", "pytest", *_ignored(named), *arguments], folder=ROOT)
        for process, told in begun:
            code = process.wait()
            result = result or code
            told.seek(0)
            say(told.read().decode(errors="replace"))
    return result


def _ignored(paths: Sequence[str]) -> list[str]:
    return [f"--ignore={path}" for path in paths]


def journeys(arguments: Sequence[str]) -> int:
    """Test the frozen program in a real window (journeys --program COMMAND: an installed one)."""
    install(DEV_LOCK)
    prepare_system(for_tests=True)
    return call(
        [PYTHON, "-m", "pytest", "tests/end_to_end/test_journeys.py", *arguments], folder=ROOT
    )


def cover(arguments: Sequence[str]) -> int:
    """Test with coverage: the whole as pyproject.toml asks, the core without a gap."""
    install(DEV_LOCK)
    prepare_system(for_tests=True)
    whole = call([PYTHON, "-m", "pytest", "--cov", *arguments], folder=ROOT)
    report = ["coverage", "report", "--include=jknassist/core/*", "--fail-under=100"]
    return call([PYTHON, "-m", *report], folder=ROOT) or whole


def lock(arguments: Sequence[str]) -> int:
    """Renew the lock files from pyproject.toml (lock --upgrade: with the newest versions)."""
    compile_ = ["pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    compile_ += ["--python-version", "3.11", "--no-annotate"]
    compile_ += ["--no-emit-index-url", "--no-emit-find-links"]
    compile_ += ["--custom-compile-command", "python3 packaging/dev.py lock", *arguments]
    files = {
        RUN_LOCK: ["pyproject.toml"],
        DEV_LOCK: ["pyproject.toml", "--group", "test", "--group", "lint", "-c", RUN_LOCK],
        PACKAGE_LOCK: ["pyproject.toml", "--group", "package", "-c", RUN_LOCK],
        RELEASE_LOCK: ["--group", "pyproject.toml:release"],
        MUTATION_LOCK: ["pyproject.toml", "--group", "test", "--group", "mutation", "-c", DEV_LOCK],
    }
    with tempfile.TemporaryDirectory() as folder:
        uv = find_uv(Path(folder))
        return max(call([uv, *compile_, *more, "-o", f], folder=ROOT) for f, more in files.items())


def find_uv(folder: Path) -> Path | str:
    """Return uv, which resolves for all systems at once; download it if it is missing."""
    found = shutil.which("uv")
    if found:
        return found
    make_venv()
    if call([*pip(), "install", "--quiet", "--target", folder, "uv"]):
        raise Stop("uv tidak dapat diunduh.")
    return folder / "bin" / ("uv.exe" if os.name == "nt" else "uv")


RUN_MODULE = """import runpy, sys
sys.path[0] = sys.argv.pop(1)
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)"""


def module_command(name: str, *, python: str | Path | None = None) -> list[str]:
    """Return the command that runs a module of this folder as a script."""
    return [str(python or outer_python()), "-c", RUN_MODULE, str(ROOT / "packaging"), name]


def module(name: str, arguments: Sequence[str | Path], *, python: str | Path | None = None) -> int:
    """Run a module of this folder as a script, with the Python outside .venv or another one."""
    return call([*module_command(name, python=python), *arguments])


def script(arguments: Sequence[str]) -> int:
    """Run one of the scripts below packaging/ by its module name (script tools.release_notes)."""
    return module(arguments[0], arguments[1:]) if arguments else show_help()


def schema(_: Sequence[str]) -> int:
    """Write the JSON Schemas beside the content, for completion and validation in editors."""
    install(DEV_LOCK)
    for kind in ("knowledge", "numbering"):
        drawn = subprocess.check_output([PYTHON, "-P", "-m", "jknassist", "schema", kind])
        (ROOT / "resources" / f"{kind}.schema.json").write_bytes(drawn.replace(b"\r\n", b"\n"))
    return 0


def screenshots(arguments: Sequence[str]) -> int:
    """Render every page in both themes and all text sizes into build/screenshots."""
    install(DEV_LOCK)
    prepare_system()
    return module("tools.screenshots", arguments, python=PYTHON)


def reading(arguments: Sequence[str]) -> int:
    """Report the readability of the content and its hardest texts (reading FILE: of a draft)."""
    install(DEV_LOCK)
    return module("tools.reading_age", arguments, python=PYTHON)


VOICE_TOOLS = {tool: TEST_TOOLS[tool] for tool in ("espeak-ng", "oggenc")}


def install_tools(tools: dict[str, str]) -> None:
    """Install the packages of missing programs; stop if not permitted."""
    wanted = [package for tool, package in tools.items() if not shutil.which(tool)]
    if wanted and not install_packages(wanted):
        raise Stop("perlu: sudo apt-get install " + " ".join(wanted))


def voice(arguments: Sequence[str]) -> int:
    """Generate the voice packs in build/voice with espeak-ng (voice id: one language)."""
    install(DEV_LOCK)
    install_tools(VOICE_TOOLS)
    return module("tools.voice_pack", arguments, python=PYTHON)


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks (bench pages soak; bench --json FILE; bench all)."""
    install(DEV_LOCK)
    prepare_system(for_tests=True)
    return call([PYTHON, "-P", "-m", "tests.bench.run", *arguments])


def mutate(arguments: Sequence[str]) -> int:
    """Mutation testing: report the mutants that the tests do not kill (mutate core/phone)."""
    return module("tools.mutate", arguments)


def freeze(arguments: Sequence[str]) -> int:
    """Freeze the program into build/frozen, with its own Python and Qt."""
    return module("freeze.freeze", arguments)


def package(arguments: Sequence[str]) -> int:
    """Build the Linux release in dist/: .debs, .tar.xz, sums, SBOM (--try: in clean Debians)."""
    return module("linux.package", arguments)


def windows(arguments: Sequence[str]) -> int:
    """Build and test the Windows program and installer; on Debian under Wine."""
    return module("windows.build", arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "journeys": journeys,
    "cover": cover,
    "setup": setup,
    "lock": lock,
    "schema": schema,
    "screenshots": screenshots,
    "reading": reading,
    "bench": bench,
    "mutate": mutate,
    "voice": voice,
    "freeze": freeze,
    "package": package,
    "windows": windows,
    "script": script,
}


def show_help() -> int:
    """List the commands."""
    say("Cara pakai: python3 packaging/dev.py PERINTAH [...]\n")
    for name, command in COMMANDS.items():
        say(f"  {name:<10} {command.__doc__}")
    return 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code."""
    if sys.version_info < OLDEST_PYTHON:
        raise Stop(OLD_PYTHON.format(sys.version.split()[0], sys.executable))
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        return show_help()
    rest = list(arguments[1:])
    return command(rest[1:] if rest[:1] == ["--"] else rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as reason:
        sys.exit(f"\nBerhenti: {reason}")
    except KeyboardInterrupt:
        sys.exit(130)

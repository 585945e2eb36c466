"""The kiosk as the only program of a screen, under cage and Xwayland, without a real screen.

cage refuses to run as root: there the test gives it the rights of nobody, who may read every file.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_IXOTH

import pytest

from tests.conftest import ROOT
from tests.support.process_tree import children
from tests.support.small_knowledge import small_yaml

NEEDED = [tool for tool in ("cage", "Xwayland", "xdotool", "setpriv") if not shutil.which(tool)]
# Qt looks for its plugins with access(), which knows no rights beyond those of the user.
CLOSED = [] if os.geteuid() else [str(f) for f in ROOT.parents if not f.stat().st_mode & S_IXOTH]
pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(NEEDED), reason=f"not on this machine: {NEEDED}"),
    pytest.mark.skipif(bool(CLOSED), reason=f"as root, and nobody else may enter {CLOSED}"),
]

PATIENCE = 60
NOBODY = "65534"
MAY_READ = "+dac_override"


def as_nobody(*words: str) -> list[str]:
    """Return a command without the rights of root, where we have them."""
    if os.geteuid():
        return list(words)
    who = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
    may = ["--inh-caps", MAY_READ, "--ambient-caps", MAY_READ, "--bounding-set", "-setuid,-setgid"]
    return [*who, *may, *words]


class Cage:
    """cage with the kiosk in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("run", "state"):
            (folder / name).mkdir(mode=0o700)
        (folder / "isi.yaml").write_text(small_yaml(), encoding="utf-8")
        (folder / "site.yaml").write_text("mode: kiosk\n", encoding="utf-8")
        if not os.geteuid():
            for path in (folder, *folder.iterdir()):
                os.chown(path, int(NOBODY), int(NOBODY))
        self.environment = {
            **os.environ,
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "WLR_BACKENDS": "headless",
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "STATE_DIRECTORY": str(folder / "state"),
        }
        program = f"{sys.executable} -m jknassist --kiosk --site site.yaml --knowledge isi.yaml"
        program = program.replace("site.yaml", str(folder / "site.yaml"))
        program = program.replace("isi.yaml", str(folder / "isi.yaml"))
        inside = f"echo $DISPLAY > {folder}/display; exec {program}"
        with (folder / "said").open("wb") as said:
            self.process = subprocess.Popen(
                as_nobody("cage", "--", "/bin/sh", "-c", inside),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )

    @property
    def log(self) -> str:
        path = self.folder / "state" / "kiosk.log"
        return path.read_text() if path.exists() else ""

    def xdotool(self, *words: str) -> str:
        display = (self.folder / "display").read_text().strip()
        done = subprocess.run(
            as_nobody("xdotool", *words),
            env={**self.environment, "DISPLAY": display},
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def window(self) -> str:
        return self.xdotool("search", "--onlyvisible", "--name", "Bantuan Kecil")

    def wait_for(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None, (self.folder / "said").read_text()
            assert time.monotonic() < deadline, self.log
            time.sleep(0.1)

    def stop(self) -> None:
        """End cage and all below it.

        The supervisor outlives its screen, as it should below systemd, which ends it with its unit:
        it would start a kiosk on the screen of the next test, which gets the same display.
        """
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)
        for pid in running_with(str(self.folder)):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def kiosk(self) -> int:
        """Return the window process: below cage, the program and its parent."""
        (parent,) = [
            pid for pid in children(self.process.pid) if "jknassist" in arguments(pid)
        ] or [0]
        return next(iter(children(parent)), 0)


def arguments(pid: int) -> str:
    """Return the command line of a process."""
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def running_with(word: str) -> list[int]:
    """Return the processes whose command line names something."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit() and word in arguments(int(entry.name)):
                found.append(int(entry.name))
    return found


@pytest.fixture
def cage(tmp_path: Path) -> Iterator[Cage]:
    folder = tmp_path
    if not os.geteuid():
        for parent in (folder, folder.parent):
            parent.chmod(0o755)
    one = Cage(folder)
    try:
        one.wait_for(lambda: (folder / "display").exists() and bool(one.window()))
        yield one
    finally:
        one.stop()


@pytest.mark.parametrize("attack", ["windowunmap", "windowclose"])
def test_under_cage_a_window_that_is_taken_away_comes_back(attack: str, cage: Cage) -> None:
    cage.xdotool(attack, cage.window())
    cage.wait_for(lambda: "in front again" in cage.log and bool(cage.window()))


def test_under_cage_a_killed_window_is_started_anew(cage: Cage) -> None:
    os.kill(cage.kiosk(), 9)
    cage.wait_for(lambda: "ended: signal 9" in cage.log and bool(cage.window()))

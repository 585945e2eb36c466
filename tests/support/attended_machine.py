"""A machine with a kiosk on it: its display, its program, what restarts that, and its visitors.

The program is the one of the checkout, started as a service starts it, with nothing of a test in
it. Visitors touch the screen and type from outside; what they see is read from the pixels.
"""

import os
import random
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QImage

from jknassist.core.pin import hashed
from jknassist.system.exit_codes import STAFF_LEFT
from tests.support.process_tree import children
from tests.support.small_knowledge import small_yaml
from tests.support.x_server import OPTIONS, start_x_server

NEEDED = ("Xvfb", "openbox", "xdotool")
SIZE = "1280x800x24"
EMPTY = (640, 12)
"""A point of every page at which nothing can be pressed."""

LEAVE, SURELY, PRINT = (1167, 43), (1142, 752), (411, 755)
"""The buttons "restart", "finish yes" after it, and "print paper" of an ending."""

SURELY_LOW = (1142, 664)
"""The button "finish yes" where a visitor has the bar at the foot; "restart" is at SURELY then."""

PAUSE = 0.6
"""Seconds for which a person looks at a page; the kiosk drops a second tap before that."""

ALIKE = 0.7
"""Share of equal lines of pixels in two pictures of one page: a button may have the focus."""

RESTART = 2.0
"""Seconds after which the system starts the program again, as the unit of the kiosk has it."""

HOLD = 4.0
"""Seconds for which a fault stands that is undone by us; a short run has less."""

TOO_LONG = 30
PRESSING = 60.0
"""Seconds for which a visitor tries to leave by pressing; who goes on is not inactive."""

PATIENCE = PRESSING + 180 + 30 + 30
"""Seconds after which a kiosk has wiped a visit: those of an ending, of the prompt, and some."""

PIN = "280417"
SITE = f"""mode: kiosk
idle_seconds: 30
printer: Struk
paper: 80mm
staff_pin: "{hashed(PIN, b"0123456789abcdef")}"
"""


class Display:
    """A display with a window manager that can both be ended and begun again."""

    def __init__(self, folder: Path) -> None:
        self._frame = folder / "frame"
        self._frame.mkdir()
        self._manager: subprocess.Popen[bytes] | None = None
        self._server, self.name = start_x_server(*self._options())
        self.begin_manager()

    def begin(self) -> None:
        """Begin again under the name it had."""
        Path(f"/tmp/.X{self.name[1:]}-lock").unlink(missing_ok=True)  # noqa: S108  its own, of X
        command = ["Xvfb", self.name, *OPTIONS, *self._options()]
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self.begin_manager()

    def _options(self) -> tuple[str, ...]:
        return ("-screen", "0", SIZE, "-fbdir", str(self._frame))

    def begin_manager(self) -> None:
        """Begin a window manager and wait until it is there."""
        quiet = subprocess.DEVNULL
        deadline = time.monotonic() + TOO_LONG
        while time.monotonic() < deadline:
            if self._manager is None or self._manager.poll() is not None:
                self._manager = subprocess.Popen(
                    ["openbox"], env=self.environment, stdout=quiet, stderr=quiet
                )
            if not self.act("get_num_desktops"):
                return
            time.sleep(0.1)
        raise AssertionError("no window manager")

    @property
    def environment(self) -> dict[str, str]:
        """Return what leads a program here."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def act(self, *words: str) -> int:
        """Have xdotool act, and return its code; a display that is away is no fault of ours."""
        try:
            done = subprocess.run(
                ["xdotool", *words],
                env=self.environment,
                check=False,
                capture_output=True,
                timeout=TOO_LONG,
            )
        except subprocess.TimeoutExpired:
            return -1
        return done.returncode

    def windows(self, process: int = 0) -> list[str]:
        """Return the windows of the program that can be seen, of one process or of all."""
        of = ("--all", "--pid", str(process)) if process else ()
        with suppress(subprocess.TimeoutExpired):
            done = subprocess.run(
                ["xdotool", "search", "--onlyvisible", *of, "--name", "Bantuan Kecil"],
                env=self.environment,
                check=False,
                capture_output=True,
                text=True,
                timeout=TOO_LONG,
            )
            return done.stdout.split()
        return []

    def signal(self, number: int) -> None:
        """Send a signal to the server."""
        if self._server is not None:
            self._server.send_signal(number)

    def end(self) -> None:
        """End both."""
        self.end_manager()
        if self._server is not None:
            self._server.kill()
            self._server.wait()

    def end_manager(self) -> None:
        """End the window manager alone."""
        if self._manager is not None:
            self._manager.kill()
            self._manager.wait()

    def lines(self) -> list[bytes]:
        """Return what the display shows, line by line."""
        with suppress(OSError):
            data = (self._frame / "Xvfb_screen0").read_bytes()
            width = 4 * int(SIZE.split("x", maxsplit=1)[0])
            start = len(data) % width
            return [data[at : at + width] for at in range(start, len(data), width)]
        return []


def are_alike(one: Sequence[bytes], other: Sequence[bytes]) -> bool:
    """Return whether two pictures show the same page."""
    if not one or len(one) != len(other):
        return False
    return sum(map(bytes.__eq__, one, other)) >= ALIKE * len(one)


class Machine:
    """The display, the program and whatever starts that again when it ends."""

    def __init__(self, folder: Path, surroundings: Mapping[str, str] = {}) -> None:
        self.folder = folder
        self.state = folder / "state"
        self.site, self.content = folder / "site.yaml", folder / "isi.yaml"
        self.state.mkdir(mode=0o700, exist_ok=True)
        self.heal()
        self.display = Display(folder)
        self.environment = {
            **self.display.environment,
            **surroundings,
            "HOME": str(folder),
            "STATE_DIRECTORY": str(self.state),
            "TMPDIR": str(folder),
        }
        self.evidence: Path | None = None
        self.hold = HOLD
        self._began = time.time()
        self.numbers: list[str] = []
        self.codes: list[int] = []
        self.nobody_listens = threading.Event()
        self.parent = self._start()
        self._ended: float | None = None
        self.first = self._wait_for_the_first_page()

    def heal(self) -> None:
        """Put the files of the office back as they were."""
        self.site.write_text(SITE, encoding="utf-8")
        self.content.write_text(small_yaml(), encoding="utf-8")

    def _start(self) -> "subprocess.Popen[bytes]":
        words = ["--kiosk", "--site", str(self.site), "--knowledge", str(self.content)]
        read_end, write_end = os.pipe()
        self.nobody_listens = threading.Event()
        threading.Thread(target=_drain, args=(read_end, self.nobody_listens), daemon=True).start()
        try:
            return subprocess.Popen(
                [sys.executable, "-m", "jknassist", *words],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stderr=write_end,
            )
        finally:
            os.close(write_end)

    def attend(self) -> None:
        """Start the program again where it has ended, as the system does."""
        code = self.parent.poll()
        if code is None:
            return
        if self._ended is None:
            self.codes.append(code)
            self._ended = time.monotonic()
        elif time.monotonic() - self._ended > RESTART:
            self._ended = None
            self.parent = self._start()

    def child(self) -> int:
        """Return the process of the window, 0 if there is none."""
        return next(iter(children(self.parent.pid)), 0)

    def windows(self) -> list[str]:
        """Return the windows that can be seen of the process that runs now.

        One that is about to end may still show a window, beside the one that was begun after it.
        """
        child = self.child()
        return self.display.windows(child) if child else []

    def signal(self, number: int) -> None:
        """Send a signal to the process of the window."""
        if child := self.child():
            with suppress(ProcessLookupError):
                os.kill(child, number)

    def _wait_for_the_first_page(self) -> list[bytes]:
        deadline = time.monotonic() + PATIENCE
        before: list[bytes] = []
        while time.monotonic() < deadline:
            self.display.act("mousemove", *map(str, EMPTY))
            time.sleep(1)
            now = self.display.lines() if self.display.windows() else []
            if now and now == before:
                return now
            before = now
        raise AssertionError("the kiosk has not begun")

    def is_at_first_page(self) -> bool:
        """Return whether the first page is what the display shows."""
        return are_alike(self.first, self.display.lines())

    def wait_for(self, wanted: Callable[[], bool], seconds: float = PATIENCE) -> float:
        """Wait until something is true; return the seconds that took, or -1."""
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            self.attend()
            if wanted():
                return time.monotonic() - began
            time.sleep(0.2)
        return -1.0

    def back_at_the_first_page(self) -> float:
        """Leave whatever is shown; return the seconds until the first page was there, or -1.

        Where pressing does not lead out, the visitor goes away and the kiosk has to end the visit.
        """
        began = time.monotonic()
        given_up: list[str] = []

        def leave_or_look() -> bool:
            for spot in (LEAVE, SURELY, SURELY_LOW):
                if self.is_at_first_page():
                    break
                if time.monotonic() - began > PRESSING:
                    if not given_up:
                        self.keep_evidence("pressing led nowhere")
                    given_up.append("once")
                    break
                self.display.act(*_tap(spot), *_wait(), "mousemove", *map(str, EMPTY))
            return self.is_at_first_page()

        return self.wait_for(leave_or_look)

    def keep_evidence(self, name: str) -> None:
        """Keep a picture of the display, the state of the processes and the log, if asked to."""
        if self.evidence is None:
            return
        self.evidence.mkdir(parents=True, exist_ok=True)
        stem = f"{time.time() - self._began:06.0f} {name[:40].replace('/', '_')}"
        _write_picture(self.display.lines(), self.evidence / f"{stem}.png")
        told = [f"windows {self.display.windows()}", f"ended {self.codes}"]
        for pid in (self.parent.pid, self.child()):
            told.append(f"process {pid}")
            for file in ("status", "wchan", "stack"):
                with suppress(OSError):
                    told.append(Path(f"/proc/{pid}/{file}").read_text())
        (self.evidence / f"{stem}.txt").write_text("\n".join([*told, self.log()]))

    def log(self) -> str:
        """Return the lines that the kiosk wrote, those of the older files too."""
        files = sorted(self.state.glob("kiosk.log*"), reverse=True)
        return "".join(file.read_text() for file in files if file.is_file())

    def traces(self, run: int = 7) -> list[str]:
        """Return the files that hold so many digits in a row of a number that was typed."""
        parts = {number[at:][:run] for number in self.numbers for at in range(2, 13 - run)}
        found = []
        for path in self.folder.rglob("*"):
            if path.is_file() and "frame" not in path.parts:
                data = path.read_bytes()
                found += [str(path) for part in parts if part.encode() in data][:1]
        return found

    def end(self) -> None:
        """End everything."""
        self.parent.terminate()
        try:
            self.parent.wait(timeout=TOO_LONG)
        except subprocess.TimeoutExpired:
            self.parent.kill()
            self.parent.wait()
        self.display.end()

    @property
    def was_left(self) -> bool:
        """Return whether it ever ended as if the staff had left; the visitors know no PIN."""
        return STAFF_LEFT in self.codes


class Visitors:
    """Visitors one after the other, each with an invented number."""

    def __init__(self, machine: Machine, dice: random.Random) -> None:
        self.machine = machine
        self.dice = dice
        self.count = 0

    def begin(self) -> None:
        """Begin a visit and type a number, without leaving."""
        number = "08" + "".join(self.dice.choice("0123456789") for _ in range(10))
        self.machine.numbers.append(number)
        words = [*_tap(EMPTY), *_wait(), *_answer("1"), *_wait(), *_keys(*number)]
        self.machine.display.act(*words)
        self.count += 1

    def visit(self) -> float:
        """Have one visitor come and leave; return the seconds to the first page, -1 for never."""
        ways = (self._number, self._number, self._number, self._print, self._anything)
        self.dice.choice(ways)()
        return self.machine.back_at_the_first_page()

    def _number(self) -> None:
        self.begin()
        self.machine.display.act(*_keys("Return"), *_wait())

    def _print(self) -> None:
        ending = [*_tap(EMPTY), *_wait(), *_answer("2"), *_wait()]
        self.machine.display.act(*ending, *_tap(PRINT), *_wait(), *_wait())
        self.count += 1

    def _anything(self) -> None:
        words = [*_tap(EMPTY), *_wait()]
        for _ in range(self.dice.randrange(3, 30)):
            words += _tap((self.dice.randrange(60, 1280), self.dice.randrange(80, 800)))
            words += _keys(self.dice.choice(("1", "2", "Return", "Tab", "ctrl+c", "alt+F4", "F5")))
        self.machine.display.act(*words, *_wait())
        self.count += 1


def _write_picture(lines: Sequence[bytes], to: Path) -> None:
    """Write what a display shows."""
    width = int(SIZE.split("x", maxsplit=1)[0])
    QImage(b"".join(lines), width, len(lines), QImage.Format.Format_RGB32).save(str(to))


def missing() -> list[str]:
    """Return what this machine lacks for a display of its own."""
    return [tool for tool in NEEDED if not shutil.which(tool)]


def _drain(handle: int, nobody_listens: threading.Event) -> None:
    """Read what the program complains of, until it ends or nobody listens any more."""
    while not nobody_listens.is_set():
        ready, _, _ = select.select([handle], [], [], 0.2)
        if ready and not os.read(handle, 4096):
            break
    os.close(handle)


def _tap(at: tuple[int, int]) -> list[str]:
    return ["mousemove", str(at[0]), str(at[1]), "click", "1"]


def _keys(*keys: str) -> list[str]:
    return ["key", "--delay", "15", *keys]


def _answer(key: str) -> list[str]:
    """Choose an answer and go on; what comes faster is taken for a scanner."""
    return ["key", key, "sleep", "0.3", "key", "Return"]


def _wait() -> list[str]:
    return ["sleep", str(PAUSE)]

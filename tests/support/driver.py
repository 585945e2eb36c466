"""UI automation: starts a program, finds elements by accessible name, clicks, types, reads.

Elements come from AT-SPI (screen_reader.py); clicks and keys are sent by xdotool to a display of
its own. The program is any command: the checkout, what is frozen, what apt installed.
On Windows there are keys alone (windows_keys.py), and nothing tells what shows.
"""

import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import FRAME, ROOT
from tests.support import windows_keys
from tests.support.keyboard import by_place
from tests.support.reader_client import PATIENCE, PRESSED, Node, Reader

READER = ROOT / "tests" / "support" / "screen_reader.py"
SYSTEM_PYTHON = "/usr/bin/python3"
WANTED = (
    SYSTEM_PYTHON,
    "/usr/bin/dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/python3/dist-packages/pyatspi",
)
KEY_PAUSE = "60"
"""Milliseconds between two keys, as of somebody who types fast."""

UNSEEN = 0.5
"""Seconds that a page gets where nothing tells whether it stands."""

SAME_DOTS = 2
"""So often the display must be found unchanged."""

WINDOWS = sys.platform == "win32"

XWD_HEADER = struct.Struct(">25I")


def missing_tools() -> list[str]:
    """Return what this machine lacks to read what a program shows."""
    return [path for path in WANTED if not Path(path).exists()]


@dataclass(frozen=True)
class Session:
    """A display, a D-Bus session, and one who reads what the programs of it show."""

    environment: Mapping[str, str]
    reader: Reader | None = None


@contextmanager
def session(display: Mapping[str, str], folder: Path) -> Iterator[Session]:
    """Open a D-Bus session with a screen reader for a display until the block ends."""
    folder.chmod(0o700)
    environment = {
        **display,
        "XDG_RUNTIME_DIR": str(folder),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    pipe = subprocess.PIPE
    reading = subprocess.Popen(
        [SYSTEM_PYTHON, str(READER)], env=environment, stdin=pipe, stdout=pipe, text=True
    )
    try:
        yield Session(environment, Reader(reading))
    finally:
        reading.communicate(timeout=PATIENCE)
        bus.terminate()
        bus.communicate(timeout=PATIENCE)


@dataclass
class Driver:
    """One program on the screen and the person in front of it; `home` is where they keep files.

    `pause` is how many seconds they look before they press: a kiosk drops what comes too soon after
    a page was turned, for it was meant for the page before.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    home: Path
    reader: Reader | None = None
    pause: float = 0
    process: "subprocess.Popen[str] | None" = field(default=None, init=False)
    before: frozenset[Path] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        self.before = frozenset(self.home.rglob("*"))

    def start(self, *words: str) -> None:
        """Start the program with some words and wait until its window is there."""
        pipe = subprocess.PIPE  # all three: Wine wants pipes, not files, around it
        self.process = subprocess.Popen(
            [*self.command, *words],
            env=self.environment,
            stdin=pipe,
            stdout=pipe,
            stderr=pipe,
            text=True,
        )

    def focus(self, title: str) -> None:
        """Wait for a window by its title and give it the keyboard."""
        if WINDOWS:
            windows_keys.focus(title, PATIENCE)
            return
        find = ["search", "--sync", "--onlyvisible", "--name", title]
        window = self._xdotool(*find).split()[0]
        self._xdotool("windowfocus", "--sync", window)

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout

    # Hands.

    def key(self, *keys: str) -> None:
        """Press keys one after the other, once the page stands that is to take them."""
        self.rest()
        if WINDOWS:
            windows_keys.key(*keys)
        else:
            self._xdotool("key", "--delay", KEY_PAUSE, *map(by_place, keys))

    def type(self, text: str) -> None:
        """Type a text into whatever has the keyboard, once the page stands."""
        self.rest()
        if WINDOWS:
            windows_keys.type_text(text)
        else:
            self._xdotool("type", "--delay", "20", text)

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click on a place of the screen."""
        time.sleep(self.pause)
        repeat = ("--repeat", str(times), "--delay", "120")
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", *repeat, "1")

    def press(self, name: str) -> None:
        """Click on the one button or answer of a name, once it is there and can be pressed."""
        node = self.wait_for(
            lambda one: (
                one["name"] == name and one["role"] in PRESSED and "enabled" in one["states"]
            ),
            name,
        )
        left, top, width, height = node["box"]
        self.click(left + width // 2, top + height // 2)

    # Eyes.

    def see(self) -> list[Node]:
        """Return everything that shows, each with its place on the screen."""
        assert self.reader is not None
        return self.reader.theme("see")

    def wait_for(self, wanted: Callable[[Node], bool], what: str) -> Node:
        """Return the first thing that shows and is wanted, once it is there."""
        deadline = time.monotonic() + PATIENCE
        while True:
            seen = self.see()
            found = next((node for node in seen if wanted(node)), None)
            if found is not None:
                return found
            self.assert_runs()
            names = [node["name"] for node in seen if node["name"]]
            assert time.monotonic() < deadline, f"not there: {what}; there are {names}"
            time.sleep(0.05)

    def reads(self, text: str) -> Node:
        """Return what shows a text, in its name or in itself, once it is there."""
        return self.wait_for(lambda node: text in node["name"] or text in node["text"], text)

    def shows(self, name: str) -> bool:
        """Tell whether something of a name shows now."""
        return any(node["name"] == name for node in self.see())

    def rest(self) -> None:
        """Wait until what shows stays the same: to a reader, else the dots of the display."""
        if self.reader is None:
            rest_of_dots(self.environment)
            return
        before: list[Node] = []
        while (now := self.see()) != before or not now:
            self.assert_runs()
            before = now

    def brightness(self) -> float:
        """Return how bright the screen is, from 0 to 1, read from its dots."""
        return brightness(Path(self.environment[FRAME]).read_bytes())

    def saved(self, pattern: str) -> Path:
        """Return the one file that the program saved, once it is whole."""
        return saved(self.home, pattern, self.before)

    # The end.

    def assert_runs(self) -> None:
        """Assert that the program has not ended."""
        assert self.process is not None
        assert self.process.poll() is None, self.process.communicate()[1]

    def ended(self) -> int:
        """Return the exit code of a program that ends by itself."""
        assert self.process is not None
        return self.process.wait(timeout=PATIENCE)

    def stop(self) -> None:
        """End the program where it still runs; nothing may have gone wrong in it unseen."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
        try:
            said = self.process.communicate(timeout=PATIENCE)[1]
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        assert "Traceback" not in said, said


def rest_of_dots(environment: Mapping[str, str]) -> None:
    """Wait until the dots of a display stay the same; a cursor changes them twice a second."""
    if FRAME not in environment:
        time.sleep(UNSEEN)
        return
    deadline, before, same = time.monotonic() + PATIENCE, b"", 0
    while same < SAME_DOTS and time.monotonic() < deadline:
        now = Path(environment[FRAME]).read_bytes()
        before, same = now, same + 1 if now == before else 0
        time.sleep(0.15)


def brightness(picture: bytes) -> float:
    """Return how bright an X window dump of 32 bits a dot is, from 0 to 1."""
    header = XWD_HEADER.unpack_from(picture)
    size, colours = header[0], header[19]
    height, line = header[5], header[12]
    dots = picture[size + 12 * colours :][: height * line]
    shades = (dots[place::4][::7] for place in range(3))
    return sum(sum(shade) / len(shade) for shade in shades) / 3 / 255


def eventually(found: Callable[[], object], what: str) -> None:
    """Wait until something is true of the world outside the program."""
    deadline = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < deadline, f"never: {what}"
        time.sleep(0.1)


def saved(folder: Path, pattern: str, before: Collection[Path] = ()) -> Path:
    """Return the one file that a program saved, once it is whole; it was not there before."""
    eventually(lambda: _whole(folder, pattern, before), f"{pattern} in {folder}")
    (file,) = _whole(folder, pattern, before)
    return file


def _whole(folder: Path, pattern: str, before: Collection[Path]) -> list[Path]:
    found = (path for path in folder.rglob(pattern) if path not in before)
    return [path for path in found if not path.name.startswith(".")]


def home_of(folder: Path) -> dict[str, str]:
    """Make a home for a program, with the folder people save into; return what leads there."""
    for name in ("Documents", "state", "temporary"):
        (folder / name).mkdir()
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "STATE_DIRECTORY": str(folder / "state"),
        "TMPDIR": str(folder / "temporary"),
        "LANG": os.environ.get("LANG", "C.UTF-8"),
    }

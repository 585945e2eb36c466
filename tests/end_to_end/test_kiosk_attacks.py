"""KE01 to KE17 in a real window: attempts to leave the kiosk by keyboard, mouse and time.

The kiosk runs in a process of its own on a display of its own with a window manager; keys and
taps come from outside, as from real hardware. KE03, KE08 and KE16 belong to the system (see the
check sheet in packaging/windows and the manual page in packaging/linux).
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from jknassist.core.pin import hashed
from jknassist.system.exit_codes import SECOND_KIOSK, STAFF_LEFT
from tests.conftest import FRAME as SCREEN_FILE
from tests.conftest import open_display
from tests.support import process_memory
from tests.support.keyboard import by_place
from tests.support.process_tree import children
from tests.support.small_knowledge import small_yaml

pytestmark = pytest.mark.window

PATIENCE = 40
"""Seconds until something must be there, on a slow machine; nothing is timed by it."""

SPY = Path(__file__).parent.parent / "support" / "kiosk_spy.py"
PIN = "280417"
NUMBER = "081298765432"
WIDTH, HEIGHT = 1280, 800
EMPTY = (640, 12)
"""A point of the first page and of every other one at which there is no button."""

CALM = "3600000,3600000,3600000,0,5000"
SITE = f"""
mode: kiosk
staff_pin: "{hashed(PIN, b"0123456789abcdef")}"
"""


class Kiosk:
    """The kiosk on its display, and a stranger in front of it."""

    def __init__(self, environment: Mapping[str, str], folder: Path, site: str) -> None:
        self.folder = folder
        self.file = folder / "seen.json"
        self.site = folder / "site.yaml"
        self.site.write_text(site, encoding="utf-8")
        self.content = folder / "isi.yaml"
        self.content.write_text(small_yaml(), encoding="utf-8")
        self.environment = {
            "QUICK": CALM,
            **environment,
            "HOME": str(folder),
            "STATE_DIRECTORY": str(folder / "state"),
            "TMPDIR": str(folder),  # the lock is there: kiosks of two tests do not meet
        }
        self.process = self.start()

    def start(self) -> "subprocess.Popen[bytes]":
        """Start a kiosk process, without a parent, and return it."""
        words = ["--knowledge", str(self.content), "--site", str(self.site)]
        with (self.folder / "stderr").open("ab") as errors:
            return subprocess.Popen(
                [sys.executable, str(SPY), str(self.file), *words, "--kiosk-part", "window"],
                env={**self.environment, "PYTHONPATH": str(SPY.parent.parent.parent)},
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )

    @property
    def seen(self) -> dict[str, Any]:
        try:
            told: dict[str, Any] = json.loads(self.file.read_text())
        except (OSError, ValueError):
            return {}
        return told

    def wait_for(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait until what is seen is as wanted, twice in a row, and return it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, (self.folder / "stderr").read_text()
            told = self.seen
            if told and wanted(told):
                return told
            time.sleep(0.05)
        pytest.fail(f"still seen: {self.seen}")

    def wait_for_page(self, name: str) -> dict[str, Any]:
        return self.wait_for(lambda told: told["page"] == name)

    def settle(self) -> dict[str, Any]:
        """Wait until the spy has looked again after all that was done; return what it saw."""
        for _ in range(2):
            self.file.unlink(missing_ok=True)
            self.wait_for(bool)
        return self.seen

    def do(self, *words: str) -> None:
        """Have xdotool act."""
        command = ["xdotool", *words]
        subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE)

    def keys(self, *keys: str) -> None:
        self.do("key", "--delay", "30", *map(by_place, keys))

    def tap(self, at: tuple[int, int], button: int = 1) -> None:
        self.do("mousemove", "--sync", str(at[0]), str(at[1]), "click", str(button))

    def press(self, name: str) -> None:
        """Tap the button that a screen reader calls by this name."""
        told = self.wait_for(lambda told: name in told["buttons"])
        self.tap(tuple(told["buttons"][name]))

    def begin(self) -> None:
        self.tap(EMPTY)
        self.wait_for_page("Visit")

    def call_staff(self) -> None:
        """Touch the hidden corner five times."""
        self.do("mousemove", "--sync", "15", "15", "click", "--repeat", "5", "--delay", "80", "1")
        self.wait_for_page("PinPanel")

    def to_number_page(self) -> None:
        """Walk to the page on which a number is typed, by keys alone."""
        self.begin()
        self.keys("1", "Return")
        self.wait_for(lambda told: told["place"] == "nomor" and told["focus"] == "NumberField")

    def assert_held(self, page: str = "") -> dict[str, Any]:
        """Assert that the kiosk still has the screen to itself."""
        told = self.settle()
        assert self.process.poll() is None
        assert told["windows"] == ["KioskWindow"]
        assert told["full"]
        assert not told["popup"]
        if page:
            assert told["page"] == page
        return told

    def windows(self) -> set[str]:
        """Return the windows that the display shows."""
        words = ["xdotool", "search", "--onlyvisible", "--name", "."]
        done = subprocess.run(
            words, env=self.environment, check=False, capture_output=True, text=True
        )
        return set(done.stdout.split())


def opened(environment: Mapping[str, str], folder: Path, site: str) -> Kiosk:
    kiosk = Kiosk(environment, folder, site)
    kiosk.wait_for(lambda told: told["page"] == "StartPage" and told["full"])
    return kiosk


def closed(kiosk: Kiosk) -> None:
    kiosk.process.kill()
    kiosk.process.wait()
    assert "Traceback" not in (kiosk.folder / "stderr").read_text()


class Screen:
    """A display on which one kiosk at a time runs: two would fight for the front."""

    def __init__(self, display: Mapping[str, str], folders: pytest.TempPathFactory) -> None:
        self.display = display
        self._folders = folders
        self._kiosk: Kiosk | None = None

    def kiosk(self) -> Kiosk:
        """Return the kiosk for all attacks that it must outlive anyway, on its first page."""
        if self._kiosk is None:
            self._kiosk = opened(self.display, self._folders.mktemp("kiosk"), SITE)
        self._kiosk.file.with_suffix(".wipe").touch()
        self._kiosk.settle()
        self._kiosk.wait_for(lambda told: told["page"] == "StartPage" and told["active"])
        return self._kiosk

    def clear(self) -> Mapping[str, str]:
        """End that kiosk and return the environment of the display."""
        if self._kiosk is not None:
            closed(self._kiosk)
            self._kiosk = None
        return self.display


class Supervised:
    """The kiosk as a machine starts it: the real program, with its parent, and no spy in it."""

    def __init__(
        self, display: Mapping[str, str], folder: Path, words: Sequence[str], **streams: Any
    ) -> None:
        site, content = folder / "site.yaml", folder / "isi.yaml"
        if not site.exists():
            site.write_text(SITE, encoding="utf-8")
        content.write_text(small_yaml(), encoding="utf-8")
        self.environment = {
            **display,
            "HOME": str(folder),
            "STATE_DIRECTORY": str(folder / "state"),
            "TMPDIR": str(folder),
        }
        program = streams.pop("program", sys.executable)
        command = [program, "-m", "jknassist", "--knowledge", str(content), *words]
        self.process = subprocess.Popen(
            [*command, "--site", str(site)], env=self.environment, **streams
        )

    def child(self, but: int = 0) -> int:
        """Wait for a window process, another one than `but`, and return it."""
        return only_child(self.process.pid, but)

    def end(self) -> None:
        """Tell it to stop; it takes its window along."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)


def nobody_reads() -> int:
    """Return a pipe that nobody reads."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    return write_end


def full_disk() -> int:
    """Return a file to which nothing can be added."""
    return os.open("/dev/full", os.O_WRONLY)


def nobody_drains() -> int:
    """Return a pipe that is full: its reader is there, and does not read."""
    _, write_end = os.pipe()  # the read end stays open
    os.set_blocking(write_end, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(write_end, bytes(4096))
    os.set_blocking(write_end, True)
    return write_end


UNHEARD = {
    "its reader has gone": nobody_reads,
    "its disk is full": full_disk,
    "its reader hangs": nobody_drains,
}


@pytest.fixture(scope="module")
def screen(
    display: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Screen]:
    one = Screen(display, tmp_path_factory)
    yield one
    one.clear()


@pytest.fixture
def kiosk(screen: Screen) -> Kiosk:
    return screen.kiosk()


@pytest.fixture
def open_kiosk(screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Give a function that starts a kiosk of its own."""
    display = screen.clear()
    kiosks: list[Kiosk] = []

    def open_one(site: str = SITE, **environment: str) -> Kiosk:
        kiosks.append(opened({**display, **environment}, tmp_path, site))
        return kiosks[-1]

    yield open_one
    for kiosk in kiosks:
        closed(kiosk)


def test_it_fills_the_screen_and_has_the_keyboard(kiosk: Kiosk) -> None:
    told = kiosk.assert_held("StartPage")
    assert told["active"]
    done = subprocess.run(
        ["xdotool", "getactivewindow", "getwindowgeometry", "--shell"],
        env=kiosk.environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert f"WIDTH={WIDTH}" in done.stdout
    assert f"HEIGHT={HEIGHT}" in done.stdout


def test_ke01_keys_that_close_and_switch(kiosk: Kiosk) -> None:
    kiosk.begin()
    before = kiosk.windows()
    for keys in ("alt+F4", "alt+Tab", "alt+shift+Tab", "alt+Escape", "ctrl+q", "ctrl+w", "alt+F4"):
        kiosk.keys(keys)
    told = kiosk.assert_held("Visit")
    assert told["answers"] == 0
    kiosk.wait_for(lambda told: told["active"])
    assert kiosk.windows() == before


def test_ke01_the_window_manager_closes_it(kiosk: Kiosk) -> None:
    for window in kiosk.windows():
        subprocess.run(
            ["xdotool", "windowclose" if not window else "windowquit", window],
            env=kiosk.environment,
            check=False,
            timeout=PATIENCE,
        )
    kiosk.assert_held("StartPage")


def test_ke02_escape_on_pages_panels_and_covers(kiosk: Kiosk) -> None:
    kiosk.keys("Escape")
    kiosk.assert_held("StartPage")
    kiosk.begin()
    kiosk.keys("Escape", "Escape")
    kiosk.assert_held("Visit")
    kiosk.press("contacts")
    kiosk.wait_for(lambda told: told["panel"] == "ContactsPanel")
    kiosk.keys("Escape", "Escape")
    assert kiosk.assert_held("Visit")["panel"] == "ContactsPanel"


def test_ke04_modifier_keys_again_and_again(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.keys(*["Shift_L"] * 6, "alt+shift+Num_Lock", "alt+shift+Print")
    kiosk.do("keydown", "Shift_R", "sleep", "0.5", "keyup", "Shift_R")
    kiosk.do("keydown", "Num_Lock", "sleep", "0.5", "keyup", "Num_Lock")
    assert kiosk.assert_held("Visit")["answers"] == 0
    kiosk.keys("1")
    assert kiosk.wait_for(lambda told: told["answers"] == 1)


def test_ke05_help_and_menus(kiosk: Kiosk) -> None:
    kiosk.to_number_page()
    place = kiosk.seen["place"]
    kiosk.keys("F1", "shift+F1", "shift+F10", "Menu")
    for button in (2, 3, 8, 9):
        for at in ((640, 400), (300, 300), (900, 300), EMPTY):
            kiosk.tap(at, button)
    kiosk.do("mousemove", "640", "400", "mousedown", "1", "sleep", "1.2", "mouseup", "1")
    told = kiosk.assert_held("Visit")
    assert told["place"] == place
    assert told["panel"] == ""


def test_ke06_print_keys_open_no_dialog(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.keys("ctrl+p", "ctrl+shift+p", "Print", "ctrl+p")
    told = kiosk.assert_held("Visit")
    assert told["panel"] == ""


def test_ke07_keys_that_open_and_save(kiosk: Kiosk) -> None:
    kiosk.to_number_page()
    kiosk.keys("ctrl+o", "ctrl+s", "ctrl+shift+s", "ctrl+n", "ctrl+t", "ctrl+l", "F5", "F12")
    # Drag across the page, as if a file were dropped on it.
    kiosk.do("mousemove", "10", "400", "mousedown", "1", "mousemove", "640", "400", "mouseup", "1")
    told = kiosk.assert_held("Visit")
    assert told["panel"] == ""
    assert told["fields"] == [""]
    assert not list(kiosk.folder.rglob("*.pdf"))


def test_a_number_with_hidden_digits_arrives_whole_from_a_keyboard(kiosk: Kiosk) -> None:
    """Without its asterisks it would be a shorter number, taken without a question."""
    kiosk.to_number_page()
    kiosk.do("type", "--delay", "60", "08118165**12")
    kiosk.wait_for(lambda told: told["fields"] == ["08118165**12"])
    kiosk.keys("KP_Multiply")
    kiosk.wait_for(lambda told: told["fields"] == ["08118165**12*"])
    kiosk.assert_held("Visit")


def test_ke09_every_label_leads_nowhere_outside(kiosk: Kiosk) -> None:
    kiosk.begin()
    kiosk.press("contacts")
    kiosk.wait_for(lambda told: told["panel"] == "ContactsPanel")
    before = kiosk.windows()
    for y in range(90, HEIGHT - 90, 70):
        for x in range(60, WIDTH - 60, 160):
            kiosk.tap((x, y))
    kiosk.assert_held("Visit")
    assert kiosk.windows() == before
    assert children(kiosk.process.pid) == []


def test_ke10_a_second_kiosk_ends_by_itself(kiosk: Kiosk) -> None:
    second = kiosk.start()
    assert second.wait(timeout=PATIENCE) == 4
    kiosk.assert_held("StartPage")


STRANGER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("PERBARUI SEKARANG")
label.resize(300, 200)
label.show()
QTimer.singleShot(300, label.activateWindow)
QTimer.singleShot(1500, label.close)
app.exec()
"""


def test_ke10_a_foreign_window_does_not_stay_in_front(kiosk: Kiosk) -> None:
    environment = {**kiosk.environment}
    subprocess.run([sys.executable, "-c", STRANGER], env=environment, check=True, timeout=PATIENCE)
    kiosk.wait_for(lambda told: told["active"] and told["full"])
    kiosk.begin()
    kiosk.keys("1")
    kiosk.wait_for(lambda told: told["answers"] == 1)


def test_ke11_a_minimised_window_comes_back(kiosk: Kiosk) -> None:
    (window,) = kiosk.windows() or {""}
    kiosk.do("windowminimize", window)
    for words in (["windowsize", window, "300", "200"], ["windowmove", window, "500", "500"]):
        # On a busy machine it is a new native window by now, and this one is gone.
        subprocess.run(["xdotool", *words], env=kiosk.environment, check=False, timeout=PATIENCE)
    kiosk.wait_for(lambda told: told["full"] and told["windows"] == ["KioskWindow"])
    kiosk.tap(EMPTY)
    kiosk.wait_for_page("Visit")


@pytest.mark.parametrize(
    "attack",
    [
        ("key", "super+d"),
        ("key", "ctrl+alt+Right"),
        ("windowunmap",),
        ("windowclose",),  # destroys the window without asking, unlike `windowquit`
        ("set_desktop_for_window", 1),
    ],
    ids=["show desktop", "another desktop", "unmapped", "destroyed", "sent to another desktop"],
)
def test_ke10_a_window_that_others_unmap_or_destroy_is_shown_again(
    screen: Screen, attack: tuple[str | int, ...]
) -> None:
    kiosk = screen.kiosk()
    (window,) = kiosk.windows()
    if attack[0] == "key":
        kiosk.keys(str(attack[1]))
    else:
        kiosk.do(str(attack[0]), window, *map(str, attack[1:]))
    kiosk.settle()
    assert eventually(lambda: len(kiosk.windows()) == 1)
    kiosk.wait_for(lambda told: told["active"] and told["full"])
    kiosk.begin()
    kiosk.keys("1")
    kiosk.wait_for(lambda told: told["answers"] == 1)


def test_ke10_a_frame_that_others_unmap_is_left(screen: Screen) -> None:
    """Neither Qt nor the window itself is told of what happens to a window manager's frame."""
    kiosk = screen.kiosk()
    (window,) = kiosk.windows()
    frame = frame_of(window, kiosk.environment)
    log = kiosk.folder / "state" / "kiosk.log"
    before = log.read_text().count("in front again")
    kiosk.do("windowunmap", frame)
    assert eventually(lambda: log.read_text().count("in front again") > before)
    kiosk.wait_for(lambda told: told["active"] and told["full"])
    assert eventually(lambda: begins(kiosk))


FRAME = """
import sys
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from jknassist.gui.qt.x11_stacking import connect
app = QApplication([])
owner = QObject()
print(connect(owner)._top_of(int(sys.argv[1])))
"""


def frame_of(window: str, environment: Mapping[str, str]) -> str:
    """Return the window below the root that holds another one."""
    done = subprocess.run(
        [sys.executable, "-c", FRAME, window],
        env=dict(environment),
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.stdout.strip() != window, "the window manager has put a frame around it"
    return done.stdout.strip()


COVER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("PERBARUI SEKARANG", None, Qt.WindowType.X11BypassWindowManagerHint)
label.setGeometry(*map(int, sys.argv[1:]))
label.show()
timer = QTimer(interval=300)
timer.timeout.connect(label.raise_)
QTimer.singleShot(1500, timer.stop)  # it gives up; what never does ends the heartbeat
timer.start()
app.exec()
"""


@pytest.mark.parametrize("box", [(0, 0, WIDTH, HEIGHT), (500, 300, 300, 200)])
def test_ke10_a_window_that_bypasses_the_window_manager_is_put_below(
    screen: Screen, box: tuple[int, ...]
) -> None:
    """It never has the keyboard, so nothing but the order of the windows tells of it."""
    kiosk = screen.kiosk()
    words = [sys.executable, "-c", COVER, *map(str, box)]
    with subprocess.Popen(words, env=kiosk.environment) as other:
        find = ["search", "--sync", "--onlyvisible", "--pid", str(other.pid), "--name", "."]
        kiosk.do(*find)
        log = kiosk.folder / "state" / "kiosk.log"
        assert eventually(lambda: "in front again" in log.read_text())
        kiosk.wait_for_page("StartPage")
        assert eventually(lambda: begins(kiosk)), "the touch reaches the kiosk"
        assert other.poll() is None
        other.kill()


CUT = """
import ctypes, sys
x, shape = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
window, kind = (int(word) for word in sys.argv[1:])
long = ctypes.c_ulong(window)
shape.XShapeCombineRectangles(display, long, kind, 0, 0, None, 0, 0, 0)  # of no rectangle at all
x.XSync(display, 0)
"""


@pytest.mark.parametrize(
    ("kind", "frame"),
    [(0, False), (2, False), (0, True)],
    ids=["window", "touches on it", "frame"],
)
def test_ke10_a_window_that_another_program_cuts_to_nothing_is_whole_again(
    screen: Screen, kind: int, *, frame: bool
) -> None:
    """It is mapped, full screen and active, and nothing of it can be seen or touched."""
    kiosk = screen.kiosk()
    (window,) = kiosk.windows()
    log = kiosk.folder / "state" / "kiosk.log"
    kiosk.settle()
    before = log.read_text().count("in front again")
    cut = frame_of(window, kiosk.environment) if frame else window
    words = [sys.executable, "-c", CUT, cut, str(kind)]
    subprocess.run(words, env=kiosk.environment, check=True, timeout=PATIENCE)
    assert eventually(lambda: log.read_text().count("in front again") > before)
    assert eventually(lambda: begins(kiosk)), "the touch reaches the kiosk"


MOVE = """
import ctypes, sys, time
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = ctypes.c_ulong
window, how = ctypes.c_ulong(int(sys.argv[1])), sys.argv[2]
if how == "moved":
    x.XMoveWindow(display, window, 300, 200)
elif how == "bordered":
    x.XSetWindowBorderWidth(display, window, 60)
else:
    root = ctypes.c_ulong(x.XDefaultRootWindow(display))
    box = ctypes.c_ulong(x.XCreateSimpleWindow(display, root, 200, 200, 300, 300, 0, 0, 0))
    x.XReparentWindow(display, window, box, 0, 0)
    x.XMapWindow(display, box)
x.XSync(display, 0)
time.sleep(60)
"""


MOVING = 0.02
"""Share of the first page in which its picture moves."""


def changed(one: bytes, other: bytes) -> float:
    """Return in which share of their bytes two pictures of the screen differ, by a sample."""
    pairs = list(zip(one[::97], other[::97], strict=True))
    return sum(first != second for first, second in pairs) / len(pairs)


def at_rest(frame: Path) -> bytes:
    """Return the picture of the screen once it has stayed as it is for half a second."""
    last, deadline = frame.read_bytes(), time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(0.5)
        before, last = last, frame.read_bytes()
        if changed(before, last) < MOVING:
            return last
    raise AssertionError("the screen does not come to rest")


@pytest.fixture(scope="module")
def unmanaged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """Give a display without a window manager, where every program moves every window."""
    with open_display(tmp_path_factory.mktemp("frame"), managed=False) as environment:
        one = Screen(environment, tmp_path_factory)
        yield one
        one.clear()


@pytest.mark.parametrize("how", ["moved", "bordered", "put into another"])
def test_ke10_a_window_that_another_program_moves_fills_its_screen_again(
    unmanaged: Screen, how: str
) -> None:
    kiosk = unmanaged.kiosk()
    (window,) = kiosk.windows()
    kiosk.settle()
    frame = Path(kiosk.environment[SCREEN_FILE])
    whole = at_rest(frame)
    log = kiosk.folder / "state" / "kiosk.log"
    before = log.read_text().count("in front again")
    words = [sys.executable, "-c", MOVE, window, how]
    with subprocess.Popen(words, env=kiosk.environment) as other:
        assert eventually(lambda: log.read_text().count("in front again") > before)
        assert eventually(lambda: changed(whole, frame.read_bytes()) < MOVING)
        other.kill()
    assert eventually(lambda: begins(kiosk)), "the touch reaches the kiosk"


PAINT = """
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = x.XCreateGC.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
window = ctypes.c_ulong(int(sys.argv[1]))
pen = ctypes.c_void_p(x.XCreateGC(display, window, ctypes.c_ulong(0), None))
x.XFillRectangle(display, window, pen, 100, 100, 1000, 500)
x.XSync(display, 0)
"""


def test_ke10_what_another_program_paints_into_the_window_is_painted_over(screen: Screen) -> None:
    """A sentence that looks like ours, and nobody touches the screen."""
    kiosk = screen.kiosk()
    (window,) = kiosk.windows()
    kiosk.settle()
    frame = Path(kiosk.environment[SCREEN_FILE])
    whole = at_rest(frame)
    words = [sys.executable, "-c", PAINT, window]
    subprocess.run(words, env=kiosk.environment, check=True, timeout=PATIENCE)
    assert changed(whole, frame.read_bytes()) > MOVING
    assert eventually(lambda: changed(whole, frame.read_bytes()) < MOVING)


PUT = """
import ctypes, sys, time
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
x.XDefaultRootWindow.restype = ctypes.c_ulong
class Attributes(ctypes.Structure):
    _fields_ = [("a", ctypes.c_long * 11), ("bypass", ctypes.c_int), ("b", ctypes.c_long * 2)]
parent, kind = (int(word) for word in sys.argv[1:])
parent = parent or x.XDefaultRootWindow(display)
told = Attributes(bypass=1)
x.XCreateWindow.restype = ctypes.c_ulong
where = (ctypes.c_ulong(parent), 0, 0, 1000, 700, 0)
made = x.XCreateWindow(display, *where, 0, kind, None, ctypes.c_ulong(0x200), ctypes.byref(told))
x.XMapRaised(display, ctypes.c_ulong(made))
x.XSync(display, 0)
time.sleep(60)
"""


@pytest.mark.parametrize("inside", [False, True], ids=["invisible, over it", "in it"])
def test_ke10_what_takes_the_touches_without_being_a_window_over_it_is_put_away(
    screen: Screen, *, inside: bool
) -> None:
    """An invisible window over the kiosk, and one that another program has put into it."""
    kiosk = screen.kiosk()
    (window,) = kiosk.windows()
    kiosk.settle()
    words = [sys.executable, "-c", PUT, window if inside else "0", "1" if inside else "2"]
    with subprocess.Popen(words, env=kiosk.environment) as other:
        time.sleep(1)
        assert eventually(lambda: begins(kiosk)), "the touch reaches the kiosk"
        assert other.poll() is None
        other.kill()


def begins(kiosk: Kiosk) -> bool:
    """Touch the middle of the screen, where the other window was; return whether that begins."""
    if kiosk.seen.get("page") == "StartPage":
        kiosk.tap((WIDTH // 2, HEIGHT // 2))
    return bool(kiosk.settle()["page"] == "Visit")


@pytest.fixture
def supervised(screen: Screen, tmp_path: Path) -> Iterator[Callable[..., Supervised]]:
    """Give a function that starts the kiosk as a machine does, with its parent."""
    display = screen.clear()
    started: list[Supervised] = []

    def start(words: Sequence[str] = ("--kiosk",), **streams: Any) -> Supervised:
        started.append(Supervised(display, tmp_path, words, **streams))
        return started[-1]

    yield start
    for one in started:
        one.end()


def test_a_kiosk_that_fails_leaves_no_core_dump(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk()
    kiosk.to_number_page()
    kiosk.do("type", "--delay", "20", NUMBER)
    kiosk.settle()
    limits = Path(f"/proc/{kiosk.process.pid}/limits").read_text()
    (cores,) = [line.split() for line in limits.splitlines() if line.startswith("Max core")]
    assert cores[4:6] == ["0", "0"]
    kiosk.process.send_signal(signal.SIGSEGV)
    kiosk.process.wait(timeout=PATIENCE)
    assert not [*kiosk.folder.rglob("core*"), *Path.cwd().glob("core.*")]


def test_ke12_a_killed_kiosk_is_back_and_remembers_nothing(
    supervised: Callable[..., Supervised], tmp_path: Path
) -> None:
    """The real start, with its parent: killed in the middle of a visit."""
    kiosk = supervised()
    first = kiosk.child()
    shown(kiosk.environment)
    type_something(kiosk.environment)
    os.kill(first, signal.SIGKILL)
    killed = time.monotonic()
    second = kiosk.child(but=first)
    shown(kiosk.environment)
    back = time.monotonic() - killed
    assert kiosk.process.poll() is None
    assert second != first
    log = tmp_path / "state" / "kiosk.log"
    assert eventually(lambda: log.read_text().count("started") == 2)
    assert all(NUMBER.encode() not in path.read_bytes() for path in files(tmp_path))
    assert back < PATIENCE
    kiosk.end()
    assert children(kiosk.process.pid) == []


@pytest.mark.parametrize("broken", UNHEARD)
def test_ke12_a_killed_kiosk_is_back_where_complaints_cannot_be_written(
    supervised: Callable[..., Supervised], broken: str
) -> None:
    """A translation is missing, so that each start has something to complain of."""
    stderr = UNHEARD[broken]()
    kiosk = supervised(stderr=stderr)
    os.close(stderr)
    first = kiosk.child()
    shown(kiosk.environment)
    os.kill(first, signal.SIGKILL)
    second = kiosk.child(but=first)
    shown(kiosk.environment)
    assert second != first
    assert children(kiosk.process.pid) == [second], "it has not ended, and neither has its parent"


def test_ke12_a_killed_kiosk_is_back_once_its_program_is_there_again(
    supervised: Callable[..., Supervised], tmp_path: Path
) -> None:
    """As in an upgrade: for a while there is nothing that could be started."""
    home = Path(sys.executable).parent.parent
    for name in ("pyvenv.cfg", "lib"):
        if (home / name).exists():
            (tmp_path / name).symlink_to(home / name)
    program, away = tmp_path / "bin" / "python", tmp_path / "bin" / "away"
    program.parent.mkdir()
    program.symlink_to(Path(sys.executable).resolve())
    kiosk = supervised(program=str(program))
    first = kiosk.child()
    shown(kiosk.environment)
    program.rename(away)
    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: not children(kiosk.process.pid))
    time.sleep(2)
    assert kiosk.process.poll() is None
    assert children(kiosk.process.pid) == []
    away.rename(program)
    assert kiosk.child(but=first)
    shown(kiosk.environment)


def test_a_second_start_leaves_the_kiosk_alone(supervised: Callable[..., Supervised]) -> None:
    kiosk = supervised()
    first = kiosk.child()
    shown(kiosk.environment)
    again = supervised()
    assert again.process.wait(timeout=PATIENCE) == SECOND_KIOSK
    assert children(kiosk.process.pid) == [first]


def test_ke13_random_taps_and_keys(kiosk: Kiosk) -> None:
    """Taps as fast as they can be sent, more than 200 a second; then the flow is still sound."""
    dice = random.Random(13)  # noqa: S311
    kiosk.begin()
    for _ in range(4):
        words: list[str] = []
        for _ in range(100):
            x, y = dice.randrange(WIDTH), dice.randrange(HEIGHT)
            words += ["mousemove", str(x), str(y), "click", "1"]
            if dice.random() < 0.2:
                words += ["key", dice.choice("0123456789") if dice.random() < 0.6 else "Return"]
        kiosk.do(*words)
    told = kiosk.settle()
    assert told["windows"] == ["KioskWindow"]
    assert not told["popup"]
    assert told["page"] in {"StartPage", "Visit", "PinPanel"}
    log = (kiosk.folder / "state" / "kiosk.log").read_text()
    assert " at " not in log, "no error was written down"


@pytest.mark.parametrize(
    "site",
    [
        "mode: [kiosk\n",
        "\x00\x01",
        "office:\n  name: '<b>X</b>'\n",
        "printer: '../../etc/passwd'\n",
    ],
)
def test_ke14_a_hostile_settings_file(open_kiosk: Callable[..., Kiosk], site: str) -> None:
    kiosk = open_kiosk(site)
    kiosk.assert_held("StartPage")
    kiosk.begin()
    kiosk.assert_held("Visit")


BROKEN = {
    "an unclosed quote": (SITE + "printer: 'Struk\n").encode(),
    "no space after a colon": SITE.replace("mode: ", "mode:").encode(),
    "UTF-16": SITE.encode("utf-16"),
    "ANSI": (SITE + "printer: Café\n").encode("cp1252"),
    "capitals": SITE.replace("kiosk", "KIOSK").encode(),
    "cut": SITE[:6].encode() + b": kio",
}


@pytest.mark.parametrize("slip", BROKEN)
def test_ke14_a_slip_in_the_settings_makes_no_laptop_of_a_kiosk(
    supervised: Callable[..., Supervised], slip: str, tmp_path: Path
) -> None:
    """Started as a laptop is, without --kiosk: the file alone says what this machine is."""
    (tmp_path / "site.yaml").write_bytes(BROKEN[slip])
    kiosk = supervised(())
    kiosk.child()
    shown(kiosk.environment)
    log = tmp_path / "state" / "kiosk.log"
    assert eventually(lambda: log.exists() and "settings: " in log.read_text())
    leave = by_place("alt+F4")
    press = ["xdotool", "key", "--delay", "300", leave, "ctrl+q", leave]
    subprocess.run(press, env=kiosk.environment, check=True, timeout=PATIENCE)
    shown(kiosk.environment)
    assert kiosk.process.poll() is None
    assert children(kiosk.process.pid)
    assert log.read_text().count("started") == 1


@pytest.mark.parametrize("line", [f"staff_pin: {PIN}", f"staff_pin:{PIN}", f'staff_pin: "{PIN}"'])
def test_ke17_a_pin_in_the_clear_is_shown_nowhere_and_opens_nothing(
    open_kiosk: Callable[..., Kiosk], line: str
) -> None:
    kiosk = open_kiosk(f"mode: kiosk\n{line}\n")
    kiosk.do("mousemove", "--sync", "15", "15", "click", "--repeat", "5", "--delay", "80", "1")
    told = kiosk.wait_for_page("StaffPanel")
    assert "staff pin lost" in told["texts"]
    assert PIN not in json.dumps(told)
    kiosk.press("staff leave")
    kiosk.assert_held("StaffPanel")
    written = [path for path in files(kiosk.folder) if PIN.encode() in path.read_bytes()]
    assert written == [kiosk.site]


def test_ke17_a_pin_beside_a_slip_still_opens(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk(f"{SITE}printer: 'Struk\n")
    kiosk.call_staff()
    kiosk.keys(*PIN)
    kiosk.keys("Return")
    kiosk.wait_for_page("StaffPanel")
    kiosk.press("staff leave")
    assert kiosk.process.wait(timeout=PATIENCE) == STAFF_LEFT


def test_ke14_no_settings_file_at_all(open_kiosk: Callable[..., Kiosk]) -> None:
    """The PIN of the file that was there yesterday still guards the exit."""
    kiosk = open_kiosk()
    kiosk.site.unlink()
    kiosk.process.kill()
    kiosk.process.wait()
    kiosk.process = kiosk.start()
    kiosk.file.unlink(missing_ok=True)
    kiosk.wait_for_page("StartPage")
    kiosk.call_staff()


def test_ke15_the_field_takes_what_is_typed_and_nothing_that_is_pasted(kiosk: Kiosk) -> None:
    """A letter is shown: a number that leaves out what was typed would be another one."""
    kiosk.to_number_page()
    kiosk.keys("ctrl+v", "shift+Insert", "ctrl+shift+u", "Multi_key")
    kiosk.tap((300, 300), button=2)
    assert kiosk.settle()["fields"] == [""]
    kiosk.keys("0", "8")
    assert kiosk.wait_for(lambda told: told["fields"] == ["08"])
    kiosk.press("1")
    assert kiosk.wait_for(lambda told: told["fields"] == ["081"])
    kiosk.do("type", "--delay", "10", "x*")
    assert kiosk.wait_for(lambda told: told["fields"] == ["081x*"])
    kiosk.assert_held("Visit")
    assert children(kiosk.process.pid) == []


def test_ke17_the_pin_cannot_be_guessed(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk()
    kiosk.call_staff()
    for guess in ("111111", "222222", "999999", PIN):
        kiosk.keys(*guess)
        kiosk.settle()
        kiosk.keys("Return")
        kiosk.settle()
    told = kiosk.assert_held("PinPanel")
    assert told["page"] == "PinPanel", "the right one comes too late"
    kiosk.process.kill()
    kiosk.process.wait()
    kiosk.process = kiosk.start()
    kiosk.file.unlink(missing_ok=True)
    kiosk.wait_for_page("StartPage")
    kiosk.call_staff()
    kiosk.keys(*PIN)
    kiosk.keys("Return")
    kiosk.assert_held("PinPanel")


def test_the_staff_gets_out(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk()
    kiosk.call_staff()
    kiosk.keys(*PIN)
    kiosk.keys("Return")
    kiosk.wait_for_page("StaffPanel")
    kiosk.press("staff leave")
    assert kiosk.process.wait(timeout=PATIENCE) == STAFF_LEFT


def test_nobody_there_means_wiped(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk(QUICK="2500,2500,3600000,0,5000")
    kiosk.to_number_page()
    kiosk.keys(*NUMBER)
    kiosk.wait_for(lambda told: told["fields"] == [NUMBER])
    assert eventually(lambda: shaken(kiosk)["cover"] == "InactivityPrompt"), "a shaken mouse"
    kiosk.wait_for_page("StartPage")
    told = kiosk.settle()
    assert NUMBER not in json.dumps(told)
    found = [path for path in files(kiosk.folder) if NUMBER.encode() in path.read_bytes()]
    assert found == []


def shaken(kiosk: Kiosk) -> dict[str, Any]:
    """Move the mouse by a pixel, turn its wheel and press a key of no use; return what is seen."""
    shake = [
        "mousemove_relative",
        "--",
        "1",
        "0",
        "click",
        "4",
        "mousemove_relative",
        "--",
        "-1",
        "0",
    ]
    kiosk.do(*shake, "key", "F5")
    return kiosk.seen or {"cover": ""}


def test_no_copy_of_a_number_outlives_the_next_visitor(open_kiosk: Callable[..., Kiosk]) -> None:
    kiosk = open_kiosk(BLIND="yes")
    if not process_memory.readable(kiosk.process.pid):
        pytest.skip("only root may read the memory of a kiosk, which is what a kiosk promises")
    left = []
    for number in (NUMBER, "085711112222"):
        kiosk.to_number_page()
        kiosk.keys(*number)
        kiosk.wait_for(lambda told: told["digits"] == len(NUMBER))
        kiosk.keys("Return")
        kiosk.settle()
        left.append(process_memory.copies(kiosk.process.pid, number))
        kiosk.file.with_suffix(".wipe").touch()
        kiosk.wait_for_page("StartPage")
        kiosk.settle()
        left.append(process_memory.copies(kiosk.process.pid, NUMBER))
    typed, wiped, _, after_the_next = left
    assert typed, "the search finds a number that is there"
    assert wiped < typed
    # None, but for a rare block that neither Python nor Qt hands out again.
    assert after_the_next <= 1


# What the system tells about processes and files.


def eventually(true: Callable[[], bool]) -> bool:
    """Wait until something is true; on a busy machine that can take a while."""
    deadline = time.monotonic() + PATIENCE
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


def only_child(pid: int, but: int = 0) -> int:
    """Wait for a process to have a child, another one than `but`, and return it."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = [child for child in children(pid) if child != but]
        if found:
            return found[0]
        time.sleep(0.05)
    pytest.fail("no kiosk was started")


def shown(environment: Mapping[str, str]) -> None:
    """Wait until the window is there."""
    words = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Bantuan Kecil"]
    subprocess.run(words, env=environment, check=True, timeout=PATIENCE, capture_output=True)


def type_something(environment: Mapping[str, str]) -> None:
    """Begin a visit and type a number on the way."""
    move = ["mousemove", "--sync", str(EMPTY[0]), str(EMPTY[1]), "click", "1", "sleep", "0.6"]
    walk = ["key", "--delay", "500", "1", "Return"]
    subprocess.run(["xdotool", *move], env=environment, check=True, timeout=PATIENCE)
    subprocess.run(["xdotool", *walk], env=environment, check=True, timeout=PATIENCE)
    typed = ["xdotool", "type", "--delay", "40", NUMBER]
    subprocess.run(typed, env=environment, check=True, timeout=PATIENCE)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]

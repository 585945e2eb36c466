"""The crash window of a laptop, operated by keyboard."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from jknassist.content.loader import knowledge_of
from tests.support.driver import rest_of_dots
from tests.support.keyboard import by_place

pytestmark = pytest.mark.window

PATIENCE = 30
"""Seconds until a window or a file must be there, on a slow machine; nothing is timed by it."""

SETTLES = 2
"""Seconds for a window that has come up to take the keyboard to where it begins."""

NUMBER = "081298765432"
WORDS = knowledge_of(None).words
NAME = knowledge_of(None).name

BROKEN = f"""
import sys
from jknassist.cli import main
from jknassist.gui.panels import information

class ContactsPanel:
    def __init__(self, context):
        raise ValueError("cannot show {NUMBER}")

information.ContactsPanel = ContactsPanel
sys.exit(main.main([]))
"""


class Program:
    """The program in a window of its own display, with a home of its own."""

    def __init__(self, display: Mapping[str, str], home: Path) -> None:
        self.home = home
        state = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home)}
        self._environment = {**display, **state}
        self.process = self.start()

    def start(self) -> "subprocess.Popen[str]":
        """Start it, or start it again."""
        self.process = subprocess.Popen(
            [sys.executable, "-c", BROKEN],
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        return self.process

    def comes(self, title: str) -> None:
        """Wait for a window with exactly this title and give it the keyboard."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            # A window that goes away while all are looked at makes the search fail.
            found = self._do("search", "--onlyvisible", "--name", f"^{title}$").stdout.split()
            if len(found) == 1 and not self._do("windowfocus", "--sync", found[0]).returncode:
                time.sleep(SETTLES)
                rest_of_dots(self._environment)
                return
            time.sleep(0.1)
        pytest.fail(f"no window {title}")

    def press(self, *keys: str) -> None:
        assert self._do("key", "--delay", "150", *map(by_place, keys)).returncode == 0

    def _do(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def report(self, text: str) -> str:
        """Return the one saved report that has a text, once it is there."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for path in self.home.rglob("Laporan-*.txt"):
                if text in path.read_text():
                    return path.read_text()
            time.sleep(0.1)
        pytest.fail(f"no report with {text}")


@pytest.fixture
def program(display: Mapping[str, str], tmp_path: Path) -> Iterator[Program]:
    (tmp_path / "Documents").mkdir()
    one = Program(display, tmp_path)
    try:
        yield one
    finally:
        one.process.kill()
        one.process.communicate(timeout=PATIENCE)


def holds_number(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if "9876" in path.read_text(errors="replace")]


def test_a_panel_that_breaks_is_reported_and_the_next_visit_goes_on(program: Program) -> None:
    program.comes(NAME)
    program.press("F1")
    program.comes(f"{WORDS.crash_title}: {NAME}")
    program.press("Tab", "space", "1")
    report = program.report("ValueError")
    assert "gui/main_window.py:" in report
    assert "MainWindow.show_contacts" in report
    program.press("Escape", "Escape")
    program.comes(NAME)
    program.press("F1")
    program.comes(f"{WORDS.crash_title}: {NAME}")
    assert program.process.poll() is None
    assert holds_number(program.home) == []
    program.press("alt+F4")
    assert program.process.wait(timeout=PATIENCE) == 0
    assert "9876" not in program.process.communicate()[1]


def test_a_fault_is_reported_once_at_the_next_start(program: Program) -> None:
    program.comes(NAME)
    program.process.send_signal(signal.SIGSEGV)
    assert program.process.wait(timeout=PATIENCE) == -signal.SIGSEGV
    program.process.communicate()
    program.start()
    program.comes(NAME)
    program.press("Tab", "space", "1")
    assert "the last process ended by Segmentation fault" in program.report("Segmentation fault")
    program.press("alt+F4")
    assert program.process.wait(timeout=PATIENCE) == 0
    program.process.communicate()
    assert (program.home / "jknassist" / "laptop.fault").read_text() == ""

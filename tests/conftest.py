"""What all tests share: no window on the person's screen, the same random cases each time."""

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.x_server import start_x_server

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


SCREEN = ("-screen", "0", "1280x800x24")

SLOWEST = 300
"""Seconds in which a program that a test has started ends even on a busy machine; nothing is timed
by it."""

FRAME = "JKNASSIST_TEST_FRAME"
"""Names the file in which the display keeps what it shows."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--program",
        default="",
        metavar="COMMAND",
        help="what the journeys run, such as /usr/bin/jknassist; else what is frozen from here",
    )
    parser.addoption(
        "--documents",
        default="",
        metavar="FOLDER",
        help="where that program saves, if not in the home it is given; its PDFs are removed again",
    )
    parser.addoption(
        "--windows-python",
        default="",
        metavar="FILE",
        help="a Python for Windows with the libraries of the program, to print under Wine",
    )


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """Replace the application of pytest-qt by the program's own, with its letters."""
    from jknassist.gui.qt.application import make_application  # noqa: PLC0415  most tests need no Qt

    return make_application()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what takes an hour to `-m release`."""
    if "release" in (config.getoption("markexpr") or ""):
        return
    skip = pytest.mark.skip(reason="runs before a release: pytest -m release")
    for item in items:
        if item.get_closest_marker("release"):
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    """Keep the collected tests out of garbage collection, which the program runs after each visit.

    They are some 300,000 objects that live to the end; a collection that visits them takes longer
    than the test that causes it.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def frozen() -> Path:
    """Freeze what is here now; nothing happens when that was done already."""
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", "freeze"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return ROOT / "build" / "frozen" / "jknassist"


@contextmanager
def open_display(frame: Path, *, managed: bool = True) -> Iterator[Mapping[str, str]]:
    """Open a display, with a window manager or without; give the environment that leads to it."""
    missing = [tool for tool in ("Xvfb", "openbox", "xdotool") if not shutil.which(tool)]
    if missing:
        pytest.skip("not on this machine: " + ", ".join(missing))
    quiet = subprocess.DEVNULL
    server, name = start_x_server(*SCREEN, "-fbdir", str(frame))
    environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    environment[FRAME] = str(frame / "Xvfb_screen0")
    started = [server]
    if managed:
        manager = subprocess.Popen(["openbox"], env=environment, stdout=quiet, stderr=quiet)
        started.insert(0, manager)
        asks = ["xdotool", "get_num_desktops"]  # answered once a window manager is there
        while subprocess.run(asks, env=environment, check=False, capture_output=True).returncode:
            assert manager.poll() is None
            time.sleep(0.05)
    try:
        yield environment
    finally:
        for process in started:
            process.terminate()
            process.wait()


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, str]]:
    """Give the environment of a display of its own with a window manager.

    For tests marked ``window``: they start the program as a person would, in another process.
    """
    with open_display(tmp_path_factory.mktemp("frame")) as environment:
        yield environment

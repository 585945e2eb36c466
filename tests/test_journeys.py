"""Ten members from the first page to the paper, in a real window, by keyboard alone."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from jknassist.content import knowledge_of
from jknassist.core.knowledge import Outcome
from tests.journeys import JOURNEYS, SPACE, Journey

pytestmark = pytest.mark.window

PATIENCE = 30
"""Seconds until a window or a file must be there, on a slow machine; nothing is timed by it."""


@pytest.fixture
def program(display: Mapping[str, str], tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """Start the program as a member would, with a home of its own; give its environment."""
    (tmp_path / "Documents").mkdir()
    environment = {**display, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    started = subprocess.Popen(
        [sys.executable, "-m", "jknassist"], env=environment, stderr=subprocess.PIPE, text=True
    )
    find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Bantuan Kode OTP"]
    try:
        window = subprocess.run(
            find, env=environment, check=True, capture_output=True, text=True, timeout=PATIENCE
        )
        focus = ["xdotool", "windowfocus", "--sync", window.stdout.split()[0]]
        subprocess.run(focus, env=environment, check=True, timeout=PATIENCE)
        yield environment
        assert started.poll() is None, started.communicate()[1]
    finally:
        started.terminate()
        assert "Traceback" not in started.communicate(timeout=PATIENCE)[1]


def press(environment: Mapping[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment, check=True, timeout=PATIENCE)


def walk(environment: Mapping[str, str], journey: Journey) -> None:
    for keys in journey.keys:
        if len(keys) == 1 or keys == SPACE:
            press(environment, "key", "--delay", "60", keys)
        elif keys:
            press(environment, "type", "--delay", "20", keys)
        press(environment, "key", "--delay", "60", "Return")


def saved_pdf(home: Path) -> Path:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        saved = [path for path in home.rglob("*.pdf") if not path.name.startswith(".")]
        if saved:
            return saved[0]
        time.sleep(0.1)
    pytest.fail("no PDF was saved")


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.who for journey in JOURNEYS])
def test_a_member_leaves_with_the_right_paper(
    journey: Journey, program: Mapping[str, str], tmp_path: Path
) -> None:
    walk(program, journey)
    press(program, "key", "--delay", "60", "ctrl+s")
    press(program, "key", "--delay", "60", "1")
    pages = PdfReader(saved_pdf(tmp_path)).pages
    outcome = knowledge_of(None).places[journey.outcome]
    assert isinstance(outcome, Outcome)
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    assert outcome.title in text
    assert all(action in text for action in outcome.actions)
    for keys in journey.keys:
        assert len(keys) < 6 or keys[-6:] not in text, "no typed number is on the paper"

"""On small or enlarged screens the navigation buttons stay visible."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from tests.conftest import ROOT
from tests.support.page_composition import compose, faulty
from tests.support.release_cases import often

SMALLEST = Screen(width=640, height=400)
SCALED = (
    ((1366, 768), "1.75", (781, 439)),
    ((1280, 800), "2", (640, 400)),
    ((1024, 600), "1.5", (683, 400)),
    ((800, 480), "1.25", (640, 384)),
)
"""Pixels of a screen, the scale of the system, and what is left for Qt."""


@pytest.mark.parametrize(("pixels", "scale", "logical"), often(SCALED, SCALED[0], SCALED[-1]))
def test_on_a_scaled_screen_the_ways_on_stand_whole(
    pixels: tuple[int, int], scale: str, logical: tuple[int, int], tmp_path: Path
) -> None:
    told = on_screen(tmp_path, pixels, scale)
    assert told["screen"] == list(logical)
    assert told["pages"] == 3 * (7 + 2 * 8 + 1)
    assert told["lost"] == {}


def test_on_a_smaller_screen_still_the_kiosk_is_no_wider_than_it(tmp_path: Path) -> None:
    told = on_screen(tmp_path, (800, 480), "1.5")
    assert told["screen"] == [533, 320]
    assert [page for page, lost in told["lost"].items() if "the window" in str(lost)] == []


def on_screen(folder: Path, pixels: tuple[int, int], scale: str) -> dict[str, Any]:
    """Return what small_screen tells of a screen."""
    width, height = pixels
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen]}))
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.small_screen", folder / "state"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "packaging"))),
            "QT_QPA_PLATFORM": "offscreen:configfile=screen.json",
            "QT_SCALE_FACTOR": scale,
        },
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.release
@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("size", "kiosk"), list(product(TextSize, (False, True))))
def test_the_smallest_screen_shows_every_page_whole(size: TextSize, *, kiosk: bool) -> None:
    theme = replace(theme_for(SMALLEST, kiosk=kiosk), letters=size.times)
    assert faulty(compose(theme, SMALLEST, kiosk=kiosk)) == {}


def test_larger_letters_grow_less_where_the_system_has_enlarged_all() -> None:
    grown = [theme_for(Screen(width=w, height=h), kiosk=False).growth for w, h in
             ((640, 400), (911, 512), (1024, 600), (1366, 768))]  # fmt: skip
    assert grown[0] == 0.25
    assert grown[0] < grown[1] < grown[2]
    assert grown[3] == 1
    theme = replace(theme_for(SMALLEST, kiosk=False), letters=TextSize.A_PLUS_PLUS.times)
    assert theme.px("text") == pytest.approx(1.25 * replace(theme, letters=1).px("text"), abs=1)


@pytest.mark.parametrize(
    ("pixels", "times"), [((1366, 768), 1.75), ((1280, 800), 2), ((1024, 600), 1.5)]
)
def test_the_largest_letters_have_as_many_pixels_where_the_system_enlarges(
    pixels: tuple[int, int], times: float
) -> None:
    width, height = pixels
    plain = theme_for(Screen(width=width, height=height), kiosk=False)
    enlarged = theme_for(Screen(width=int(width / times), height=int(height / times)), kiosk=False)
    largest = TextSize.A_PLUS_PLUS.times
    there = replace(enlarged, letters=largest).px("text") * times
    assert there == pytest.approx(replace(plain, letters=largest).px("text"), rel=0.06)

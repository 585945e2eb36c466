"""Every page is composed on every screen: nothing cut, no line too long, no page half empty.

Each run takes the screens that differ most, and on each of them a share of the places, so that all
are seen once; `-m release` takes all places on all screens, at every scale of the system that
leaves 640x400 and with every size of letters.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from tools import page_tour

from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from tests.conftest import ROOT
from tests.support.page_composition import LONGEST_LINE, compose, faulty

SCREENS = (
    (1366, 768),
    (1024, 768),
    (1280, 800),
    (1920, 1080),
    (1080, 1920),
    (1280, 1024),
    (800, 480),
)
SCALES = (1.0, 1.25, 1.5, 2.0)
SMALLEST = (640, 400)

OFTEN = (
    ((1366, 768), False, TextSize.A_PLUS_PLUS),
    ((1280, 1024), True, TextSize.A),
    ((800, 480), False, TextSize.A_PLUS),
    ((1080, 1920), True, TextSize.A_PLUS_PLUS),
    (SMALLEST, False, TextSize.A_PLUS_PLUS),
    (SMALLEST, True, TextSize.A),
)
"""What each run looks at: pixels, whether a kiosk, size of the letters."""

SHARE = 4
"""Of the places every so many are shown on a screen of these; the first screens begin at another
place each, so that all are seen."""


def combinations() -> Iterator[tuple[tuple[int, int], float, bool, TextSize]]:
    """Yield every screen, scale, front and size of letters that is promised."""
    for (width, height), scale, kiosk, size in product(SCREENS, SCALES, (False, True), TextSize):
        fits = width / scale >= SMALLEST[0] and height / scale >= SMALLEST[1]
        if fits and (scale == 1 or not kiosk):
            yield (width, height), scale, kiosk, size


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("run", range(len(OFTEN)))
def test_a_page_is_composed(run: int) -> None:
    pixels, kiosk, size = OFTEN[run]
    screen = Screen(width=pixels[0], height=pixels[1])
    theme = replace(theme_for(screen, kiosk=kiosk), letters=size.times)
    places = slice(run % SHARE, None, SHARE)
    assert faulty(compose(theme, screen, kiosk=kiosk, places=places)) == {}


def test_a_page_is_composed_on_a_screen_that_qt_scales() -> None:
    told = composed((1920, 1080), 1.5, TextSize.A, SHARE, kiosk=False)
    assert told["ratio"] == 1.5
    assert told["pages"] > len(page_tour.shipped_knowledge().places) / SHARE
    assert told["faults"] == {}


@pytest.mark.release
@pytest.mark.parametrize(("pixels", "scale", "kiosk", "size"), list(combinations()))
def test_a_page_is_composed_everywhere(
    pixels: tuple[int, int], scale: float, size: TextSize, *, kiosk: bool
) -> None:
    told = composed(pixels, scale, size, 1, kiosk=kiosk)
    assert told["pages"] > len(page_tour.shipped_knowledge().places)
    assert told["faults"] == {}


def composed(
    pixels: tuple[int, int], scale: float, size: TextSize, share: int, *, kiosk: bool
) -> dict[str, Any]:
    """Return what page_composition tells; a process each, as Qt takes its scale when it starts."""
    given = [*map(str, pixels), str(size.times), str(share), *["kiosk"] * kiosk]
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.page_composition", *given],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "packaging"))),
            "QT_SCALE_FACTOR": str(scale),
            "QT_QPA_PLATFORM": "offscreen",
        },
        check=True,
        capture_output=True,
        text=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_every_promised_screen_is_among_them() -> None:
    told = list(combinations())
    assert {pixels for pixels, *_ in told} == set(SCREENS)
    assert {scale for _, scale, *_ in told} == set(SCALES)
    assert (SCREENS[-1], 2.0, False, TextSize.A) not in told, "400x240 is too small"
    assert LONGEST_LINE == 66

"""Legible font sizes and touch targets by size and distance of a screen."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from jknassist.gui.style.scaling import (
    INCH,
    Screen,
    capital_mm,
    finger_target,
    is_too_small,
    smallest_type,
)
from jknassist.gui.style.theme import TextSize, theme_for

KIOSKS = (
    Screen(width=1366, height=768, inches=18.5),
    Screen(width=1280, height=1024, inches=19),
    Screen(width=1920, height=1080, inches=21.5),
    Screen(width=1080, height=1920, inches=32),
)


FAMILIES = ("Segoe UI", "Noto Sans", "DejaVu Sans")


def named(screen: Screen) -> str:
    return f"{screen.width}x{screen.height}"


@pytest.mark.parametrize("distance", [400, 500, 600])
@pytest.mark.parametrize("screen", KIOSKS, ids=named)
def test_a_capital_on_a_kiosk_is_seen_under_seven_tenths_of_a_degree(
    screen: Screen, distance: float, qtbot: QtBot
) -> None:
    assert qtbot
    screen = replace(screen, distance=distance)
    theme = theme_for(screen, kiosk=True)
    for family in FAMILIES:
        font = QFont(family)
        font.setPixelSize(theme.px("small"))
        tall = QFontMetricsF(font).capHeight() / screen.per_mm
        assert tall >= capital_mm(distance)


def test_the_figures_of_the_rule_are_met() -> None:
    assert [round(capital_mm(distance), 1) for distance in (400, 500, 600)] == [4.9, 6.1, 7.3]
    inch = Screen(width=96 * 16, height=96 * 12, inches=20)
    assert inch.per_mm == pytest.approx(96 / INCH)
    assert finger_target(inch) == 76
    assert smallest_type(replace(inch, distance=400)) < smallest_type(inch)


@pytest.mark.parametrize("screen", KIOSKS, ids=named)
def test_a_finger_has_twenty_millimetres_at_every_text_size(screen: Screen) -> None:
    for size in TextSize:
        theme = replace(theme_for(screen, kiosk=True), letters=size.times)
        assert theme.px("target") / screen.per_mm >= 20
        assert theme.px("gap_small") / screen.per_mm >= 3


def test_a_screen_that_says_nothing_of_its_size_is_taken_for_a_small_one() -> None:
    unknown = Screen(width=1920, height=1080)
    assert finger_target(unknown) > finger_target(replace(unknown, inches=21.5))


@pytest.mark.parametrize(("inches", "distance"), [(5, 300), (7, 400), (10.1, 500), (21.5, 1200)])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 600), (1080, 1920)])
def test_a_screen_too_small_for_its_distance_has_the_largest_letters_that_fit(
    width: int, height: int, inches: float, distance: float
) -> None:
    common = theme_for(Screen(width=width, height=height, distance=650), kiosk=True)
    screen = Screen(width=width, height=height, inches=inches, distance=distance)
    theme = theme_for(screen, kiosk=True)
    assert theme.smallest <= 1.2 * common.smallest
    assert theme.target <= 1.5 * common.target
    assert theme.px("gap_small") <= 1.5 * common.px("gap_small")


def test_only_a_screen_that_is_too_small_is_called_so() -> None:
    assert not any(map(is_too_small, KIOSKS))
    assert is_too_small(Screen(width=1366, height=768, inches=10.1))
    assert is_too_small(Screen(width=1366, height=768, inches=21.5, distance=1200))

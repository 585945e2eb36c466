"""Theme: contrast in both colour schemes, and no unknown placeholder in the style sheet."""

import re

import pytest

from jknassist.content import resources
from jknassist.gui.style.palette import PALETTES, ColorScheme
from jknassist.gui.style.scaling import (
    scale_for,
)
from jknassist.gui.style.theme import TextSize, Theme, style_sheet


@pytest.mark.parametrize("scheme", ColorScheme)
def test_the_style_sheet_is_filled_completely(scheme: ColorScheme) -> None:
    filled = style_sheet(resources.read("theme.qss").decode(), Theme(scheme=scheme))
    assert "@" not in filled
    assert PALETTES[scheme].paper in filled


def test_no_colour_stands_in_the_style_sheet_itself() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}", resources.read("theme.qss").decode())


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1366, 768), 1.0),
        ((1920, 1080), 1080 / 768),
        ((1080, 1920), 1080 / 740),
        ((640, 480), 0.75),
    ],
)
def test_a_larger_screen_is_drawn_larger(size: tuple[int, int], scale: float) -> None:
    assert scale_for(*size) == pytest.approx(min(scale, 2.0), abs=0.01)


@pytest.mark.parametrize("name", ["heading", "digit", "answer", "text", "small", "tick"])
def test_the_largest_letters_are_twice_as_large(name: str) -> None:
    sizes = [Theme(letters=size.times).px(name) for size in TextSize]
    assert sizes == [sizes[0], pytest.approx(1.5 * sizes[0], abs=1), 2 * sizes[0]]


@pytest.mark.parametrize("name", ["gap", "target", "round", "icon"])
def test_the_room_around_letters_does_not_grow_with_them(name: str) -> None:
    assert len({Theme(letters=size.times).px(name) for size in TextSize}) == 1

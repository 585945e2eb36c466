"""The look: enough contrast in both shades, and a style sheet without an unknown word."""

import re
from dataclasses import fields

import pytest

from jknassist.content import resources
from jknassist.gui.style.icons import recoloured
from jknassist.gui.style.palette import DARK, LIGHT, PALETTES, ColorScheme, Palette
from jknassist.gui.style.scaling import scale_for
from jknassist.gui.style.theme import Theme, style_sheet

TEXT_ON = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "note"),
    ("ink", "chosen"),
    ("ink", "hover"),
    ("ink", "pressed"),
    ("quiet", "paper"),
    ("quiet", "card"),
    ("quiet", "chosen"),
    ("accent", "card"),
    ("accent", "paper"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_mark", "mark"),
    ("warn", "card"),
    ("warn", "paper"),
    ("good", "paper"),
)
PARTS_ON = (
    ("edge", "paper"),
    ("edge", "card"),
    ("focus", "paper"),
    ("accent", "chosen"),
    ("on_mark_edge", "paper"),
    ("disabled", "paper"),
)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG 2 defines it."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[scheme.value for scheme in PALETTES])
@pytest.mark.parametrize(("front", "back"), TEXT_ON)
def test_text_has_a_contrast_of_seven(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 7


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[scheme.value for scheme in PALETTES])
@pytest.mark.parametrize(("front", "back"), PARTS_ON)
def test_frames_have_a_contrast_of_three(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 3


@pytest.mark.parametrize("scheme", ColorScheme)
def test_the_style_sheet_is_filled_completely(scheme: ColorScheme) -> None:
    filled = style_sheet(resources.read("theme.qss").decode(), Theme(scheme=scheme))
    assert "@" not in filled
    assert PALETTES[scheme].paper in filled


def test_no_colour_stands_in_the_style_sheet_itself() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}", resources.read("theme.qss").decode())


def test_every_colour_is_written_the_same_way() -> None:
    for palette in (LIGHT, DARK):
        for each in fields(palette):
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(palette, each.name)), each.name


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


def test_a_picture_changes_its_colours_by_role() -> None:
    drawn = f'<svg><path stroke="{LIGHT.ink}" fill="{LIGHT.mark.lower()}"/></svg>'.encode()
    changed = recoloured(drawn, DARK).decode()
    assert f'stroke="{DARK.ink}"' in changed
    assert f'fill="{DARK.mark}"' in changed
    assert recoloured(b"<svg/>", DARK) == b"<svg/>"

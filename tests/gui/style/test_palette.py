"""Contrast of the two palettes."""

import re

import pytest

from jknassist.gui.style.palette import DARK, LIGHT, PALETTES, Palette
from tests.support.contrast import contrast

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
    ("accent", "tint"),
    ("accent", "tint_hover"),
    ("accent", "pressed"),
    ("warn", "warn_tint"),
    ("good", "good_tint"),
    ("ink", "bar_fill"),
    ("ink", "tint"),
    ("disabled", "shade"),
    ("quiet", "note"),
    ("quiet", "hover"),
    ("on_mark", "mark_hover"),
    ("on_front", "front"),
    ("paper", "ink"),
)


PARTS_ON = (
    ("edge", "paper"),
    ("edge", "card"),
    ("focus", "paper"),
    ("accent", "chosen"),
    ("on_mark_edge", "paper"),
    ("disabled", "paper"),
    ("card_lip", "paper"),
    ("tint_lip", "paper"),
    ("tint_lip", "bar_fill"),
    ("accent_lip", "bar_fill"),
    ("warn_lip", "bar_fill"),
    ("good_lip", "bar_fill"),
    ("mark_lip", "card"),
    ("mark_lip", "bar_fill"),
    ("accent", "plate"),
    ("edge", "plate"),
    ("mark_lip", "paper"),
    ("mark", "front"),
    ("on_mark", "mark"),
)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[scheme.value for scheme in PALETTES])
@pytest.mark.parametrize(("front", "back"), TEXT_ON)
def test_text_has_a_contrast_of_seven(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 7


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[scheme.value for scheme in PALETTES])
@pytest.mark.parametrize(("front", "back"), PARTS_ON)
def test_frames_have_a_contrast_of_three(palette: Palette, front: str, back: str) -> None:
    assert contrast(getattr(palette, front), getattr(palette, back)) >= 3


def test_every_colour_is_written_the_same_way() -> None:
    for palette in (LIGHT, DARK):
        for name, colour in palette._asdict().items():
            assert re.fullmatch(r"#[0-9A-F]{6}", colour), name

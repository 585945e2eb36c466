"""The two palettes; their contrasts are in test_contrast_pairs.py."""

import re

from jknassist.gui.style.palette import DARK, LIGHT


def test_every_colour_is_written_the_same_way() -> None:
    for palette in (LIGHT, DARK):
        for name, colour in palette._asdict().items():
            assert re.fullmatch(r"#[0-9A-F]{6}", colour), name

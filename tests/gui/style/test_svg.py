"""SVG sources take the colours of a palette, and a missing one is drawn as nothing."""

from PySide6.QtCore import QSize

from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.style.svg import recoloured, render, shipped_source


def test_a_picture_changes_its_colours_by_role() -> None:
    drawn = f'<svg><path stroke="{LIGHT.ink}" fill="{LIGHT.mark.lower()}"/></svg>'.encode()
    changed = recoloured(drawn, DARK).decode()
    assert f'stroke="{DARK.ink}"' in changed
    assert f'fill="{DARK.mark}"' in changed
    assert recoloured(b"<svg/>", DARK) == b"<svg/>"


def test_a_source_that_is_missing_is_an_empty_image() -> None:
    assert shipped_source("signs/tidak_ada.svg") == b""
    assert render(b"", QSize(24, 24)).isNull()
    assert render(shipped_source("signs/jam.svg"), QSize(24, 24)).size() == QSize(24, 24)

"""Icons take the colours of the palette."""

from jknassist.gui.style.icons import recoloured
from jknassist.gui.style.palette import DARK, LIGHT


def test_a_picture_changes_its_colours_by_role() -> None:
    drawn = f'<svg><path stroke="{LIGHT.ink}" fill="{LIGHT.mark.lower()}"/></svg>'.encode()
    changed = recoloured(drawn, DARK).decode()
    assert f'stroke="{DARK.ink}"' in changed
    assert f'fill="{DARK.mark}"' in changed
    assert recoloured(b"<svg/>", DARK) == b"<svg/>"

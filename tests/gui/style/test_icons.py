"""Pictures by name: rendered once for each size and palette, none for a name that is unknown."""

from PySide6.QtWidgets import QApplication

from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT

SQUARE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    f'<rect width="8" height="8" fill="{LIGHT.ink}"/></svg>'
).encode()


def test_a_picture_is_read_once_for_each_size_and_palette(qapp: QApplication) -> None:
    assert qapp is not None
    asked: list[str] = []

    def read(name: str) -> bytes | None:
        asked.append(name)
        return SQUARE if name == "kotak" else None

    icons = SvgIcons(read, LIGHT)
    light = icons.draw("kotak", 8)
    assert light.toImage().pixelColor(4, 4).name().upper() == LIGHT.ink
    assert icons.draw("kotak", 8) is light
    assert icons.draw("kotak", 8, 2.0).size().width() == 16
    assert asked == ["kotak", "kotak"]
    icons.apply_theme(DARK)
    assert icons.draw("kotak", 8).toImage().pixelColor(4, 4).name().upper() == DARK.ink
    assert icons.draw("tidak_ada", 8).isNull()
    assert icons.draw("", 8).isNull()

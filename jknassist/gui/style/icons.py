"""SVG pictures of the content, recoloured for the theme and cached per size."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from jknassist.gui.style.palette import Palette
from jknassist.gui.style.svg import as_pixmap, recoloured, render

Reader = Callable[[str], bytes | None]
"""Returns the SVG source of a picture by its name, or None if it does not exist."""


class SvgIcons:
    """Pictures by name, rendered once for each size; the palette can be replaced."""

    def __init__(self, read: Reader, palette: Palette) -> None:
        self.read = read
        self.palette = palette
        self.drawn: dict[tuple[str, int, float], QPixmap] = {}

    def apply_theme(self, palette: Palette) -> None:
        """Set the palette and drop the rendered pictures."""
        self.palette = palette
        self.drawn.clear()

    def draw(self, name: str, side: int, ratio: float = 1.0) -> QPixmap:
        """Return a square picture of `side` logical pixels; empty when there is no such picture."""
        key = (name, side, ratio)
        if key not in self.drawn:
            pixels = round(side * ratio)
            image = render(self._source(name), QSize(pixels, pixels))
            self.drawn[key] = as_pixmap(image, ratio)
        return self.drawn[key]

    def _source(self, name: str) -> bytes:
        source = (self.read(name) if name else None) or b""
        return recoloured(source, self.palette)

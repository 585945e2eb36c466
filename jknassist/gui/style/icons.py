"""SVG pictures of the content, recoloured for the theme and cached per size."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImageReader, QPixmap

from jknassist.gui.style.palette import LIGHT, Palette

# The SVG files use the colours of the light palette; for another one each colour is replaced by
# role.
ROLES = ("ink", "quiet", "edge", "accent", "mark", "note", "warn", "good", "card", "plate")

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
            pixmap = _render(self._source(name), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            self.drawn[key] = pixmap
        return self.drawn[key]

    def _source(self, name: str) -> bytes:
        source = (self.read(name) if name else None) or b""
        return recoloured(source, self.palette)


def recoloured(source: bytes, palette: Palette) -> bytes:
    """Replace the light palette colours in an SVG source by those of another palette."""
    wanted = {getattr(LIGHT, role): getattr(palette, role) for role in ROLES}
    context = source.decode().split("#")
    changed = [
        wanted.get("#" + part[:6].upper(), "#" + part[:6]) + part[6:] for part in context[1:]
    ]
    return (context[0] + "".join(changed)).encode()


def _render(source: bytes, pixels: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    return QPixmap.fromImageReader(reader) if source else QPixmap()

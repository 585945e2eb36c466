"""Draws the bundled SVG pictures in the colours of the look that is worn."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QSize
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel

from jknassist.core.overriding import override
from jknassist.gui.theme import LIGHT, Palette

# Pictures are drawn with the colours of the light palette; on another one each changes by its role.
ROLES = ("ink", "quiet", "edge", "accent", "mark", "note", "warn", "good", "card", "chosen")

Reader = Callable[[str], bytes | None]
"""Gives the SVG text of a picture by its name, or None when there is none."""


class Pictures:
    """Pictures by name, each drawn once for each size; another palette may be put on."""

    def __init__(self, read: Reader, palette: Palette) -> None:
        self.read = read
        self.palette = palette
        self.drawn: dict[tuple[str, int], QPixmap] = {}

    def wear(self, palette: Palette) -> None:
        """Draw in other colours from now on."""
        self.palette = palette
        self.drawn.clear()

    def draw(self, name: str, side: int, ratio: float = 1.0) -> QPixmap:
        """Return a square picture of `side` logical pixels; empty when there is no such picture."""
        pixels = round(side * ratio)
        if (name, pixels) not in self.drawn:
            self.drawn[name, pixels] = _render(self._source(name), pixels)
        pixmap = QPixmap(self.drawn[name, pixels])
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        source = (self.read(name) if name else None) or b""
        return recoloured(source, self.palette)


class Picture(QLabel):
    """One picture on a page; changes its colours with the look and its side at will."""

    def __init__(self, name: str, side: int, pictures: Pictures, says: str = "") -> None:
        super().__init__()
        self.setObjectName("picture")
        self.setAccessibleName(says)
        self._name = name
        self._pictures = pictures
        self._palette: Palette | None = None
        self._side = side
        self.setFixedSize(side, side)
        self.follow_look()

    def resize_to(self, side: int) -> None:
        """Draw the picture at another size in pixels; at 0 it is not shown."""
        if side != self._side:
            self._side = side
            self._palette = None
            self.setFixedSize(side, side)
            self.setVisible(bool(side))
        self.follow_look()

    def follow_look(self) -> None:
        """Draw the picture in the colours of now, if they are not those it has."""
        if self._palette is not self._pictures.palette and self._side:
            self._palette = self._pictures.palette
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._pictures.draw(self._name, self._side, ratio))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.follow_look()


def recoloured(source: bytes, palette: Palette) -> bytes:
    """Return an SVG drawn in the light palette with the colours of another one."""
    wanted = {getattr(LIGHT, role): getattr(palette, role) for role in ROLES}
    parts = source.decode().split("#")
    changed = [wanted.get("#" + part[:6].upper(), "#" + part[:6]) + part[6:] for part in parts[1:]]
    return (parts[0] + "".join(changed)).encode()


def _render(source: bytes, pixels: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(pixels, pixels))
    return QPixmap.fromImage(reader.read()) if source else QPixmap()

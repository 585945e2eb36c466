"""SVG sources: read from the program, recoloured for a palette, rendered at any size."""

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader, QPixmap

from jknassist.content.resources import ResourceError, read
from jknassist.gui.style.palette import LIGHT, Palette

# The SVG files use the colours of the light palette; for another one each colour is replaced by
# role.
ROLES = ("ink", "quiet", "edge", "accent", "mark", "note", "warn", "good", "card", "plate")


def recoloured(source: bytes, palette: Palette) -> bytes:
    """Replace the light palette colours in an SVG source by those of another palette."""
    wanted = {getattr(LIGHT, role): getattr(palette, role) for role in ROLES}
    context = source.decode().split("#")
    changed = [
        wanted.get("#" + part[:6].upper(), "#" + part[:6]) + part[6:] for part in context[1:]
    ]
    return (context[0] + "".join(changed)).encode()


def shipped_source(path: str) -> bytes:
    """Return a shipped file below resources/; empty if it is missing."""
    try:
        return read(path)
    except ResourceError:
        return b""


def render(source: bytes, size: QSize) -> QImage:
    """Return an SVG source as an image; a null one without a source or a size."""
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(size)
    return reader.read() if source and not size.isEmpty() else QImage()


def as_pixmap(image: QImage, ratio: float) -> QPixmap:
    """Return an image as a pixmap for a screen of a pixel ratio."""
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

"""Signs and drawings of the program itself, in a colour or palette, at any size.

The pictures of the content are in icons.py; these are parts of the interface: an office's own
content has no say in them.
"""

import re
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap

from jknassist.content.resources import ResourceError, read
from jknassist.gui.style.icons import recoloured
from jknassist.gui.style.palette import LIGHT, Palette

_VIEW_BOX = re.compile(rb'viewBox="0 0 (\d+) (\d+)"')
_WHOLE = Qt.AspectRatioMode.KeepAspectRatio


class Sign(StrEnum):
    """Line drawings on a grid of 24, each in a single colour, by the names of their files."""

    CHECK = "centang"
    CLOCK = "jam"
    DARK = "gelap"
    DOWN = "turun"
    LEAVE = "selesai"
    LIGHT = "terang"
    NO_CARD = "ktp"
    SHIELD = "perisai"
    STAFF = "petugas"
    TOUCH = "sentuh"
    TOUCHED = "sentuh_tekan"
    UP = "naik"


class Drawing(StrEnum):
    """Drawings in several colours, by the names of their files."""

    FIRST_PAGE = "layar_pertama"
    PICK = "pilih_gambar"
    CHECK_NUMBER = "cek_nomor"
    TAKE_STEPS = "bawa_langkah"


def sign(name: Sign, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return a sign of `side` logical pixels in a colour #RRGGBB; empty if its file is missing."""
    pixels = round(side * ratio)
    return _as_pixmap(_sign(name, pixels, colour.upper()), ratio)


def drawing(name: Drawing, size: QSize, palette: Palette, ratio: float = 1.0) -> QPixmap:
    """Return a drawing as large as fits into a size; empty if its file is missing."""
    source = recoloured(_source(f"art/{name}.svg"), palette)
    box = _VIEW_BOX.search(source)
    if box is None:
        return QPixmap()
    shape = QSize(int(box[1]), int(box[2])).scaled(size * ratio, _WHOLE)
    return _as_pixmap(_render(source, shape), ratio)


@lru_cache(maxsize=128)
def _sign(name: Sign, pixels: int, colour: str) -> QImage:
    source = _source(f"signs/{name}.svg").replace(LIGHT.accent.encode(), colour.encode())
    return _render(source, QSize(pixels, pixels))


def _source(path: str) -> bytes:
    try:
        return read(path)
    except ResourceError:
        return b""


def _render(source: bytes, size: QSize) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(size)
    return reader.read() if source and not size.isEmpty() else QImage()


def _as_pixmap(image: QImage, ratio: float) -> QPixmap:
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

"""Illustrations of the program itself: in several colours, drawn in those of a palette."""

import re
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from jknassist.gui.style.palette import Palette
from jknassist.gui.style.svg import as_pixmap, recoloured, render, shipped_source

_VIEW_BOX = re.compile(rb'viewBox="0 0 (\d+) (\d+)"')
_WHOLE = Qt.AspectRatioMode.KeepAspectRatio


class Illustration(StrEnum):
    """Illustrations by the names of their files."""

    FIRST_PAGE = "layar_pertama"
    PICK = "pilih_gambar"
    CHECK_NUMBER = "cek_nomor"
    TAKE_STEPS = "bawa_langkah"


def illustration(name: Illustration, size: QSize, palette: Palette, ratio: float = 1.0) -> QPixmap:
    """Return an illustration as large as fits into a size; empty if its file is missing."""
    source = recoloured(shipped_source(f"illustrations/{name}.svg"), palette)
    box = _VIEW_BOX.search(source)
    if box is None:
        return QPixmap()
    shape = QSize(int(box[1]), int(box[2])).scaled(size * ratio, _WHOLE)
    return as_pixmap(render(source, shape), ratio)

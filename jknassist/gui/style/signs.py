"""Signs: small line drawings of the program itself, in one colour, at any size.

The pictures of the content are in icons.py; a sign is part of the interface: an office's own
content has no say in it.
"""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.svg import as_pixmap, render, shipped_source


class Sign(StrEnum):
    """Line drawings on a grid of 24, each in a single colour, by the names of their files."""

    ATTENTION = "perlu"
    BACK = "kembali"
    BARS = "bagan"
    CHECK = "centang"
    CLOCK = "jam"
    CONTENT = "isi"
    COPY = "salin"
    DARK = "gelap"
    DOWN = "turun"
    GOOD = "baik"
    HALT = "berhenti"
    KEY = "kunci"
    LEAVE = "selesai"
    LIGHT = "terang"
    LIST = "daftar"
    LOG = "catatan"
    LOUDSPEAKER = "suara"
    MAIL = "surel"
    MESSAGE = "pesan"
    NEXT = "lanjut"
    NO_CARD = "ktp"
    OFFICE = "kantor"
    PAPER = "berkas"
    PHONE = "telepon"
    PRINT = "cetak"
    SCREEN = "layar"
    SEARCH = "cari"
    SETTINGS = "setelan"
    SHEET = "kode_lanjut"
    SHIELD = "perisai"
    SHOW = "tunjukkan"
    STAFF = "petugas"
    STOP = "hentikan_suara"
    TOUCH = "sentuh"
    TOUCHED = "sentuh_tekan"
    UP = "naik"


def sign(name: Sign, side: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return a sign of `side` logical pixels in a colour #RRGGBB; empty if its file is missing."""
    pixels = round(side * ratio)
    return as_pixmap(_sign(name, pixels, colour.upper()), ratio)


@lru_cache(maxsize=128)
def _sign(name: Sign, pixels: int, colour: str) -> QImage:
    source = shipped_source(f"signs/{name}.svg").replace(LIGHT.accent.encode(), colour.encode())
    return render(source, QSize(pixels, pixels))

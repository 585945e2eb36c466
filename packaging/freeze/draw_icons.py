"""Renders the icons and installer images from the program's SVG; run by freeze.py."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from jknassist.gui.qt.typeface import load_typeface
from jknassist.gui.style.palette import LIGHT

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURE = ROOT / "resources" / "icons" / "jknassist.svg"

PNG_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
LARGEST_BITMAP = 64
"""Icon sizes above this are stored as PNG; parts of Windows read only bitmaps."""
SIDE_SIZE = (164, 314)
"""Size of the picture beside the first and last page of the installer."""
TOP_SIZE = (150, 57)

BLUE, CREAM, YELLOW = QColor(LIGHT.accent), QColor(LIGHT.note), QColor(LIGHT.mark)


def icon(side: int) -> QImage:
    """Return the program icon at a side length in pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(PICTURE)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Return an image as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def as_bitmap(image: QImage) -> bytes:
    """Return an image as an ICO bitmap: rows bottom-up, then an empty AND mask."""
    side = image.width()
    flipped = image.flipped(Qt.Orientation.Vertical)
    pixels = bytes(flipped.constBits())
    mask = bytes((side + 31) // 32 * 4 * side)
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, len(pixels), 0, 0, 0, 0)
    return head + pixels + mask


def windows_icon() -> bytes:
    """Return an icon file for Windows with the picture in all its sizes."""
    drawn = [(s, as_png(icon(s)) if s > LARGEST_BITMAP else as_bitmap(icon(s))) for s in ICO_SIDES]
    offset = 6 + 16 * len(drawn)
    entries = b""
    for side, data in drawn:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(drawn)) + entries + b"".join(data for _, data in drawn)


def side_picture() -> QImage:
    """Return the picture beside the first and the last page of the installer."""
    image, painter = _canvas(SIDE_SIZE, BLUE)
    renderer = QSvgRenderer(str(PICTURE))
    renderer.render(painter, QRectF(34, 52, 96, 96))
    painter.fillRect(QRectF(58, 172, 48, 4), YELLOW)
    _write(painter, QRectF(12, 190, 140, 64), CREAM, 15)
    painter.end()
    return image


def top_picture() -> QImage:
    """Return the picture at the top of the page that shows the progress."""
    image, painter = _canvas(TOP_SIZE, QColor("white"))
    QSvgRenderer(str(PICTURE)).render(painter, QRectF(97, 6, 45, 45))
    painter.end()
    return image


def _canvas(size: tuple[int, int], colour: QColor) -> tuple[QImage, QPainter]:
    image = QImage(*size, QImage.Format.Format_RGB888)
    image.fill(colour)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing)
    return image, painter


def _write(painter: QPainter, area: QRectF, colour: QColor, pixels: int) -> None:
    font = load_typeface()
    font.setPixelSize(pixels)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, "Bantuan\nKode OTP")


def main(folder: Path) -> int:
    """Draw everything into a folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for side in PNG_SIDES:
        (folder / f"jknassist-{side}.png").write_bytes(as_png(icon(side)))
    (folder / "jknassist.ico").write_bytes(windows_icon())
    side_picture().save(str(folder / "installer-side.bmp"))
    top_picture().save(str(folder / "installer-top.bmp"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

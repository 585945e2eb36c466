"""Draw items are drawn in whole pixels."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from jknassist.gui.printing.draw_items import BoxPiece, PicturePiece

BLACK = 0xFF000000


def drawn(piece: BoxPiece) -> list[str]:
    """Return what a piece draws, a letter for each pixel: # for black."""
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    piece.draw(painter)
    painter.end()
    return [
        "".join("#" if image.pixel(x, y) == BLACK else "." for x in range(12)) for y in range(8)
    ]


@pytest.mark.usefixtures("qapp")
def test_a_frame_has_four_sides_of_one_thickness() -> None:
    assert drawn(BoxPiece(left=1, top=1, width=10, height=6, line=2)) == [
        "............",
        ".##########.",
        ".##########.",
        ".##......##.",
        ".##......##.",
        ".##########.",
        ".##########.",
        "............",
    ]


@pytest.mark.usefixtures("qapp")
def test_a_flat_frame_is_a_line() -> None:
    assert [
        row for row in drawn(BoxPiece(left=0, top=3, width=12, height=2, line=2)) if "#" in row
    ] == ["#" * 12] * 2


@pytest.mark.usefixtures("qapp")
def test_dashes_and_gaps_are_of_one_length() -> None:
    rows = drawn(BoxPiece(left=0, top=3, width=12, height=1, line=1, dash=3))
    assert rows[3][:11] == "###...###..", "its right end is a side"


def test_a_picture_is_black_lines_on_white(qapp: QApplication) -> None:
    assert qapp is not None
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    PicturePiece(name="isi_pulsa", left=0, top=0, side=80).draw(painter)
    painter.end()
    pixels = [image.pixelColor(x, y) for x in range(80) for y in range(80)]
    assert all(pixel.saturation() == 0 for pixel in pixels), "no colour"
    black = sum(pixel.lightness() < 128 for pixel in pixels)
    # Lines of an 18th of the side, not a filled shape and not nothing.
    assert 0.1 < black / len(pixels) < 0.5

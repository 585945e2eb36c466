"""The signs of the voice: drawn in their colour, inside their square, and different."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from jknassist.gui.speech.signs import paint_loudspeaker, paint_stop

SIDE = 64
COLOUR = "#123456"
Paint = Callable[[QPainter, QRectF, str], None]


def drawn(paint: Paint) -> QImage:
    image = QImage(3 * SIDE, 3 * SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, QRectF(SIDE, SIDE, SIDE, SIDE), COLOUR)
    painter.end()
    return image


def painted(image: QImage) -> set[tuple[int, int]]:
    size = range(3 * SIDE)
    return {(x, y) for x in size for y in size if image.pixelColor(x, y) == QColor(COLOUR)}


@pytest.mark.parametrize("paint", [paint_loudspeaker, paint_stop])
def test_a_sign_is_drawn_in_its_colour_inside_its_square(paint: Paint) -> None:
    points = painted(drawn(paint))
    assert points
    assert all(SIDE <= x < 2 * SIDE and SIDE <= y < 2 * SIDE for x, y in points)


def test_the_signs_differ_in_shape() -> None:
    assert painted(drawn(paint_loudspeaker)) != painted(drawn(paint_stop))

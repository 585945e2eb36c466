"""One digit in its box: what is drawn stays in the box, in both colour schemes."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.digit_box import Box, paint_box

SIDE, EDGE = 80, 10


def drawn(box: Box, theme: Theme) -> QImage:
    image = QImage(SIDE + 2 * EDGE, SIDE + 2 * EDGE, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    font = QFont()
    font.setPixelSize(40)
    painter = QPainter(image)
    paint_box(painter, QRectF(EDGE, EDGE, SIDE, SIDE), box, theme, font)
    painter.end()
    return image


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("scheme", ColorScheme)
@pytest.mark.parametrize("box", [Box("8"), Box("8", marked=True), Box(""), Box("*")])
def test_nothing_is_drawn_beyond_the_box(box: Box, scheme: ColorScheme) -> None:
    image = drawn(box, Theme(scheme=scheme))
    outside = {image.pixel(x, y) for x in range(EDGE - 1) for y in range(image.height())}
    assert outside == {QColor("#123456").rgb()}
    assert image.pixel(EDGE + 12, EDGE + 12) not in outside


def test_the_star_of_a_hidden_digit_is_seen(qtbot: QtBot) -> None:  # noqa: ARG001
    theme = Theme()
    image = drawn(Box("*"), theme)
    middle = range(SIDE // 2 + EDGE - 12, SIDE // 2 + EDGE + 12)
    inked = [image.pixel(x, y) for x in middle for y in middle]
    assert inked.count(QColor(theme.palette.quiet).rgb()) > 20

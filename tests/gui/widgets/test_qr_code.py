"""A QR code on the screen: large enough, in whole pixels, black on white."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.qt import qr_painter
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.qr_code import SMALLEST, QrCode
from tests.support.small_context import small_context

PAYLOAD = "https://wa.me/6281234567890"


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.7])
@pytest.mark.parametrize("times", [1.0, 2.5])
def test_it_is_large_enough_and_each_module_is_whole_pixels(
    qtbot: QtBot, scale: float, times: float
) -> None:
    code = QrCode(PAYLOAD, "PANDAWA", small_context(theme=Theme(scale=scale)), times)
    qtbot.addWidget(code)
    assert code.width() == code.height() >= SMALLEST * scale * times
    assert code.width() % qr_painter.side_pixels(PAYLOAD, 1) == 0
    assert code.accessibleName() == "QR: PANDAWA"


def test_it_is_black_on_white_whatever_the_theme(qtbot: QtBot) -> None:
    code = QrCode(PAYLOAD, "PANDAWA", small_context())
    qtbot.addWidget(code)
    image = code.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert colours == {0xFF000000, 0xFFFFFFFF}

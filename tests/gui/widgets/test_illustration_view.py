"""An illustration fills its place."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.style.illustrations import Illustration
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.illustration_view import IllustrationView


def test_it_stands_at_the_bottom_of_its_place(qtbot: QtBot) -> None:
    picture = IllustrationView(Illustration.TAKE_STEPS, LIGHT)
    qtbot.addWidget(picture)
    picture.resize(100, 300)
    picture.show()
    qtbot.waitExposed(picture)
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(0, 0)
    assert all(image.pixel(x, y) == ground for x in range(100) for y in range(190))
    assert any(image.pixel(x, y) != ground for x in range(100) for y in range(200, 300))

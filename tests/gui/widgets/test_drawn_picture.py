"""Drawings fill their place, signs follow the words beside them."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.style.drawings import Drawing, Sign
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.drawn_picture import DrawnPicture, DrawnSign
from jknassist.gui.widgets.factories import text_label


def test_a_picture_stands_at_the_bottom_of_its_place(qtbot: QtBot) -> None:
    picture = DrawnPicture(Drawing.TAKE_STEPS, LIGHT)
    qtbot.addWidget(picture)
    picture.resize(100, 300)
    picture.show()
    qtbot.waitExposed(picture)
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(0, 0)
    assert all(image.pixel(x, y) == ground for x in range(100) for y in range(190))
    assert any(image.pixel(x, y) != ground for x in range(100) for y in range(200, 300))


def test_a_sign_is_as_tall_as_a_line(qtbot: QtBot) -> None:
    label = text_label("Tidak perlu KTP.")
    qtbot.addWidget(label)
    sign = DrawnSign(Sign.NO_CARD, label)
    qtbot.addWidget(sign)
    assert sign.sizeHint().height() == label.fontMetrics().height()
    label.setStyleSheet("font-size: 40px")
    assert sign.sizeHint().height() == label.fontMetrics().height()

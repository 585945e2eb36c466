"""The round look of a button that speaks: its fill, its sign, and the ring of the focus."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.round_look import RoundLook
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme

CIRCLE = QRectF(20, 20, 60, 60)


def drawn(button: QPushButton, *, sounding: bool) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    RoundLook(button, LIGHT, Theme()).paint(painter, CIRCLE, LIGHT.note, sounding=sounding)
    painter.end()
    return image


def colour(image: QImage, x: int, y: int) -> str:
    return image.pixelColor(x, y).name().upper()


def test_it_is_filled_with_the_colour_of_the_voice_while_it_sounds(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    silent, sounding = (drawn(button, sounding=state) for state in (False, True))
    assert colour(silent, 50, 26) == LIGHT.note
    assert colour(sounding, 50, 26) == LIGHT.mark
    assert colour(silent, 50, 82) == LIGHT.mark_lip
    assert colour(silent, 2, 2) == "#FFFFFF"


def test_pressed_it_stands_on_its_lip(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.setDown(True)
    assert colour(drawn(button, sounding=False), 50, 82) == LIGHT.note

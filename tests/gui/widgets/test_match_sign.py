"""A tick and a cross are two shapes, not only two colours; without a verdict nothing is drawn."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.match_sign import MatchSign


def shape(sign: MatchSign) -> set[tuple[int, int]]:
    """Return the places of a sign that are drawn, in whatever colour."""
    image = sign.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(0, 0)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {place for place in places if image.pixel(*place) != ground}


def test_the_three_look_different(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    signs = [
        MatchSign(ActiveTheme(Theme()), around, agrees=agrees) for agrees in (True, False, None)
    ]
    for sign in signs:
        sign.resize(40, 40)
    tick, cross, nothing = (shape(sign) for sign in signs)
    assert tick
    assert cross
    assert tick != cross
    assert nothing == set()

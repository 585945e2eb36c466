"""A tick and a cross are two shapes, not only two colours; without a verdict nothing is drawn."""

import pytest
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


@pytest.mark.parametrize("size", [(40, 24), (24, 60), (66, 34), (200, 90)])
@pytest.mark.parametrize("agrees", [True, False])
def test_a_sign_is_whole_in_a_low_and_in_a_narrow_row(
    qtbot: QtBot, size: tuple[int, int], *, agrees: bool
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    sign = MatchSign(ActiveTheme(Theme(letters=2)), around, agrees=agrees)
    sign.resize(*size)
    drawn = shape(sign)
    assert min(x for x, _ in drawn) > 0
    assert max(x for x, _ in drawn) < size[0] - 1
    assert min(y for _, y in drawn) > 0
    assert max(y for _, y in drawn) < size[1] - 1

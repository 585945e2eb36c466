"""The ring shows how much of the time is left."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.time_ring import TimeRing
from tests.support.small_context import small_context


def test_what_is_left_is_filled_and_what_is_gone_is_not(qtbot: QtBot) -> None:
    ring = TimeRing(40, small_context())
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    side = ring.width()
    right, left = (side - 12, side // 2), (12, side // 2)
    image = ring.grab().toImage()
    assert image.pixelColor(*right) == image.pixelColor(*left) == QColor(LIGHT.accent)
    ring.show_left(20)
    image = ring.grab().toImage()
    assert {image.pixelColor(*at).name().upper() for at in (right, left)} == {
        LIGHT.accent,
        LIGHT.shade,
    }
    ring.show_left(0)
    image = ring.grab().toImage()
    assert image.pixelColor(*right) == image.pixelColor(*left) == QColor(LIGHT.shade)

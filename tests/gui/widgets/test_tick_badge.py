"""The badge of what is chosen: a tick in a ring, in both looks."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.style.palette import DARK, LIGHT, Palette
from jknassist.gui.widgets.tick_badge import TickBadge
from tests.support.small_context import small_context


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_it_is_marked_and_ringed(qtbot: QtBot, palette: Palette) -> None:
    context = small_context()
    context.icons.apply_theme(palette)
    page = QWidget()
    qtbot.addWidget(page)
    badge = TickBadge(context, page)
    page.show()
    assert not badge.isVisible()
    badge.show()
    image = badge.grab().toImage()
    side = badge.width()
    assert image.pixelColor(side // 2, 6) == QColor(palette.mark)
    colours = {image.pixelColor(x, y).name().upper() for x in range(side) for y in range(side)}
    assert palette.on_mark in colours

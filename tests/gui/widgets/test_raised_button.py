"""The lip of a raised button: visible unless it is pressed or disabled."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.raised_button import RaisedButton

LIP = "#6A73B8"
STYLE = f"""
QPushButton {{ background: #FFFFFF; border: none; border-radius: 10px; margin-bottom: 6px; }}
QPushButton:pressed {{ margin-top: 6px; margin-bottom: 0px; }}
RaisedButton {{ qproperty-lip_colour: {LIP}; qproperty-lip_size: 10px 6px; }}
"""


@pytest.fixture
def made(qtbot: QtBot) -> RaisedButton:
    button = RaisedButton("Lanjut")
    qtbot.addWidget(button)
    button.setStyleSheet(STYLE)
    button.resize(120, 60)
    button.show()
    return button


def lower_edge(button: RaisedButton) -> QColor:
    """Return the colour in the middle of the lowest lines."""
    image = QImage(button.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    button.render(image, QPoint())
    return image.pixelColor(60, 57)


def test_the_style_sheet_gives_the_lip_its_colour_and_size(made: RaisedButton) -> None:
    assert made.lip_size == QSize(10, 6)
    assert made.lip_colour == QColor(LIP)
    assert lower_edge(made) == QColor(LIP)


def test_a_pressed_button_comes_down_on_its_lip(made: RaisedButton) -> None:
    made.setDown(True)
    assert lower_edge(made) == QColor("#FFFFFF")


def test_what_cannot_be_pressed_has_no_lip(made: RaisedButton) -> None:
    made.setEnabled(False)
    assert lower_edge(made) != QColor(LIP)


def test_a_transparent_lip_is_none(made: RaisedButton) -> None:
    made.setStyleSheet(STYLE + "RaisedButton { qproperty-lip_colour: transparent; }")
    assert lower_edge(made) != QColor(LIP)

"""The size that PySide does not name is the one that Qt uses."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.qt.widget_size import UNLIMITED


def test_a_widget_without_a_limit_has_that_size(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert (widget.maximumWidth(), widget.maximumHeight()) == (UNLIMITED, UNLIMITED)
    widget.setMaximumWidth(10)
    widget.setMaximumWidth(UNLIMITED)
    assert widget.maximumWidth() == UNLIMITED

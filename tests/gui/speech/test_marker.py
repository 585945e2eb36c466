import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.marker import AROUND, Marker
from jknassist.gui.style.palette import LIGHT


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_it_lies_around_what_is_spoken_and_lets_presses_through(
    window: QWidget, qtbot: QtBot
) -> None:
    below = QPushButton(window)
    below.setGeometry(50, 40, 100, 60)
    below.show()
    marker = Marker(window, LIGHT)
    marker.put_around(below, LIGHT)
    assert marker.isVisible()
    assert marker.geometry() == below.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND)
    with qtbot.waitSignal(below.clicked):
        there = window.childAt(QPoint(100, 70))
        assert there is below
        QTest.mouseClick(there, Qt.MouseButton.LeftButton)
    line = window.grab().toImage().pixelColor(marker.x() + marker.width() // 2, marker.y() + 2)
    assert line.name() != window.palette().window().color().name(), "it is drawn"


def test_what_is_hidden_is_not_framed(window: QWidget) -> None:
    hidden = QPushButton(window)
    hidden.hide()
    marker = Marker(window, LIGHT)
    marker.show()
    marker.put_around(hidden, LIGHT)
    assert not marker.isVisible()

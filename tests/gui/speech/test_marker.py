import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.marker import AROUND, CLOSE, Marker
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.wrapping_label import WrappingLabel


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


def test_one_sentence_of_several_is_framed_line_by_line(window: QWidget) -> None:
    """S3."""
    label = WrappingLabel("Satu. Dua baris ini lebih panjang dari yang lain. Tiga.")
    label.setParent(window)
    label.setGeometry(20, 20, 200, 150)
    label.show()
    marker = Marker(window, LIGHT)
    framed = []
    for sentence in ("Satu.", "Dua baris ini lebih panjang dari yang lain.", "Tiga."):
        marker.put_around(label, LIGHT, sentence)
        framed.append(marker.sentence)
    beside = label.geometry().adjusted(-CLOSE, 0, CLOSE, 0)
    assert all(beside.contains(one.toRect()) for one in framed)
    first, second, third = (round(one.height()) for one in framed)
    assert second > first == third > 0
    assert framed[0].top() < framed[2].top()
    inside = framed[1].center().toPoint() - marker.pos()
    assert marker.rect().contains(inside)
    for whole in (label.text(), "", "apa"):
        marker.put_around(label, LIGHT, whole)
        assert marker.sentence.isEmpty(), "the frame of the label is enough"

"""Five quick taps on the hidden corner open the PIN panel; fewer do not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.hidden_tap_area import TAPS, HiddenTapArea


def made(qtbot: QtBot, patience: int) -> HiddenTapArea:
    page = QWidget()
    corner = HiddenTapArea(80, patience, page)
    corner.setParent(None)
    qtbot.addWidget(corner)
    corner.show()
    return corner


def test_five_taps_call_the_staff(qtbot: QtBot) -> None:
    corner = made(qtbot, 60_000)
    with qtbot.waitSignal(corner.called), qtbot.assertNotEmitted(corner.passed_by):
        for _ in range(TAPS):
            QTest.mouseClick(corner, Qt.MouseButton.LeftButton)


def test_fewer_pass_it_by(qtbot: QtBot) -> None:
    corner = made(qtbot, 20)
    with qtbot.waitSignal(corner.passed_by), qtbot.assertNotEmitted(corner.called):
        for _ in range(TAPS - 1):
            QTest.mouseClick(corner, Qt.MouseButton.LeftButton)

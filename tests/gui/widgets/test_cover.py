"""Covers emit every touch and key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.cover import Cover
from tests.support.small_context import small_context


def test_a_touch_and_a_key_are_reported(qtbot: QtBot) -> None:
    cover = Cover("Judul", "Teks", small_context())
    qtbot.addWidget(cover)
    assert cover.accessibleName() == "Judul"
    with qtbot.waitSignal(cover.touched):
        QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(cover.touched):
        QTest.keyClick(cover, Qt.Key.Key_A)

"""The lock screen takes every key, so that none reaches the page below."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.lock_screen import LockScreen
from tests.support.small_context import small_context


def test_it_covers_the_window_and_takes_shortcuts(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    cover = LockScreen(window, small_context())
    assert cover.geometry() == window.rect()
    shortcut = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier
    )
    shortcut.ignore()
    assert cover.event(shortcut)
    assert shortcut.isAccepted()

"""A kiosk fills its screen and comes back to the front."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.fullscreen import FullscreenController, SecondaryScreenBlocker

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_window_fills_the_screen_and_one_screen_needs_no_blocker(window: QWidget) -> None:
    controller = FullscreenController(window)
    controller.take()
    assert window.isFullScreen()
    assert controller._blockers == []


def test_it_comes_back_until_the_program_is_in_front(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller = FullscreenController(window)
    window.showNormal()
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: INACTIVE)
    controller._state_changed(INACTIVE)
    assert controller._timer.isActive()
    controller.come_back()
    assert window.isFullScreen()
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: ACTIVE)
    controller.come_back()
    assert not controller._timer.isActive()


def test_a_window_that_is_not_shown_does_not_push_itself_forward(window: QWidget) -> None:
    controller = FullscreenController(window)
    controller._state_changed(INACTIVE)
    assert not controller._timer.isActive()


def test_a_covered_screen_cannot_be_closed(qtbot: QtBot) -> None:
    blocker = SecondaryScreenBlocker(QGuiApplication.primaryScreen())
    qtbot.addWidget(blocker, before_close_func=lambda _widget: None)
    blocker.show()
    assert not blocker.close()
    blocker.hide()

"""Keeps the kiosk in front: back when it lost the focus, full screen, other screens covered."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.qt.deferred import call_later

PAUSE = 1000
"""Milliseconds between two tries to come back; nothing here needs to be faster."""

FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class SecondaryScreenBlocker(QWidget):
    """Covers a second screen, so that nothing of the desktop can be reached there."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("blocker")
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class FullscreenController(QObject):
    """Watches one window for as long as it lives."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._blockers: list[SecondaryScreenBlocker] = []
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.come_back)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._state_changed)
            for changed in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                changed.connect(self._screens_changed)

    def take(self) -> None:
        """Fill the first screen and cover the others."""
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            self._window.setScreen(screen)
        self._window.showFullScreen()
        for blocker in self._blockers:
            blocker.hide()
            blocker.deleteLater()
        others = [other for other in QGuiApplication.screens() if other is not screen]
        self._blockers = [SecondaryScreenBlocker(other) for other in others]
        for blocker in self._blockers:
            blocker.showFullScreen()

    def come_back(self) -> None:
        """Try to be in front again; stop trying once we are."""
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self._timer.stop()
            return
        if not self._window.isFullScreen():
            self._window.showFullScreen()
        self._window.raise_()
        self._window.activateWindow()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive and self._window.isVisible():
            self._timer.start()

    def _screens_changed(self, _screen: object) -> None:
        # Qt is still rearranging its list of screens.
        call_later(self, self.take)

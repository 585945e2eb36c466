"""Keeps the kiosk window full screen and active, and covers other screens."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.qt import x11_stacking
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.qt.x11_placement import Box, fills

PAUSE = 1000
"""Milliseconds between two attempts to become active again."""

MOST_TRIES = 30
"""Attempts before `lost` is emitted; a new process may succeed."""

MOST_MISSING = 0.1
"""Share of the screen that a full screen window may not cover: sizes are rounded where scaled."""

MOST_MOVES = 6
"""A place that is not left after so many attempts is where the window manager wants the window."""

FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


class SecondaryScreenBlocker(QWidget):
    """Covers a second screen, so that nothing of the desktop can be reached there.

    `wanted` is its place in pixels of the display, `moves` how often in a row it was found away
    from that.
    """

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("blocker")
        self.moves = 0
        self._place = screen.geometry()
        self.wanted = native_box(screen)

    def cover(self) -> None:
        """Show it in a new native window on its screen, which others may have moved it from."""
        for screen in QGuiApplication.screens():
            if screen.geometry() == self._place:
                cover(self, screen)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class FullscreenController(QObject):
    """Keeps one window visible and active during its lifetime.

    A window manager or another X11 client can unmap or destroy the window (show desktop, another
    desktop, iconify) without Qt changing its state; only the expose event tells. Then the window
    is mapped anew, from the second try on as a new native window. Emits `came_back` with the number
    of tries when that succeeded, `lost` when it failed `MOST_TRIES` times. A window that bypasses
    the window manager is put away once a second; a shape that another client set for ours, and a
    place to which it was moved or dragged, are undone. Where that does not last we are not in
    front, and the supervisor begins anew. What another client paints into the window is painted
    over by the next `look`.
    """

    lost = Signal()
    came_back = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._blockers: list[SecondaryScreenBlocker] = []
        self._was_shown = False
        self._tries = 0
        self._waits = 0
        self._moves = 0
        self._kept: Box | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.come_back)
        self._stacking = x11_stacking.connect(self)
        if self._stacking is not None:
            self._stacking.changed.connect(self._look_soon)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._look_soon)
            for changed in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                changed.connect(self._screens_changed)

    def take(self) -> None:
        """Fill the first screen and cover the others."""
        self._kept = None
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            self._window.setScreen(screen)
        self._window.showFullScreen()
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # one filter, however often it is installed
        for blocker in self._blockers:
            blocker.hide()
            blocker.deleteLater()
        self._blockers = [SecondaryScreenBlocker(other) for other in beside(screen)]
        for blocker in self._blockers:
            blocker.cover()

    def is_shown(self) -> bool:
        """Return whether the window is mapped with all that holds it, even if it is covered."""
        return self._is_shown(self._window)

    def _is_shown(self, widget: QWidget) -> bool:
        handle = widget.windowHandle()
        if handle is None or not handle.isExposed():
            return False
        return self._stacking is None or self._stacking.is_viewable(int(handle.winId()))

    def is_in_front(self) -> bool:
        """Return whether the window is mapped, whole, uncovered, full screen and active."""
        window = self._window
        shown = self.is_shown() and self._fills() and window.isActiveWindow()
        return shown and not self.covers() and not self._is_cut() and not self._is_away()

    def _fills(self) -> bool:
        """Return whether the window is as large as its screen, without a window manager too."""
        window, wanted = self._window, QGuiApplication.primaryScreen().size()
        is_large = (
            window.width() >= (1 - MOST_MISSING) * wanted.width()
            and window.height() >= (1 - MOST_MISSING) * wanted.height()
        )
        return window.isFullScreen() and is_large

    def covers(self) -> list[int]:
        """Return the windows of other programs that lie over ours, where that can be known."""
        ours = self._native()
        return [] if self._stacking is None or ours is None else self._stacking.over(ours)

    def _is_cut(self) -> bool:
        """Return whether another program has cut the shape of the window."""
        ours = self._native()
        return self._stacking is not None and ours is not None and self._stacking.is_cut(ours)

    def _is_moved(self, widget: QWidget, wanted: Box) -> bool:
        """Return whether a window is seen on less of the display than it should be."""
        handle = widget.windowHandle()
        if self._stacking is None or handle is None:
            return False
        seen = self._stacking.seen(int(handle.winId()))
        return seen is None or not fills(seen, wanted)

    def _is_away(self) -> bool:
        """Return whether the window was moved from its screen, and that can be undone."""
        wanted = self._kept or native_box(QGuiApplication.primaryScreen())
        return self._is_moved(self._window, wanted)

    def _native(self) -> int | None:
        """Return the id of the native window, or None before there is one."""
        handle = self._window.windowHandle()
        return None if handle is None else int(handle.winId())

    def look(self) -> bool:
        """Return whether the window is in front, and begin to come back where it is not.

        Called now and then: a window that was taken away before it was first shown gives no event.
        """
        self._take_out()
        in_front = self.is_in_front()
        if not in_front:
            self._was_shown = True
            self._look_soon()
        for blocker in self._blockers:
            self._look_at(blocker)
        for shown in (self._window, *self._blockers):
            flush(shown)
        return in_front

    def _look_at(self, blocker: SecondaryScreenBlocker) -> None:
        """Show a blocker anew that others took away or moved."""
        is_moved = self._is_moved(blocker, blocker.wanted)
        blocker.moves = blocker.moves + 1 if is_moved else 0
        if not self._is_shown(blocker) or (is_moved and blocker.moves <= MOST_MOVES):
            blocker.cover()

    def come_back(self) -> None:
        """Try to become visible and active again; stop the attempts once that succeeded."""
        if self.is_in_front():
            self._timer.stop()
            if self._waits:
                self.came_back.emit(self._waits)
            self._tries = self._waits = self._moves = 0
            return
        self._waits += 1
        if not self.is_shown():
            self._map_again()
        elif not self._fills():
            self._window.showFullScreen()
            self._window.setGeometry(QGuiApplication.primaryScreen().geometry())
        elif self._is_away():
            self._move_back()
        ours = self._native()
        if self._stacking is not None and ours is not None and self._stacking.is_cut(ours):
            self._stacking.make_whole(ours)
        self._window.raise_()
        self._window.activateWindow()
        if self._stacking is not None:
            self._stacking.put_away(self.covers())

    def _map_again(self) -> None:
        """Map the window anew, as a new native window unless it is only minimised."""
        self._tries += 1
        if self._tries > MOST_TRIES:
            self._timer.stop()
            self.lost.emit()
            return
        handle = self._window.windowHandle()
        if handle is not None and self._window.isMinimized() and self._tries == 1:
            self._window.showFullScreen()
        else:
            # Without a new native window Qt is not told that it has the keyboard again.
            cover(self._window, QGuiApplication.primaryScreen())

    def _move_back(self) -> None:
        """Ask for the place on the screen, then take it with a new native window."""
        ours = self._native()
        if self._stacking is None or ours is None:
            return
        first = QGuiApplication.primaryScreen()
        self._moves += 1
        if self._moves > MOST_MOVES:
            self._kept = self._stacking.seen(ours)
        elif self._moves % 2:
            self._stacking.place(ours, native_box(first))
        else:
            cover(self._window, first)

    def _take_out(self) -> None:
        """Unmap what another program has put into the window."""
        ours = self._native()
        if self._stacking is None or ours is None:
            return
        self._stacking.watch(ours)
        foreign = self._stacking.inside(ours)
        if foreign:
            self._stacking.unmap(foreign)

    def _check(self) -> None:
        """Start the attempts if something has taken the screen or the keyboard."""
        self._take_out()
        self._was_shown = self._was_shown or self.is_shown()
        if not self._was_shown or self._timer.isActive() or self.is_in_front():
            return
        self._timer.start()
        if not self.is_shown() or self.covers() or self._is_cut() or self._is_away():
            self.come_back()

    def _look_soon(self, _changed: object = None) -> None:
        # The window may not be hidden and shown while an event of its own is delivered.
        call_later(self, self._check)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Expose, QEvent.Type.FocusOut}:
            self._look_soon()
        return False

    def _screens_changed(self, _screen: object) -> None:
        # Qt is still rearranging its list of screens.
        call_later(self, self.take)


def native_box(screen: QScreen) -> Box:
    """Return the place of a screen in pixels of the display."""
    box, ratio = screen.geometry(), screen.devicePixelRatio()
    return box.x(), box.y(), round(box.width() * ratio), round(box.height() * ratio)


def beside(screen: QScreen | None) -> list[QScreen]:
    """Return the screens that do not show what this one shows."""
    if screen is None:
        return QGuiApplication.screens()
    taken = screen.geometry()
    return [one for one in QGuiApplication.screens() if not one.geometry().intersects(taken)]


def flush(window: QWidget) -> None:
    """Show what a window has painted once more; X11 lets every client paint into every window.

    Nothing is painted anew: the pixels are those of its backing store.
    """
    store = window.backingStore()
    if store is not None and window.isVisible():
        store.flush(QRegion(window.rect()))


def cover(window: QWidget, screen: QScreen) -> None:
    """Fill a screen with a window, in a new native window; it does not ask for the keyboard."""
    window.hide()
    if (handle := window.windowHandle()) is not None:
        handle.destroy()
    window.setScreen(screen)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(screen.geometry())
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()

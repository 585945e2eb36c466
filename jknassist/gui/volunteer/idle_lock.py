"""Locks an unattended laptop: shows the lock screen after five minutes without input."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.idle_timer import IdleTimer

if TYPE_CHECKING:
    from jknassist.gui.volunteer.lock_screen import LockScreen

LOCK_AFTER = 5 * 60 * 1000
"""Milliseconds."""

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """Shows the lock screen after a time without input; any input removes it.

    Events are filtered on the native window: few, and before any widget gets them.
    """

    _window: QWidget | None = None
    """None once the interpreter has cleared the object, which Qt may still call as a filter."""

    def __init__(self, window: QWidget, context: Callable[[], UiContext]) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._focus: QWidget | None = None
        self.lock_screen: LockScreen | None = None
        self.idle = IdleTimer(lambda: False, self)
        self.idle.timed_out.connect(self.lock)
        self.idle.watch(LOCK_AFTER)
        window.installEventFilter(self)

    def lock(self) -> None:
        """Cover the whole window with the lock screen."""
        if self.lock_screen is not None or self._window is None:
            return
        # Imported on use: five minutes after the start at the earliest.
        from jknassist.gui.volunteer.lock_screen import LockScreen  # noqa: PLC0415

        self._focus = QApplication.focusWidget()
        self.lock_screen = LockScreen(self._window, self._context())
        self.lock_screen.touched.connect(self.unlock)
        self.lock_screen.typed.connect(self._type_on)
        self.lock_screen.show()
        self.lock_screen.raise_()
        self.lock_screen.activate()

    def unlock(self) -> None:
        """Remove the lock screen and restore the focus."""
        if self.lock_screen is not None:
            self.lock_screen.hide()
            self.lock_screen.deleteLater()
            self.lock_screen = None
            if self._focus is not None and isValid(self._focus):
                self._focus.setFocus()
        self._focus = None
        self.idle.watch(LOCK_AFTER)

    def _type_on(self, text: str) -> None:
        """Type the key that unlocked: without it a wrong number would stand in the field."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and text.isprintable():
            field.insert(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._window is None:
            return False
        if watched is not self._window:
            if kind in TOUCHES:
                self.idle.reset_timer()
        elif kind is QEvent.Type.Show:
            self._watch_handle()
        elif kind is QEvent.Type.Resize and self.lock_screen is not None:
            self.lock_screen.setGeometry(self._window.rect())
        return False

    def _watch_handle(self) -> None:
        handle = self._window.windowHandle() if self._window is not None else None
        if handle is not None:  # none while it is a child of another window
            handle.installEventFilter(self)

"""The lock screen of the laptop, which covers the window until it is touched."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.cover import Cover


class LockScreen(Cover):
    """Accepts every key, so that none reaches the page below while it is covered."""

    def __init__(self, window: QWidget, context: UiContext) -> None:
        super().__init__(context.words.cover_title, context.words.cover_text, context)
        self.column.addStretch(3)
        self.setParent(window)
        self.setGeometry(window.rect())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

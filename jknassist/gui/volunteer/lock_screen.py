"""The cover itself: all that is seen of a laptop that was left alone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.cover import Cover


class LockScreen(Cover):
    """Takes every key for itself, so that none reaches the page below before it is seen again."""

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

"""The cover itself: all that is seen of a laptop that was left alone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.overriding import override
from jknassist.gui.kiosk.covers import Cover
from jknassist.gui.parts import Parts


class LaptopCover(Cover):
    """Takes every key for itself, so that none reaches the page below before it is seen again."""

    def __init__(self, window: QWidget, parts: Parts) -> None:
        super().__init__(parts.words.cover_title, parts.words.cover_text, parts)
        self.column.addStretch(3)
        self.setParent(window)
        self.setGeometry(window.rect())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

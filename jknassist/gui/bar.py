"""The bar that is the same on each page: who we are, the language, and the two ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from jknassist.gui.parts import Parts, button, text_label

ICON = 44


class Bar(QWidget):
    """Leaves out our name, then our picture, before it would cut a button."""

    language_wanted = Signal()
    help_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parts: Parts, other_language: str) -> None:
        super().__init__()
        words, look = parts.words, parts.look
        self._gap = gap = look.px("gap")
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 2)
        row.setSpacing(gap)
        self._icon = QLabel()
        self._icon.setPixmap(
            parts.pictures.draw("jknassist", round(ICON * look.scale), self.devicePixelRatioF())
        )
        row.addWidget(self._icon)
        self._brand = text_label(parts.knowledge.name, "brand")
        self._brand.setWordWrap(False)
        row.addWidget(self._brand)
        row.addStretch()
        # A volunteer wipes for the next member, a visitor of a public screen for themselves.
        leave = words.restart if parts.kiosk else words.next_member
        self._language = button(other_language, "language")
        self._buttons = (self._language, button(words.contacts, "help"), button(leave, "leave"))
        wanted = (self.language_wanted, self.help_wanted, self.leave_wanted)
        for way, signal in zip(self._buttons, wanted, strict=True):
            way.clicked.connect(signal)
            row.addWidget(way)

    def offer_language(self, *, offered: bool) -> None:
        """Show or hide the button of the other language."""
        self._language.setVisible(offered)
        self._make_room(self.width())

    def _make_room(self, width: int) -> None:
        gap = self._gap
        ways = sum(way.sizeHint().width() + gap for way in self._buttons if not way.isHidden())
        icon = self._icon.sizeHint().width() + gap
        left = width - ways - 4 * gap
        self._icon.setVisible(left >= icon)
        self._brand.setVisible(left >= icon + self._brand.sizeHint().width() + gap)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room(event.size().width())

"""One contact: what it is, its number or address in large type, what is known, and "Salin"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jknassist.core.summary import ContactRow
from jknassist.gui.parts import Parts, button, text_label

LARGE_UP_TO = 22
"""Letters that still fit in large type; an address longer than this is set smaller."""


class ContactCard(QFrame):
    """Emits the text to copy together with the button that says whether it was copied."""

    copy_wanted = Signal(str, object)

    def __init__(self, row: ContactRow, parts: Parts, *, brief: bool = False) -> None:
        super().__init__()
        self.row = row
        self.setObjectName("contact")
        self.setAccessibleName(f"{row.label}: {row.shown}")
        gap = parts.look.px("gap")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(gap, gap // 2, gap, gap // 2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(row.label, "hint"))
        words.addWidget(text_label(row.shown, "big" if len(row.shown) <= LARGE_UP_TO else "label"))
        for detail in (row.facts,) if brief and row.facts else row.details:
            words.addWidget(text_label(detail, "hint"))
        outer.addLayout(words, 1)
        self.copy = button(parts.words.copy)
        self.copy.setAccessibleName(f"{parts.words.copy}: {row.label}")
        self.copy.clicked.connect(self._ask_to_copy)
        outer.addWidget(self.copy)
        self.copy.setVisible(bool(row.link))

    def _ask_to_copy(self) -> None:
        self.copy_wanted.emit(self.row.copied, self.copy)

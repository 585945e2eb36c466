"""What a visitor can decide about an odd number: take a suggestion, count its digits, or insist."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.core.phone.diagnosis import Diagnosis, Verdict
from jknassist.core.phone.reading import shown
from jknassist.gui.parts import Parts, button, text_label

OFFERED = 3
"""Suggestions shown at most; they come best first."""

LENGTHS = (10, 11, 12, 13)
"""Digits that a mobile number may have, with its leading 0 (facts on numbering: 10 to 13)."""


class NumberOffers(QWidget):
    """Emits the number taken, the count stated, or that the visitor insists."""

    used = Signal(str)
    stated = Signal(int)
    kept = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(parts.look.px("gap_small"))

    def offer(self, found: Diagnosis, *, may_count: bool) -> None:
        """Lay out what can be decided about a number that was read."""
        self.withdraw()
        if found.number is None:
            return
        words = self._parts.words
        for suggestion in found.suggestions[:OFFERED]:
            text = words.number_suggestion.format(number=shown(suggestion.number))
            take = button(text)
            take.clicked.connect(partial(self.used.emit, suggestion.number))
            self._column.addWidget(take)
        if found.ask_length and may_count and not found.suggestions:
            self.ask_length()
        if found.verdict is not Verdict.UNREADABLE:
            self.offer_to_keep()
        self.show()
        self._take_focus()

    def offer_to_keep(self) -> None:
        """Let the visitor insist on what was typed."""
        keep = button(self._parts.words.number_keep)
        keep.clicked.connect(self.kept)
        self._column.addWidget(keep)
        self.show()

    def ask_length(self) -> None:
        """Ask how many digits the visitor's number has: its owner may know that by heart."""
        asked = QWidget()
        row = QHBoxLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._parts.look.px("gap_small"))
        row.addWidget(text_label(self._parts.words.number_ask_length, "label"), 1)
        for length in LENGTHS:
            answer = button(str(length))
            answer.setAccessibleName(self._parts.words.number_count.format(count=length))
            answer.clicked.connect(partial(self.stated.emit, length))
            row.addWidget(answer)
        self._column.addWidget(asked)
        self.show()
        self._take_focus()

    def _take_focus(self) -> None:
        """Lead the keyboard from offer to offer, and begin at the first of them."""
        buttons = self.findChildren(QPushButton)
        offered = [button for button in buttons if not button.isHidden()]
        for before, after in pairwise(offered):
            QWidget.setTabOrder(before, after)
        if offered:
            offered[0].setFocus()

    def has_focus(self) -> bool:
        """Tell whether the keyboard is at one of the offers."""
        return any(button.hasFocus() for button in self.findChildren(QPushButton))

    def withdraw(self) -> None:
        """Take every offer back."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

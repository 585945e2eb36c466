"""Decisions on a doubtful number: take a suggestion, state its length, or keep it as typed."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.core.phone.parse import grouped
from jknassist.core.phone.result import Choice, Diagnosis, Verdict
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.wrapping_button import WrappingButton

OFFERED = 3
"""Maximum number of suggestions shown, best first."""

LENGTHS = (10, 11, 12, 13)
"""Digits that a mobile number may have, with its leading 0 (facts on numbering: 10 to 13)."""


class NumberSuggestions(QWidget):
    """Emits the number taken, the length stated, or the choice to keep or type on."""

    used = Signal(str)
    stated = Signal(int)
    kept = Signal()
    typing_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px("gap_small"))

    def offer(self, found: Diagnosis, *, may_count: bool) -> None:
        """Show the choices for a diagnosis; `may_count` includes asking for the length."""
        self.withdraw()
        if found.number is None and not found.suggestions and found.pattern is None:
            return
        words = self._context.words
        for suggestion in found.suggestions[:OFFERED]:
            text = words.number_suggestion.format(number=grouped(suggestion.number))
            take = offer_button(text)
            take.clicked.connect(partial(self.used.emit, suggestion.number))
            self._column.addWidget(take)
        if found.ask_length and may_count and not found.suggestions:
            self.ask_length()
        wrong = found.default is Choice.TYPE_AGAIN
        if wrong:
            # A button pressed without reading must not keep a wrong number: typing on comes first.
            self._let_type()
        if found.verdict is not Verdict.UNREADABLE and (found.number or found.pattern):
            self._let_keep()
        self._finish(typing=not wrong)

    def _let_type(self) -> None:
        again = offer_button(self._context.words.number_again)
        again.clicked.connect(self.typing_wanted)
        self._column.addWidget(again)

    def _let_keep(self) -> None:
        keep = offer_button(self._context.words.number_keep)
        keep.clicked.connect(self.kept)
        self._column.addWidget(keep)

    def offer_to_keep(self) -> None:
        """Offer only to keep the number as typed or to type on."""
        self.withdraw()
        self._let_keep()
        self._finish()

    def ask_what_is_wrong(self) -> None:
        """Let the person say which of two numbers is wrong: hidden digits decide nothing."""
        self.withdraw()
        words = self._context.words
        for text, chosen in (
            (words.number_app_wrong, self.kept),
            (words.number_typed_wrong, self.typing_wanted),
        ):
            blamed = offer_button(text)
            blamed.clicked.connect(chosen)
            self._column.addWidget(blamed)
        self._finish(typing=False)

    def ask_length(self) -> None:
        """Ask how many digits the number has: its owner may know that by heart."""
        asked = QWidget()
        grid = QGridLayout(asked)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._context.theme.px("gap_small"))
        question = text_label(self._context.words.number_ask_length, "label")
        grid.addWidget(question, 0, 0, 1, len(LENGTHS))
        for index, length in enumerate(LENGTHS):
            answer = offer_button(str(length), "count")
            answer.setAccessibleName(self._context.words.number_count.format(count=length))
            answer.clicked.connect(partial(self.stated.emit, length))
            grid.addWidget(answer, 1, index)
        self._column.addWidget(asked)

    def offer_typing(self) -> None:
        """Offer only to type on."""
        self.withdraw()
        self._finish()

    def ask_only_length(self) -> None:
        """Ask for the number of digits and nothing else."""
        self.withdraw()
        self.ask_length()
        self._finish()

    def _finish(self, *, typing: bool = True) -> None:
        """Offer to type on, and lead the keyboard from offer to offer, from the first of them."""
        if typing:
            self._let_type()
        self._column.addStretch()
        self.show()
        self.offered()[0].setFocus()

    def offered(self) -> list[QPushButton]:
        """Return the visible buttons in reading order."""
        # Withdrawn offers are hidden together and deleted on the next event-loop turn.
        return [each for each in self.findChildren(QPushButton) if each.isVisibleTo(self)]

    def explain(self, *sentences: str) -> bool:
        """Set why there are offers as the description of the first; return whether there is one."""
        offered = self.offered()
        if offered:
            offered[0].setAccessibleDescription(joined_sentences(*sentences))
        return bool(offered)

    def follow(self, before: QWidget) -> None:
        """Set the tab order: from `before` to the first offer, and on through all of them."""
        for button_before, button_after in pairwise((before, *self.offered())):
            QWidget.setTabOrder(button_before, button_after)

    def has_focus(self) -> bool:
        """Return whether one of the offers has the focus."""
        return any(button.hasFocus() for button in self.findChildren(QPushButton))

    def withdraw(self) -> None:
        """Remove all offers."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()


def offer_button(text: str, name: str = "") -> WrappingButton:
    """Return a button that ignores Enter: a double Enter must not accept a number."""
    made = button(text, name)
    made.enter_presses = False
    return made

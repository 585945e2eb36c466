"""Decisions on a doubtful number: choose a reading, state its length, or type again.

The readings are cards with whole numbers. None is chosen beforehand, and a choice only counts with
Lanjut: nothing is decided by a button that was pressed without reading.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.core.phone.parse import grouped
from jknassist.core.phone.result import Choice, Diagnosis, Kind, Suggestion, Verdict
from jknassist.gui.context import UiContext
from jknassist.gui.pages.number.reading_card import Reading, ReadingCard
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.wrapping_button import WrappingButton

OFFERED = 3
"""Maximum number of suggestions shown, best first."""

LENGTHS = (10, 11, 12, 13)
"""Digits that a mobile number may have, with its leading 0 (facts on numbering: 10 to 13)."""

CARD_LETTERS = 14
"""Digits of a number that must fit into a card for two cards side by side."""


class NumberSuggestions(QWidget):
    """Emits the number chosen, the length stated, or the choice to keep or type on.

    A page that is divided shows `again_above` beside its heading, in place of the button to type
    again, which would else be on a later screen page.
    """

    used = Signal(str)
    stated = Signal(int)
    kept = Signal()
    typing_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._cards: list[ReadingCard] = []
        self._cells: list[QWidget] = []
        self._foot: QWidget | None = None
        self._before: QWidget | None = None
        self.again_above = self._offer_to_type()
        self.again_above.hide()
        self._width = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px("gap_small"))

    def offer(self, found: Diagnosis, *, may_count: bool) -> None:
        """Show the choices for a diagnosis; `may_count` includes asking for the length."""
        self.withdraw()
        if found.number is None and not found.suggestions and found.pattern is None:
            return
        wrong = found.default is Choice.TYPE_AGAIN
        if wrong:
            # A button pressed without reading must not keep a wrong number: typing on comes first.
            self._let_type()
        if found.ask_length and may_count and not found.suggestions:
            self.ask_length()
        for suggestion in found.suggestions[:OFFERED]:
            self._add_card(self._suggested(suggestion), partial(self.used.emit, suggestion.number))
        if found.verdict is not Verdict.UNREADABLE and (found.number or found.pattern):
            self._add_card(self._typed(found), self.kept.emit)
        self._finish(typing=not wrong)

    def _suggested(self, suggestion: Suggestion) -> Reading:
        words, number = self._context.words, suggestion.number
        hint = words.number_count.format(count=len(number))
        digit = number[suggestion.at.start : suggestion.at.start + 1]
        if suggestion.kind is Kind.DOUBLED_DIGIT and digit:
            hint = words.number_dropped.format(count=len(number), digit=digit)
        said = words.number_suggestion.format(number=grouped(number))
        return Reading(said, words.number_use, number, hint)

    def _typed(self, found: Diagnosis) -> Reading:
        words = self._context.words
        marks = [finding.at for finding in found.findings if finding.at and found.number]
        marked = (marks[0].start, marks[0].stop) if marks and marks[0] else None
        # What was repaired while reading is not what the person typed: then the count says nothing.
        number = "" if found.repairs else found.number or ""
        hint = words.number_count.format(count=len(number)) if number else ""
        return Reading(words.number_keep, words.number_keep, number, hint, marked)

    def _add_card(self, reading: Reading, chosen: Callable[[], object]) -> None:
        key = "" if self._context.is_kiosk else str(len(self._cards) + 1)
        card = ReadingCard(reading, key, self._context)
        parts = (grouped(reading.number) if reading.number else "", reading.hint)
        card.setAccessibleDescription(joined_sentences(*filter(None, parts)))
        # A screen reader checks a card without a click.
        card.toggled.connect(partial(_on_checked, chosen))
        self._cards.append(card)
        self._cells.append(card)

    def _lay_cards(self) -> None:
        if not self._cells:
            return
        around = QWidget()
        self._grid = QGridLayout(around)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._context.theme.px("gap_small"))
        lay_in_columns(self._grid, self._cells, self._columns())
        self._column.addWidget(around)

    def _columns(self) -> int:
        wide = CARD_LETTERS * self._context.theme.px("answer")
        return 2 if len(self._cells) > 1 and self._width >= 2 * wide else 1

    def fit_to(self, width: int, *, tight: bool, divided: bool = False) -> None:
        """Put the cards side by side where a width in pixels is enough for two.

        Unless the page is tight, the frame of the focus around a card gets room of its own. Where
        it is divided, typing again stands on its first screen page.
        """
        self._put_again(above=divided)
        px = self._context.theme.px
        self._column.setContentsMargins(0, 0 if tight else px("gap") // 2, 0, 0)
        self._column.setSpacing(px("gap_small" if tight else "gap"))
        before, self._width = self._columns(), width
        if self._cells and self._columns() != before:
            lay_in_columns(self._grid, self._cells, self._columns())

    def choose_by_digit(self, digit: str) -> bool:
        """Choose the card with a digit; return whether there is one: other digits are typed."""
        for number, card in enumerate(self._cards, 1):
            if str(number) == digit:
                card.setFocus()
                card.click()
                return True
        return False

    def _let_type(self) -> None:
        words, foot = self._context.words, QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.theme.px("gap"))
        row.addWidget(self._offer_to_type())
        row.addWidget(text_label(words.number_privacy, "hint"), 1)
        self._column.addWidget(foot)
        self._foot = foot

    def _offer_to_type(self) -> WrappingButton:
        again = offer_button(self._context.words.number_again)
        again.clicked.connect(self.typing_wanted)
        return again

    def _put_again(self, *, above: bool) -> None:
        """Show the button to type again beside the heading, or here."""
        if above is not self.again_above.isHidden() or self.isHidden():
            return
        focused = self.again_above.hasFocus()
        self.again_above.setVisible(above)
        if self._foot is not None:
            here = self._foot.findChildren(QPushButton)[0]
            given, taken = (self.again_above, here) if above else (here, self.again_above)
            given.setAccessibleDescription(taken.accessibleDescription())
            focused = focused or here.hasFocus()
            self._foot.setHidden(above)
            if focused:
                given.setFocus()
        if self._before is not None:
            self.follow(self._before)

    def offer_to_keep(self) -> None:
        """Offer only to keep the number as typed or to type on."""
        self.withdraw()
        keep = self._context.words.number_keep
        self._add_card(Reading(keep, keep), self.kept.emit)
        self._finish()

    def ask_what_is_wrong(self) -> None:
        """Let the person say which of two numbers is wrong: hidden digits decide nothing."""
        self.withdraw()
        words = self._context.words
        for text, chosen in (
            (words.number_app_wrong, self.kept.emit),
            (words.number_typed_wrong, self.typing_wanted.emit),
        ):
            self._add_card(Reading(text, text), chosen)
        self._finish(typing=False)

    def ask_length(self) -> None:
        """Ask how many digits the number has, beside the readings: its owner may know that."""
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
        self._cells.append(asked)

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
        self._lay_cards()
        if typing:
            self._let_type()
        self._column.addStretch()
        self.show()
        self.offered()[0].setFocus()

    def offered(self) -> list[QPushButton]:
        """Return the visible buttons in reading order."""
        # Withdrawn offers are hidden together and deleted on the next event-loop turn.
        here = [each for each in self.findChildren(QPushButton) if each.isVisibleTo(self)]
        return here if self.again_above.isHidden() else [self.again_above, *here]

    def explain(self, *sentences: str) -> bool:
        """Set why there are offers as the description of the first; return whether there is one."""
        offered = self.offered()
        if offered:
            first = offered[0]
            hint = first.reading.hint if isinstance(first, ReadingCard) else ""
            said = (*sentences, hint) if hint else sentences
            first.setAccessibleDescription(joined_sentences(*said))
        return bool(offered)

    def follow(self, before: QWidget) -> None:
        """Set the tab order: from `before` to the first offer, and on through all of them."""
        self._before = before
        for button_before, button_after in pairwise((before, *self.offered())):
            QWidget.setTabOrder(button_before, button_after)

    def has_focus(self) -> bool:
        """Return whether one of the offers has the focus."""
        buttons = (self.again_above, *self.findChildren(QPushButton))
        return any(button.hasFocus() for button in buttons)

    def withdraw(self) -> None:
        """Remove all offers."""
        self._cards, self._cells = [], []
        self._foot = self._before = None
        self.again_above.hide()
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()


def _on_checked(chosen: Callable[[], object], checked: bool) -> None:  # noqa: FBT001  as Qt calls
    if checked:
        chosen()


def offer_button(text: str, name: str = "") -> WrappingButton:
    """Return a button that ignores Enter: a double Enter must not accept a number."""
    made = button(text, name)
    made.enter_presses = False
    return made

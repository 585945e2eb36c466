"""Large display for the person across the table: numbers, contacts, steps, the sheet number."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.core.flow.model import Channel
from jknassist.core.flow.summary import ContactRow, Summary
from jknassist.core.phone.parse import grouped
from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.volunteer.large_code import LargeCode
from jknassist.gui.widgets.answer_list import direction_for
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED
from jknassist.gui.widgets.step_card import StepCard

LARGER = 2.5
"""Size factor of a QR code relative to one on a page."""

SIDES = (108, 96, 84, 64, 48)
"""Side of the picture of a step in pixels at scale 1, for each density of the paged area."""

SHARE_OF_CODE = 0.4
"""Share of the width that a code may take: the number beside it is the other half."""

NOWHERE = Qt.AlignmentFlag(0)
BESIDE = QBoxLayout.Direction.LeftToRight

ONE_LINE = 18
"""Letters that fit on one line in the largest type."""

Numbers = tuple[tuple[str, str], ...]
"""Pairs of a label and a number in national form."""

Item = tuple[str, str, Callable[[QVBoxLayout], None]]
"""The text of the tab of an item, the message that can be copied there, and how it is drawn."""


class LargeDisplay(Panel):
    """Shows one item at a time: the numbers, if any, then the contacts; tabs lead to each kind.

    With the summary of an outcome these are its contacts, with the message in their codes, followed
    by the steps with its limit, and the sheet number.
    """

    def __init__(
        self,
        numbers: Numbers,
        contacts: tuple[ContactRow, ...],
        context: UiContext,
        summary: Summary | None = None,
    ) -> None:
        super().__init__(context.words.show_title, context)
        self._message = summary.message if summary else ""
        self._items = (
            *self._numbers(numbers),
            *(self._contact(row) for row in contacts),
            *self._of_ending(summary),
        )
        self._index = 0
        self._beside: QBoxLayout | None = None
        self._told = QVBoxLayout()
        self._code: LargeCode | None = None
        self._steps: list[StepCard] = []
        self.tabs: list[QPushButton] = []
        self._tab_row = QWidget()
        self._add_tabs(QHBoxLayout(self._tab_row))
        self._top = QBoxLayout(BESIDE)
        self._top.setSpacing(context.theme.px("gap"))
        self.column.removeWidget(self.heading)
        self._top.addWidget(self.heading, 1)
        self._top.addWidget(self._tab_row)
        self.column.addLayout(self._top)
        self._shown = QWidget()
        self.column.addWidget(self._shown, 1)
        self.add_safety_line(whole_width=True)
        words = context.words
        self.copy = self.add_foot(words.message_copy, "secondary")
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self._message, self.copy))
        self.other = self.add_foot(words.show_other, "primary")
        self.other.clicked.connect(self.show_other)
        self.other.setVisible(len(self._items) > 1)
        for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.turn, step))
        self.turn(0)

    def _numbers(self, numbers: Numbers) -> Iterator[Item]:
        if numbers:
            yield self.context.words.show_numbers, "", partial(_add_numbers, numbers)

    def _contact(self, row: ContactRow) -> Item:
        contact = self.context.knowledge.contact_by_id.get(row.id)
        channel = contact.channel if contact else Channel.OFFICE
        message = self._message if row.scanned != row.link else ""
        return tab_text(self.context.words, channel), message, partial(self._add_contact, row)

    def _of_ending(self, summary: Summary | None) -> Iterator[Item]:
        words = self.context.words
        if summary and (summary.actions or summary.limit_line):
            yield words.show_actions, "", partial(self._add_steps, summary)
        if summary and summary.sheet_number:
            draw = partial(_add_sheet_number, summary.sheet_number, self.context)
            yield words.sheet_button, "", draw

    def _add_tabs(self, row: QHBoxLayout) -> None:
        """Add a tab for each kind of item, the neighbours of one kind together."""
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.context.theme.px("gap_small"))
        for at, (text, *_) in enumerate(self._items):
            if at and text == self._items[at - 1][0]:
                continue
            tab = button(text, "secondary")
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(partial(self.show_item, at))
            row.addWidget(tab)
            self.tabs.append(tab)
        row.addStretch()

    def show_other(self) -> None:
        """Show the next item; the first one follows the last."""
        self.turn(1)

    def turn(self, step: int) -> None:
        """Go `step` items forward or back."""
        self.show_item((self._index + step) % max(1, len(self._items)))

    def show_item(self, index: int) -> None:
        """Show one item and mark its tab."""
        self._index = index
        fresh = self._draw()
        self.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh
        fresh.show()
        text, message, _ = self._items[index]
        for tab in self.tabs:
            tab.setChecked(tab.accessibleName() == text)
        self.copy.setVisible(bool(message))
        self._arrange_code()
        self._arrange_steps()
        self._arrange_foot(self.area.width())

    @override
    def set_density(self, density: int) -> None:
        """Put the tabs beside the heading, or below it; without room for them leave them out.

        They are left out, too, where all are of one kind.
        """
        super().set_density(density)
        self._arrange_code()
        self._arrange_steps()
        tabs, width = self._tab_row.sizeHint().width(), self.area.width()
        title = self.heading.fontMetrics().horizontalAdvance(self.heading.text())
        self._top.setDirection(direction_for(width, title + self._top.spacing() + tabs))
        fits = self._tab_row.minimumSizeHint().width() <= width
        self._tab_row.setVisible(fits and len(self.tabs) > 1)

    def _arrange_code(self) -> None:
        """Put the code of a contact below its number where it has no room beside it."""
        if self._beside is None or self._code is None:
            return
        width = self.area.width()
        free = width - self._told.minimumSize().width() - self._beside.spacing()
        needed = width - free + self._code.minimumSizeHint().width()
        direction = direction_for(width, needed)
        is_beside = direction == BESIDE
        self._beside.setDirection(direction)
        self._beside.setStretch(1, 0 if is_beside else 1)
        centre = NOWHERE if is_beside else Qt.AlignmentFlag.AlignHCenter
        if self.area.density >= PAGINATED:  # a screen page has the height of the code alone
            centre = Qt.AlignmentFlag.AlignCenter
        self._beside.setAlignment(self._code, centre)
        self._code.limit(min(free, round(SHARE_OF_CODE * width)) if is_beside else width)

    def _arrange_steps(self) -> None:
        """Set the size of the pictures and of the words of the steps."""
        tight = self.area.density >= DENSE
        side = round(SIDES[self.area.density] * self.context.theme.scale)
        for card in self._steps:
            card.arrange(side, beside=True, tight=tight)
            card.label.use_whole_width(whole=True)

    def _draw(self) -> QWidget:
        self._beside = self._code = None
        self._steps = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px("gap"))
        column.addStretch()
        self._items[self._index][2](column)
        column.addStretch()
        return inside

    def _add_contact(self, row: ContactRow, column: QVBoxLayout) -> None:
        """Add a contact with its message, and its code beside or below them."""
        if not row.link:
            _add_large(column, row.label, row.shown)
            return
        self._beside, self._told = QBoxLayout(BESIDE), QVBoxLayout()
        left = self._told
        self._beside.setSpacing(2 * self.context.theme.px("gap"))
        left.addStretch()
        _add_large(left, row.label, row.shown)
        if row.scanned != row.link:
            _add_centred(left, self.context.words.message_label, "label")
            _add_centred(left, self._message, "big")
        left.addStretch()
        self._beside.addLayout(left, 1)
        self._code = LargeCode(row.scanned, row.label, self.context, LARGER)
        self._beside.addWidget(self._code)
        column.addLayout(self._beside, 1)

    def _add_steps(self, summary: Summary, column: QVBoxLayout) -> None:
        """Add what to do with its pictures, and when to stop and come back."""
        column.addWidget(text_label(summary.title, "big"))
        for number, (action, picture) in enumerate(summary.illustrated, 1):
            card = StepCard(number, action, picture, self.context)
            card.label.setObjectName("huge")
            self._steps.append(card)
            column.addWidget(card)
        if summary.limit_line:
            limit = text_label(summary.limit_line, "big")
            limit.use_whole_width(whole=True)
            column.addWidget(limit)


def tab_text(words: InterfaceWords, channel: Channel) -> str:
    """Return the text of the tab of a kind of contact."""
    match channel:
        case Channel.PHONE | Channel.SMS:
            return words.show_phone
        case Channel.WHATSAPP:
            return words.show_whatsapp
        case Channel.EMAIL:
            return words.show_email
        case Channel.OFFICE:
            return words.show_office
        case _:
            return words.show_app


def _add_numbers(numbers: Numbers, column: QVBoxLayout) -> None:
    for label, number in numbers:
        _add_large(column, label, grouped(number))


def _add_sheet_number(number: str, context: UiContext, column: QVBoxLayout) -> None:
    words = context.words
    _add_large(column, f"{words.sheet_label} {words.sheet_not_otp}", number)
    _add_centred(column, words.sheet_use_screen, "big")


def _add_centred(column: QVBoxLayout, text: str, name: str) -> None:
    label = text_label(text, name)
    label.use_whole_width(whole=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label)


def _add_large(column: QVBoxLayout, label: str, text: str) -> None:
    big = text_label(text, "giant" if len(text) <= ONE_LINE else "huge")
    for made in (text_label(label, "big"), big):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(made)

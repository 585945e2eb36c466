"""The ending: the likely cause, what to do, whom to call, and what to take along."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)
from typing_extensions import override

from jknassist.core.summary import Summary
from jknassist.gui.body import TIGHTNESS
from jknassist.gui.contact_card import ContactCard
from jknassist.gui.page_body import PageBody
from jknassist.gui.pages.base import GAPS, PICTURES
from jknassist.gui.parts import Parts, button, frame, heading_label, numbered, text_label
from jknassist.gui.pictures import Picture
from jknassist.gui.saying import announce

SHOWN, SHOWN_UPRIGHT = 3, 4
"""Contacts on the page; all of them are on paper and behind "Bantuan petugas"."""

WITH_CODE = 2
"""Contacts whose QR code is on the page; more would push the last one off it."""

LETTERS_OF_A_HALF = 16
"""Letters of the heading's size that each half is wide, at the least."""

LETTERS_OF_A_CARD = 22
"""Letters of the heading's size that a contact is wide with its code, in three columns."""


class Arrangement(StrEnum):
    """How an ending is laid out: what to do, what to mind, and whom to call."""

    BESIDE = "whom to call stands beside the others"
    BELOW = "whom to call stands below the others, which are side by side"
    STACKED = "each stands below the other"


PLACES = {
    Arrangement.BESIDE: ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 2, 1)),
    Arrangement.BELOW: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)),
    Arrangement.STACKED: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Row, column, rows and columns of the three blocks."""


class EndingPage(QWizardPage):
    """Shows a summary; every way on from here is a signal."""

    copy_wanted = Signal(str, object)
    print_wanted = Signal()
    save_wanted = Signal()
    review_wanted = Signal()
    guide_wanted = Signal(str)
    sources_wanted = Signal()

    def __init__(self, picture: str, summary: Summary, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.summary = summary
        self.setAccessibleName(summary.title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.sheet = PageBody(summary.title, parts)
        self.body = self.sheet.body
        self.body.tighten = self.tighten
        outer.addWidget(self.sheet)
        self.heading = heading_label(summary.title)
        name = parts.words.picture_name.format(title=summary.title)
        self.picture = Picture(picture, 0, parts.pictures, name)
        self._cause = text_label(summary.cause)
        self._shown = SHOWN_UPRIGHT
        self._lists: list[QVBoxLayout] = []
        self._assemble()

    def _assemble(self) -> None:
        column = self.sheet.column
        column.setSpacing(self.parts.look.px("gap") // 2)
        column.addLayout(self._top())
        self._blocks = (self._what_to_do(), self._what_to_mind(), self._whom_to_call())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * self.parts.look.px("gap"))
        self._lay_out(Arrangement.STACKED, 1)
        column.addLayout(self._grid, 1)

    def greet(self, _place: int) -> None:
        """Make ready to be looked at."""
        self.sheet.begin(self.summary.heading)
        self.heading.setFocus()
        announce(self.heading, self.summary.heading, self.summary.title, self.summary.cause)

    def tighten(self, tightness: int) -> None:
        """Set what to do and whom to call side by side, or on leaves one after the other."""
        look, width = self.parts.look, self.body.width()
        self.picture.resize_to(round(PICTURES[tightness] * look.scale))
        gap = round(GAPS[tightness] * look.px("gap"))
        for column in self._lists:
            column.setSpacing(max(gap // 2, look.px("gap_small") // 2))
        self._shown = SHOWN_UPRIGHT if tightness == TIGHTNESS[0] else SHOWN
        for card in self._cards[SHOWN:]:
            card.setHidden(self._shown == SHOWN)
        self._cause.use_whole_width(whole=tightness > 1)
        letter = self.heading.fontMetrics().averageCharWidth()
        self._grid.setVerticalSpacing(max(gap // 2, look.px("gap_small") // 2))
        if width <= self.body.height() or width < 2 * LETTERS_OF_A_HALF * letter:
            self._lay_out(Arrangement.STACKED, 1)
        elif tightness < TIGHTNESS[-1]:
            self._lay_out(Arrangement.BESIDE, 1)
        else:
            columns = 3 if width >= 3 * LETTERS_OF_A_CARD * letter else 2
            self._lay_out(Arrangement.BELOW, columns)

    def _lay_out(self, arrangement: Arrangement, columns: int) -> None:
        """Lay the three blocks out in one way, and the contacts in so many columns."""
        for block, cell in zip(self._blocks, PLACES[arrangement], strict=True):
            self._grid.addWidget(block, *cell)
        beside = arrangement is not Arrangement.STACKED
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)
        for row in range(len(PLACES)):
            last = row == (1 if beside else 2)
            self._grid.setRowStretch(row, 1 if last else 0)
        # Where it is wide and low the ways to more stand beside the heading, else below the contacts.
        if columns == len(self._blocks):
            self._top_row.addWidget(self._links, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._foot_column.insertWidget(0, self._links)
        # What follows the contacts takes the place that an odd one leaves free.
        for place, card in enumerate((*self._cards[: self._shown], self._foot)):
            self._contacts.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._contacts.setColumnStretch(column, 1 if column < columns else 0)

    def _top(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self.parts.look.px("gap_small"))
        words.addWidget(self.heading)
        words.addWidget(self._cause)
        words.addStretch()
        self._top_row = row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap"))
        row.addLayout(words, 1)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _block(self) -> tuple[QWidget, QVBoxLayout]:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        self._lists.append(column)
        return block, column

    def _what_to_do(self) -> QWidget:
        words, look = self.parts.words, self.parts.look
        block, column = self._block()
        column.addWidget(text_label(words.actions_title, "label"))
        for place, action in enumerate(self.summary.actions, 1):
            column.addLayout(numbered(place, action, look))
        if self.summary.waiting:
            plan = (text_label(line) for line in self.summary.waiting)
            column.addWidget(frame("note", text_label(words.wait_title, "label"), *plan, look=look))
        column.addStretch()
        return block

    def _what_to_mind(self) -> QWidget:
        words, look = self.parts.words, self.parts.look
        block, column = self._block()
        if self.summary.bring:
            bring = text_label(f"{words.bring_title} {', '.join(self.summary.bring)}.")
            column.addWidget(frame("note", bring, look=look))
        if self.summary.safety:
            column.addWidget(frame("warning", text_label(self.summary.safety), look=look))
        for guide in self.summary.guides:
            link = button(guide.title)
            link.clicked.connect(partial(self.guide_wanted.emit, guide.id))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return block

    def _whom_to_call(self) -> QWidget:
        block, column = self._block()
        self._contacts = QGridLayout()
        self._contacts.setSpacing(self.parts.look.px("gap") // 2)
        self._cards = tuple(
            ContactCard(row, self.parts, brief=True, with_code=place < WITH_CODE)
            for place, row in enumerate(self.summary.contacts[:SHOWN_UPRIGHT])
        )
        for card in self._cards:
            card.copy_wanted.connect(self.copy_wanted)
        self._foot = self._make_foot()
        column.addLayout(self._contacts)
        column.addStretch()
        return block

    def _make_foot(self) -> QWidget:
        words = self.parts.words
        self._links = QWidget()
        links = QHBoxLayout(self._links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(self.parts.look.px("gap"))
        for text, slot in (
            (words.review, self.review_wanted),
            (words.sources_button, self.sources_wanted),
        ):
            link = button(text, "link")
            link.clicked.connect(slot)
            links.addWidget(link)
        links.addStretch()
        foot = QWidget()
        self._foot_column = column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._links)
        column.addWidget(text_label(self.summary.data_line, "quiet"))
        if not self.parts.kiosk:
            column.addWidget(text_label(words.copy_lasts, "quiet"))
        column.addStretch()
        return foot

    def _read_to_the_end(self) -> bool:
        """Show the next leaf; return whether there was none left."""
        return not self.body.turn(1)

    @override
    def validatePage(self) -> bool:
        return self._read_to_the_end()

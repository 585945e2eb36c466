"""Outcome page: the likely cause, what to do, whom to contact, and ways to take it along."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.flow.summary import Summary
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import GAPS, PICTURES, Page
from jknassist.gui.qt.announcements import announce
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.factories import button, frame, heading_label, numbered, text_label
from jknassist.gui.widgets.page_frame import stack_narrow
from jknassist.gui.widgets.paged_area import DENSE, DENSITIES, PAGINATED
from jknassist.gui.widgets.picture import SvgPicture

WITH_CODE = 2
"""Contacts with a QR code on the page; more would push the last contact off it."""

LETTERS_OF_A_HALF = 16
"""Minimum width of each half, in letters of the heading."""

LETTERS_OF_A_WIDE_PAGE = 60
"""Width in letters of the heading from which the links stand beside it."""


class Arrangement(StrEnum):
    """Layout of the three blocks: what to do, what to mind, and whom to contact."""

    BESIDE = "whom to call stands beside the others"
    BELOW = "whom to call stands below the others, which are side by side"
    WIDE = "the same where it is wide: on one screen page, with what matters most"
    STACKED = "each stands below the other"
    ROOMY = "the same where it is tall: with one contact more"
    BRIEF = "the same where it is low: with one contact less"


PLACES = {
    Arrangement.BESIDE: ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 2, 1)),
    Arrangement.BELOW: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)),
    Arrangement.WIDE: ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)),
    Arrangement.STACKED: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
    Arrangement.ROOMY: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
    Arrangement.BRIEF: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
}
"""Row, column, rows and columns of the three blocks."""

SHOWN = {
    Arrangement.BESIDE: 3,
    Arrangement.BELOW: 3,
    Arrangement.WIDE: 2,
    Arrangement.STACKED: 3,
    Arrangement.ROOMY: 4,
    Arrangement.BRIEF: 2,
}
"""Contacts on the page; all of them are on paper and behind "Bantuan petugas"."""

UPRIGHT = frozenset({Arrangement.STACKED, Arrangement.ROOMY, Arrangement.BRIEF})
ONE_COLUMN = {DENSITIES[0]: Arrangement.ROOMY, DENSE: Arrangement.BRIEF}
"""How the blocks stand in one column at these densities; at others as `STACKED`."""

BELOW = frozenset({Arrangement.BELOW, Arrangement.WIDE})


class OutcomePage(Page):
    """Shows a summary; emits a signal for each action."""

    def __init__(self, picture: str, summary: Summary, context: UiContext) -> None:
        super().__init__(summary.title, context)
        self.summary = summary
        self.area.unfold = self._unfold
        self._in_one_column = False
        actions = (f"{place}. {text}" for place, text in enumerate(summary.actions, 1))
        todo = (f"{context.words.actions_title}:", *actions) if summary.actions else ()
        spoken = (summary.cause, summary.tried_line, *todo, summary.limit_line)
        self.heading = heading_label(summary.title, *filter(None, spoken))
        name = context.words.picture_name.format(title=summary.title)
        self.picture = SvgPicture(picture, 0, context.icons, name)
        self._cause = text_label(summary.cause)
        self._arrangement: Arrangement | None = None
        self._lists: list[QVBoxLayout] = []
        self._assemble()

    def _assemble(self) -> None:
        column = self.frame.column
        column.setSpacing(self.context.theme.px("gap") // 2)
        column.addLayout(self._top())
        self._blocks = (self._what_to_do(), self._what_to_mind(), self._whom_to_call())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * self.context.theme.px("gap"))
        # PySide keeps a reference to the items of a layout when it is added to another, even after
        # they were moved elsewhere.
        column.addLayout(self._grid, 1)
        self._lay_out(Arrangement.STACKED)
        self._fine_print = self._make_fine_print()
        column.addWidget(self._fine_print)

    @override
    def activate(self, _where: str) -> None:
        self.frame.begin(self.summary.heading)
        self.heading.setFocus()
        announce(self.heading, self.summary.heading)

    @override
    def set_density(self, density: int) -> None:
        """Arrange the blocks side by side, or below each other when paginated."""
        theme, width = self.context.theme, self.area.width()
        self._in_one_column = self._in_one_column and density == PAGINATED
        self.picture.resize_to(round(PICTURES[density] * theme.scale))
        gap = round(GAPS[density] * theme.px("gap"))
        for column in self._lists:
            column.setSpacing(max(gap // 2, theme.px("gap_small") // 2))
        for label in (self._cause, self._tried, self._limit):
            label.use_whole_width(whole=density > 1)
        for card in self._cards:
            upright = width <= self.area.height() or self._in_one_column
            stack_narrow(card, width if upright else width // 2, self.area.height())
        letter = self.heading.fontMetrics().averageCharWidth()
        self._grid.setVerticalSpacing(max(gap // 2, theme.px("gap_small") // 2))
        if self._has_one_column(width, letter):
            self._lay_out(ONE_COLUMN.get(density, Arrangement.STACKED))
        elif density < DENSE:
            self._lay_out(Arrangement.BESIDE)
        else:
            wide = width >= LETTERS_OF_A_WIDE_PAGE * letter and density == DENSE
            self._lay_out(Arrangement.WIDE if wide else Arrangement.BELOW)
        if self._grid.minimumSize().width() > width:
            self._lay_out(Arrangement.STACKED)
        self._fine_print.show()
        if density == DENSE and self.area.needed_height() > self.area.height():
            # Two quiet lines are no reason for a second screen page.
            self._fine_print.hide()

    def _has_one_column(self, width: int, letter: int) -> bool:
        narrow = width < 2 * LETTERS_OF_A_HALF * letter
        return self._in_one_column or narrow or width <= self.area.height()

    def _unfold(self) -> None:
        """Stack the blocks: a page break cannot go between two columns."""
        self._in_one_column = True
        self.set_density(PAGINATED)

    def _lay_out(self, arrangement: Arrangement) -> None:
        """Place the three blocks in one arrangement."""
        if arrangement is self._arrangement:
            return
        self._arrangement = arrangement
        for block, cell in zip(self._blocks, PLACES[arrangement], strict=True):
            self._grid.addWidget(block, *cell)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if arrangement in UPRIGHT else 1)
        for row in range(len(self._blocks)):
            last = row == (2 if arrangement in UPRIGHT else 1)
            self._grid.setRowStretch(row, 1 if last else 0)
        self._lay_contacts(SHOWN[arrangement], 2 if arrangement in BELOW else 1)
        # On a wide, low page the links stand beside the heading, otherwise below the contacts.
        if arrangement is Arrangement.WIDE:
            self._top_row.addWidget(self._links, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._foot_column.insertWidget(0, self._links)
        # Reparenting hides a widget, and a hidden one takes no space in a layout.
        self._links.show()

    def _lay_contacts(self, shown: int, columns: int) -> None:
        # With an odd number of contacts the footer takes the free cell.
        lay_in_columns(self._contacts, (*self._cards[:shown], self._foot), columns)
        for place, card in enumerate(self._cards):
            card.setVisible(place < shown)

    def _top(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(self.context.theme.px("gap_small"))
        words.addWidget(self.heading)
        words.addWidget(self._cause)
        self._tried = text_label(self.summary.tried_line, "done")
        if not self.summary.tried_line:
            self._tried.hide()
        words.addWidget(self._tried)
        words.addStretch()
        self._top_row = row = QHBoxLayout()
        row.setSpacing(self.context.theme.px("gap"))
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
        words, theme = self.context.words, self.context.theme
        block, column = self._block()
        column.addWidget(text_label(words.actions_title, "label"))
        for place, action in enumerate(self.summary.actions, 1):
            column.addLayout(numbered(place, action, theme))
        self._limit = text_label(self.summary.limit_line, "limit")
        if not self.summary.limit_line:
            self._limit.hide()
        column.addWidget(self._limit)
        column.addStretch()
        return block

    def _what_to_mind(self) -> QWidget:
        words, theme = self.context.words, self.context.theme
        block, column = self._block()
        if self.summary.waiting:
            plan = (text_label(line) for line in self.summary.waiting)
            column.addWidget(
                frame("note", text_label(words.wait_title, "label"), *plan, theme=theme)
            )
        if self.summary.bring:
            bring = text_label(f"{words.bring_title} {', '.join(self.summary.bring)}.")
            column.addWidget(frame("note", bring, theme=theme))
        if self.summary.safety:
            column.addWidget(frame("warning", text_label(self.summary.safety), theme=theme))
        for guide in self.summary.guides:
            link = button(guide.title)
            link.clicked.connect(partial(self.guide_wanted.emit, guide.id))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return block

    def _whom_to_call(self) -> QWidget:
        block, column = self._block()
        self._contacts = QGridLayout()
        self._contacts.setSpacing(self.context.theme.px("gap") // 2)
        self._cards = tuple(
            ContactCard(row, self.context, brief=True, with_code=place < WITH_CODE)
            for place, row in enumerate(self.summary.contacts[: max(SHOWN.values())])
        )
        for card in self._cards:
            # A card that is not placed still needs a parent, so that Qt deletes it with the page.
            # Deleted by Python's garbage collector instead, it would crash the program.
            card.setParent(block)
            card.copy_wanted.connect(self.copy_wanted)
        self._foot = self._make_foot()
        column.addLayout(self._contacts)
        column.addStretch()
        return block

    def _make_foot(self) -> QWidget:
        words = self.context.words
        self._links = QWidget()
        links = QHBoxLayout(self._links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(self.context.theme.px("gap"))
        for text, slot in (
            (words.review, self.review_wanted),
            (words.sources_button, self.sources_wanted),
        ):
            link = button(text, "link")
            link.clicked.connect(slot)
            links.addWidget(link)
        if self.context.can_copy and self.summary.message:
            copy = button(words.message_copy, "link")
            copy.clicked.connect(partial(self.copy_wanted.emit, self.summary.message, copy))
            links.addWidget(copy)
        links.addStretch()
        foot = QWidget()
        self._foot_column = column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._links)
        column.addStretch()
        return foot

    def _make_fine_print(self) -> QWidget:
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * self.context.theme.px("gap"))
        row.addWidget(text_label(self.summary.data_line, "quiet"))
        if self.context.can_copy:
            lasts = text_label(self.context.words.copy_lasts, "quiet")
            lasts.use_whole_width(whole=True)
            row.addWidget(lasts, 1)
        return below

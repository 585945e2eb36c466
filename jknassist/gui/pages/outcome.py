"""Outcome page: the likely cause, what to do, whom to contact, and ways to take it along."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jknassist.core.flow.summary import Summary
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages import outcome_parts
from jknassist.gui.pages.page import GAPS, PICTURES, Page
from jknassist.gui.qt.announcements import announce
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.factories import button, heading_label, text_label
from jknassist.gui.widgets.page_frame import stack_narrow
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.signed_text import SignedText
from jknassist.gui.widgets.step_card import StepCard
from jknassist.gui.widgets.tried_chips import TriedChips
from jknassist.gui.widgets.wrapping_button import WrappingButton

SHOWN = 3
"""Contacts on the page of a laptop; all of them are on paper and behind "Bantuan petugas"."""

LETTERS_OF_A_HALF = 16
"""Minimum width of each half, in letters of the heading."""

LETTERS_OF_A_CARD = 20
"""Minimum width of a step that stands beside others, in letters of its text."""


LEAST_GAP = 6
"""Pixels between two parts at scale 1, however dense all is."""


GROWTH = (1.0, 0.75, 0.5, 0.25, 0.0)
"""Shares of the height that is left which are tried for the pictures of the steps, in order."""


class Arrangement(StrEnum):
    """Layout of what to do and whom to contact."""

    BESIDE = "whom to contact stands beside what to do"
    ACROSS = "the steps stand beside each other, whom to contact below them"
    UPRIGHT = "each thing stands below the other"


SIDES = {
    Arrangement.BESIDE: (72, 72, 60, 48, 48),
    Arrangement.ACROSS: (104, 104, 88, 56, 56),
    Arrangement.UPRIGHT: (108, 72, 60, 48, 48),
}
"""Side of the picture of a step in pixels at scale 1, for each density of the paged area."""


class OutcomePage(Page):
    """Shows a summary; emits a signal for each action."""

    def __init__(self, picture: str, summary: Summary, context: UiContext) -> None:
        super().__init__(summary.title, context)
        self.summary = summary
        if not context.is_kiosk:
            # Elsewhere a visitor has the page alone: the line would cost a step its room.
            self.frame.say_where(summary.heading)
        self.area.unfold = self._unfold
        self._in_one_column = False
        actions = (f"{place}. {text}" for place, text in enumerate(summary.actions, 1))
        todo = (f"{context.words.actions_title}:", *actions) if summary.actions else ()
        chosen = summary.number_line if summary.chosen_digits and not summary.already_tried else ""
        spoken = (summary.cause, chosen, summary.tried_line, *todo, summary.limit_line)
        self.heading = heading_label(summary.title, *filter(None, spoken))
        name = context.words.picture_name.format(title=summary.title)
        self.picture = SvgPicture(picture, 0, context.icons, name)
        self._cause = text_label(summary.cause)
        self._chosen = text_label(chosen, "label")
        self._arrangement: Arrangement | None = None
        self._paired = False
        self._assemble()

    def _assemble(self) -> None:
        column = self.frame.column
        column.setSpacing(self.context.theme.px("gap") // 2)
        self._top = self._make_top()
        self._tried = TriedChips(self.summary, self.context)
        self._lists: list[QVBoxLayout] = []
        self._steps = self._make_steps()
        self._notes = outcome_parts.notes(self.summary, self.context)
        self._plan_title = tuple(self._notes.findChildren(QLabel, "label"))
        self._has_notes = bool(self.summary.waiting or self.summary.bring)
        limit = self.summary.limit_line
        sign = Sign.CLOCK if self.summary.waits else Sign.HALT
        self._limit = SignedText(sign, limit, "limit", self.context)
        self._safety, self._safety_label = outcome_parts.safety(self.summary, self.context)
        self._first, self._others = self._make_contacts()
        self._sheet = outcome_parts.sheet_number(self.summary, self.context, self.copy_wanted)
        self._more = self._make_more()
        self._fine_print = outcome_parts.fine_print(self.summary, self.context)
        self._left, self._left_column = self._make_column()
        self._right, self._right_column = self._make_column()
        gap = self.context.theme.px("gap")
        (self._beside, self._beside_row), (self._below, self._below_row) = row_of(gap), row_of(gap)
        self._halves = QGridLayout()
        self._halves.setHorizontalSpacing(2 * gap)
        # PySide keeps a reference to the items of a layout when it is added to another, even after
        # they were moved elsewhere.
        column.addLayout(self._halves, 1)
        column.addWidget(self._fine_print)
        # What is not placed still needs a parent, so that Qt deletes it with the page. Deleted by
        # Python's garbage collector instead, it would crash the program.
        self._right_column.addWidget(self._beside)
        self._right_column.addWidget(self._below)
        self._halves.addWidget(self._left, 0, 0)
        self._lay_out(Arrangement.UPRIGHT)

    def _make_column(self) -> tuple[QWidget, QVBoxLayout]:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch()
        self._lists.append(column)
        return block, column

    @override
    def activate(self, _where: str) -> None:
        self.frame.begin()
        self.heading.setFocus()
        announce(self.heading, self.summary.heading)

    @override
    def set_density(self, density: int) -> None:
        """Set the sizes for a density; where all is dense, leave out what stands elsewhere too."""
        theme, width = self.context.theme, self.area.width()
        self._in_one_column = self._in_one_column and density == PAGINATED
        self.picture.resize_to(round(PICTURES[density] * theme.scale))
        self._part_guides()
        self._lay_out(self._arrangement_for(density, width))
        if self._halves.minimumSize().width() > width:
            self._lay_out(Arrangement.UPRIGHT)
        self._set_sizes(density)
        self._narrow_cards(width)
        self._show_pieces(across=self._arrangement is Arrangement.ACROSS)
        spare = self._spare()
        self._fine_print.show()
        if density == DENSE:
            self._leave_out(spare)
            if self.summary.guides and self._guides.isHidden():
                self._pair_guides()
        # On two screen pages there is room for all of it.
        self._say_when_to_stop(whole=density != DENSE or self._fits())
        if density == PAGINATED:
            self._leave_out_fine_print()
        if density == PAGINATED or self._fits():
            self._grow_pictures(density)

    def _leave_out(self, spare: Iterable[QWidget]) -> None:
        """Hide what is quiet, or one tap away, rather than need a second screen page."""
        for piece in spare:
            if piece.isHidden():
                continue
            needed = self.area.needed_height()
            if needed <= self.area.height():
                return
            piece.hide()
            if self.area.needed_height() == needed:
                piece.show()  # another side is the higher one

    def _part_guides(self) -> None:
        """Take the how-tos out of the row of the other contacts, where they were put into it."""
        if self._paired and self._other is not None:
            self._paired = False
            self._other.be_as_tall_as()
            self._place_upright()

    def _pair_guides(self) -> None:
        """Put the first how-to beside the other contacts of an upright kiosk, if that fits."""
        if self._other is None or self._arrangement is not Arrangement.UPRIGHT:
            return
        _fill(self._below_row, (self._guides, self._more), (1, 1))
        self._paired = True
        for shown in (self._below, self._guides, self._more):
            shown.show()
        self._lay_guides(first_only=True)
        self._leave_out(self._spare())
        if self._guides.isHidden():
            self._other.be_as_tall_as()

    def _leave_out_fine_print(self) -> None:
        """Hide the fine print where it alone would need another screen page."""
        count = len(self.area.division())
        self._fine_print.hide()
        if len(self.area.division()) == count:
            self._fine_print.show()

    def _fits(self) -> bool:
        return self.area.needed_height() <= self.area.height()

    def _say_when_to_stop(self, *, whole: bool) -> None:
        """Say when to stop, and as a whole also when to come back, which is on paper too."""
        said = self.summary.limit_line if whole else self.summary.stop
        if self._limit.label.text() != said:
            self._limit.label.setText(said)

    def _grow_pictures(self, density: int) -> None:
        """Give the pictures of the steps what height is left on the screen page that has them."""
        across = self._arrangement is Arrangement.ACROSS
        fits = self._fits()
        first, *others = self.area.division()
        spare = self.area.height() - first.height
        side = self._side(density)
        more = spare if across else spare // max(len(self._step_cards), 1)
        room = self.area.width() // 14 if across else self.area.width() // 6
        growth = max(0, min(more, room - side))
        # A wider picture may leave the words another line: then it grows less.
        for share in GROWTH if growth else GROWTH[-1:]:
            for card in self._step_cards:
                card.grow(side + round(share * growth))
            after = self.area.division()[1:]
            narrow = self._halves.minimumSize().width() <= self.area.width()
            same = [page.height for page in after] == [page.height for page in others]
            if narrow and same and (self._fits() or not fits):
                break

    def _side(self, density: int) -> int:
        side = SIDES[self._arrangement or Arrangement.UPRIGHT][density]
        return round(side * self.context.theme.scale)

    def _set_sizes(self, density: int) -> None:
        theme = self.context.theme
        gap = max(round(GAPS[density] * theme.px("gap")) // 2, round(LEAST_GAP * theme.scale))
        for column in (*self._lists, self._beside_row, self._below_row):
            column.setSpacing(gap)
        self._steps_row.setSpacing(gap)
        self._halves.setVerticalSpacing(gap)
        self.frame.column.setSpacing(gap)
        tight = density >= DENSE
        for label in (self._cause, self._chosen, self._limit.label, self._safety_label):
            label.use_whole_width(whole=density > 1 or self.context.is_kiosk)
        arrangement = self._arrangement or Arrangement.UPRIGHT
        side = self._side(density)
        self._say_when_to_stop(whole=True)
        for card in self._step_cards:
            card.arrange(side, beside=arrangement is not Arrangement.ACROSS, tight=tight)
        for contact in self._cards:
            contact.set_tight(tight=tight)

    def _narrow_cards(self, width: int) -> None:
        half = width // 2 if self._arrangement is Arrangement.BESIDE else width
        for card in self._cards:
            stack_narrow(card, half, self.area.height())
        if self._arrangement is Arrangement.ACROSS:
            stack_narrow(self._cards[0], width * 4 // 7, self.area.height())

    def _spare(self) -> tuple[QWidget, ...]:
        """Return what can be left out, first what is missed least."""
        if not self.context.is_kiosk:
            return (self._fine_print, *self._cards[2:])
        guides = (self._guides,) if self.summary.guides else ()
        sheet = (self._sheet,) if self.summary.sheet_number else ()
        return (self._fine_print, *guides, *sheet, *self._plan_title)

    def _arrangement_for(self, density: int, width: int) -> Arrangement:
        letter = self.heading.fontMetrics().averageCharWidth()
        narrow = width < 2 * LETTERS_OF_A_HALF * letter
        if self._in_one_column or narrow or width <= self.area.height():
            return Arrangement.UPRIGHT
        if not self.context.is_kiosk:
            return Arrangement.BESIDE
        self._cause.ensurePolished()
        card = LETTERS_OF_A_CARD * self._cause.fontMetrics().averageCharWidth()
        fits = width >= len(self._step_cards) * (card + SIDES[Arrangement.ACROSS][density])
        return Arrangement.ACROSS if fits else Arrangement.UPRIGHT

    def _unfold(self) -> None:
        """Stack everything: a page break cannot go between two columns."""
        self._in_one_column = True
        self.set_density(PAGINATED)

    def _lay_out(self, arrangement: Arrangement) -> None:
        if arrangement is self._arrangement:
            return
        self._arrangement = arrangement
        across = arrangement is Arrangement.ACROSS
        self._steps_row.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
        place = {
            Arrangement.BESIDE: self._place_beside,
            Arrangement.ACROSS: self._place_across,
            Arrangement.UPRIGHT: self._place_upright,
        }
        place[arrangement]()
        self._left_column.setStretch(self._left_column.indexOf(self._steps), 1)
        beside = arrangement is Arrangement.BESIDE
        self._halves.addWidget(self._right, 0 if beside else 1, 1 if beside else 0)
        self._show_pieces(across=across)
        for column in range(2):
            self._halves.setColumnStretch(column, 1 if beside or column == 0 else 0)
        self._halves.setRowStretch(0, 1)

    @property
    def _begin(self) -> tuple[QWidget, QWidget]:
        """What each page begins with: the cause, and what was tried before."""
        return self._top, self._tried

    def _show_pieces(self, *, across: bool) -> None:
        """Show what the ending has: reparenting hides a widget."""
        for row in (self._beside, self._below):
            row.setVisible(across)
        has_sheet = bool(self.summary.sheet_number) and not (across and self._has_notes)
        shown = (
            *((self._steps, bool(self._step_cards)), (self._limit, bool(self.summary.limit_line))),
            *((self._notes, self._has_notes), (self._safety, bool(self.summary.safety))),
            *((self._first, True), (self._others, len(self._cards) > 1)),
            *((self._sheet, has_sheet), (self._more, True), (self._left, True)),
            *((self._right, True), (self._top, True)),
            (self._tried, bool(self.summary.already_tried)),
        )
        for piece, there in shown:
            piece.setVisible(there)
        self._guides.setVisible(bool(self.summary.guides))
        self._lay_guides(first_only=across)
        for left_out in (*self._cards, *self._plan_title):
            left_out.show()

    def _lay_guides(self, *, first_only: bool) -> None:
        """Lay the how-tos in pairs, or the first one alone, beside the other contacts."""
        links = self._guide_links
        for place, link in enumerate(links):
            link.setVisible(not (first_only and place))
        if not links:
            return
        widest = max(link.minimumSizeHint().width() for link in links)
        half = self.area.width() // (2 if self._arrangement is Arrangement.BESIDE else 1)
        narrow = 2 * widest + self._guide_grid.horizontalSpacing() > half
        columns = 1 if narrow else min(2, len(links))
        lay_in_columns(
            self._guide_grid, links[:1] if first_only else links, 1 if first_only else columns
        )
        outcome_parts.make_even(links)
        if first_only and self._other is not None:
            links[0].be_as_tall_as(self._other)
            self._other.be_as_tall_as(links[0])

    def _place_beside(self) -> None:
        """Put the safety line on the side that has less of its own."""
        left = [*self._begin, self._steps, self._limit, self._notes]
        right = [self._first, self._others, self._sheet]
        (right if self._has_notes else left).append(self._safety)
        _fill(self._left_column, left)
        _fill(self._right_column, (*right, self._guides, self._more))

    def _place_upright(self) -> None:
        _fill(self._left_column, (*self._begin, self._steps, self._limit, self._notes))
        _fill(
            self._right_column,
            (self._first, self._others, self._sheet, self._safety, self._guides, self._more),
        )

    def _place_across(self) -> None:
        """Put the first contact beside what to bring, or else beside the sheet number."""
        _fill(self._left_column, (*self._begin, self._steps, self._limit))
        second = self._notes if self._has_notes else self._sheet
        _fill(self._beside_row, (self._first, second), (6, 7) if self.summary.waiting else (4, 3))
        _fill(self._below_row, (self._safety, self._guides, self._more), (8, 3, 3))
        _fill(self._right_column, (self._beside, self._others, self._below))

    def _make_top(self) -> QWidget:
        top, row = row_of(self.context.theme.px("gap"))
        words = QVBoxLayout()
        words.setSpacing(self.context.theme.px("gap_small") // 2)
        words.addWidget(self.heading)
        words.addWidget(self._cause)
        words.addWidget(self._chosen)
        if not self._chosen.text():
            self._chosen.hide()
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return top

    def _make_steps(self) -> QWidget:
        block = QWidget()
        self._steps_row = QBoxLayout(QBoxLayout.Direction.TopToBottom, block)
        self._steps_row.setContentsMargins(0, 0, 0, 0)
        self._step_cards = tuple(
            StepCard(number, text, picture, self.context)
            for number, (text, picture) in enumerate(self.summary.illustrated, 1)
        )
        for card in self._step_cards:
            self._steps_row.addWidget(card, 1)
        return block

    def _make_contacts(self) -> tuple[QWidget, QWidget]:
        """Return the first contact, which stands out, and the others; a kiosk has a button."""
        shown = 1 if self.context.is_kiosk else SHOWN
        self._cards = tuple(
            ContactCard(row, self.context, brief=True, with_code=not place, first=not place)
            for place, row in enumerate(self.summary.contacts[:shown])
        )
        for card in self._cards:
            card.copy_wanted.connect(self.copy_wanted)
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(0, 0, 0, 0)
        for card in self._cards[1:]:
            column.addWidget(card)
        self._lists.append(column)
        return self._cards[0], others

    def _make_more(self) -> QWidget:
        """Return the buttons for what stands elsewhere: how-tos, answers, sources, contacts."""
        words, gap = self.context.words, self.context.theme.px("gap")
        more = QWidget()
        self._other: WrappingButton | None = None
        self._guides = QWidget()
        self._guide_grid = QGridLayout(self._guides)
        self._guide_grid.setContentsMargins(0, 0, 0, 0)
        self._guide_grid.setSpacing(gap // 2)
        self._guide_links = outcome_parts.guides(self.summary, self.guide_wanted)
        for link in self._guide_links:
            link.setParent(self._guides)
        self._more_column = QBoxLayout(QBoxLayout.Direction.TopToBottom, more)
        self._more_column.setContentsMargins(0, 0, 0, 0)
        self._more_column.setSpacing(gap // 2)
        if self.context.is_kiosk:
            self._other = other = button(words.other_contacts)
            other.clicked.connect(self.more_wanted)
            self._more_column.addWidget(other)
        else:
            self._more_column.addWidget(self._make_links())
        return more

    def _make_links(self) -> QWidget:
        words = self.context.words
        links, row = row_of(self.context.theme.px("gap"))
        for text, slot in (
            (words.review, self.review_wanted),
            (words.sources_button, self.sources_wanted),
        ):
            link = button(text, "link")
            link.clicked.connect(slot)
            row.addWidget(link)
        if self.summary.message:
            copy = button(words.message_copy, "link")
            copy.clicked.connect(partial(self.copy_wanted.emit, self.summary.message, copy))
            row.addWidget(copy)
        row.addStretch()
        return links


def _fill(layout: QBoxLayout, widgets: Iterable[QWidget], stretches: Sequence[int] = ()) -> None:
    """Put widgets into a layout in their order, from whichever layout they are in."""
    for place, widget in enumerate(widgets):
        layout.insertWidget(place, widget)
        layout.setStretch(place, stretches[place] if stretches else 0)


def row_of(gap: int) -> tuple[QWidget, QHBoxLayout]:
    """Return a widget with a row in it."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return box, row

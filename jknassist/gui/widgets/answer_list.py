"""Answers of a question as cards in one or two columns, with a single choice."""

from bisect import bisect_right
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QPushButton, QWidget

from jknassist.core.flow.model import DONT_KNOW, Option
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.column_grid import GridCell, lay_in_columns, put_in_grid
from jknassist.gui.widgets.paged_area import DENSE

LETTERS = 16
"""Letters of an answer that must fit beside its icon for two columns of cards."""


NOT_KNOWING = "0"
"""Key of "don't know"."""

LOWER = 110
"""Maximum height of its card in pixels at scale 1."""

PLATE, PLATE_SHARE = 164, 0.26
"""Width of the plate of a picture in pixels at scale 1, and at most as a share of the card."""

LARGE = 1
"""Density up to which pictures grow with their cards."""


class Hints(Enum):
    """Which answers show their hints: that of "don't know" is missed the least."""

    ALL = "all"
    KNOWING = "knowing"
    NONE = "none"


class CardSizes(NamedTuple):
    """Sizes of the cards for each density level of the paged area, at scale 1.

    `icons` are sides in pixels, `gaps` factors of the usual gap, `tallest` the maximum height of a
    card in pixels; `keys` lets digits choose: 1 to 5, and 0. `columns` is their largest number,
    `plate` the width of the plates; those of a single column are small enough to stay.
    """

    icons: tuple[int, ...]
    tallest: int = 320
    gaps: tuple[float, ...] = (1, 1, 0.5, 0.4, 0.4)
    keys: bool = True
    columns: int = 2
    plate: int = PLATE


FLAT = (1, 0.5, 0.5, 0.4, 0.4)
ROOMY = CardSizes(icons=(130, 76, 52, 44, 44))
BELOW_A_FIELD = CardSizes(icons=(110, 60, 46, 40, 40), gaps=FLAT)
BESIDE_A_SEARCH = CardSizes(
    icons=(76, 60, 52, 44, 40), gaps=(0.5, 0.5, 0.4, 0.4, 0.4), columns=1, plate=96
)
BELOW_A_LIST = CardSizes(icons=(110, 46, 46, 40, 40), gaps=FLAT)
BESIDE_A_LIST = CardSizes(icons=(96, 60, 46, 40, 40), gaps=FLAT, columns=1, plate=110)
# Beside a keypad the digit keys type the number instead of choosing a card.
BESIDE_A_KEYPAD = CardSizes(icons=(96, 60, 46, 0, 0), tallest=120, keys=False)


class AnswerList(QWidget):
    """All answers of one question; emits the id of the chosen answer."""

    chosen = Signal(str)

    def __init__(self, answers: tuple[Option, ...], context: UiContext, sizes: CardSizes) -> None:
        super().__init__()
        self._active = context.active_theme
        self._sizes = sizes
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.cards = tuple(
            AnswerCard(answer, shortcut_key(answer, number) if sizes.keys else "", context)
            for number, answer in enumerate(answers, 1)
        )
        for card in self.cards:
            self._group.addButton(card)
        # A screen reader checks a button without a click, and a click on the checked one toggles
        # nothing: both signals are needed.
        self._group.buttonToggled.connect(self._toggle)
        self._group.buttonClicked.connect(self._click)
        self._emitted: AnswerCard | None = None
        self.side_buttons: tuple[QPushButton, ...] = ()
        self._arrange(1)

    def add_side_buttons(self, make: Callable[[AnswerCard], QPushButton]) -> None:
        """Add a button over the right end of each card that does not choose the answer."""
        self.side_buttons = tuple(map(make, self.cards))
        for card, made in zip(self.cards, self.side_buttons, strict=True):
            made.setParent(self)
            made.show()  # a child of a list that is shown already would stay hidden
            made.raise_()
            card.reserve_end(made.sizeHint().width())
            QWidget.setTabOrder(card, made)
        self._lay_out(self._columns)

    def remove_side_buttons(self) -> None:
        """Remove the side buttons."""
        for made in self.side_buttons:
            made.hide()
            made.deleteLater()
        self.side_buttons = ()
        for card in self.cards:
            card.reserve_end(0)
        self.updateGeometry()

    def choose(self, answer_id: str) -> None:
        """Check the card of an answer without emitting a signal."""
        # An exclusive group does not allow unchecking.
        self._group.setExclusive(False)
        self._group.blockSignals(True)  # noqa: FBT003  Qt names no argument
        for card in self.cards:
            card.setChecked(card.answer_id == answer_id)
        self._group.blockSignals(False)  # noqa: FBT003
        self._emitted = None
        self._group.setExclusive(True)

    def card_with_digit(self, digit: str) -> AnswerCard | None:
        """Return the card that has a digit, unless the cards are hidden."""
        return next((c for c in self.cards if c.digit == digit and c.isVisible()), None)

    def use_sizes(self, sizes: CardSizes) -> None:
        """Use other sizes from the next `fit_to` on; the keys of the answers stay."""
        self._sizes = sizes

    def show_hints(self, hints: Hints) -> None:
        """Show or hide the hints below the answers from the next `fit_to` on."""
        for card in self.cards:
            gives_way = hints is Hints.NONE or card.answer_id == DONT_KNOW
            card.show_hint(shown=hints is Hints.ALL or not gives_way)

    def fit_to(self, width: int, density: int) -> None:
        """Arrange the cards for a width in pixels and a density."""
        gap = round(self._sizes.gaps[density] * self._active.now.px("gap"))
        gap = max(gap, self._active.now.px("gap_small"))
        side = round(self._sizes.icons[density] * self._active.now.scale)
        self._grid.setSpacing(gap)
        columns = columns_for(width, self._width_of_a_card(side), gap)
        self._arrange(min(columns, self._sizes.columns, max(1, len(self.cards))))
        cell = (width - (self._columns - 1) * gap) // self._columns
        plate = self._plate(cell, density) if side else 0
        spare = density >= DENSE
        for card in self.cards:
            card.arrange(side, spare=spare, plate=plate)
        if side and not plate:
            plate = side + self._width_left(width, cell, side)
        for card in self.cards:
            card.arrange(side, spare=spare, plate=plate)
            whole = width if self._has_own_row(card) else cell
            enough = max(card.words_height(whole), side) + self._active.now.px("gap")
            tallest = self._sizes.tallest
            alone = self._columns == 1 or self._has_own_row(card)
            if card.digit == NOT_KNOWING and alone and tallest:
                # Last and lower: it is an answer, but no way to be sent away from the others.
                tallest = LOWER
            card.setMaximumHeight(max(round(tallest * self._active.now.scale), enough))
        for card, made in zip(self.cards, self.side_buttons, strict=False):
            made.setMaximumHeight(card.maximumHeight())

    def height_of_first(self) -> int:
        """Return the height of the first card at the present arrangement, in pixels."""
        card = self.cards[0]
        return max(card.heightForWidth(card.width()), card.minimumSizeHint().height())

    def _plate(self, cell: int, density: int) -> int:
        """Return the width of the plates in cells of a width, 0 for that of the pictures."""
        stays = density <= LARGE or self._sizes.columns == 1
        wanted = min(self._sizes.plate * self._active.now.scale, PLATE_SHARE * cell)
        return round(wanted) if stays else 0

    def _width_left(self, width: int, cell: int, side: int) -> int:
        """Return by how many pixels the plates can grow while no row of cards becomes taller.

        All are lengths in pixels: of a whole row, of a cell, and of the side of a picture.
        """
        columns = self._columns
        wholes = [width if self._has_own_row(card) else cell for card in self.cards]

        def rows(less: int) -> list[int]:
            heights = [
                max(card.words_height(whole - less), side)
                for card, whole in zip(self.cards, wholes, strict=True)
            ]
            return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

        now = rows(0)
        # A picture is a square: beyond the height of its card it would not grow.
        most = min(round(PLATE_SHARE * cell), min(now, default=0)) - side
        return bisect_right(range(1, max(0, most) + 1), 0, key=lambda less: rows(less) != now)

    def _has_own_row(self, card: AnswerCard) -> bool:
        """Return whether a card is the last one, beside which no other stands."""
        alone = len(self.cards) % self._columns == 1
        return self._columns > 1 and alone and card is self.cards[-1]

    def _width_of_a_card(self, side: int) -> int:
        """Return the minimum width in pixels of a card with readable text."""
        letters = LETTERS * self.cards[0].words_metrics().averageCharWidth()
        beside = max((made.sizeHint().width() for made in self.side_buttons), default=0)
        return (
            letters + side + 4 * self._active.now.px("gap") + self._active.now.px("tick") + beside
        )

    def _toggle(self, card: AnswerCard, checked: bool) -> None:  # noqa: FBT001  a slot gets it so
        if checked:
            self._emitted = card
            self.chosen.emit(card.answer_id)

    def _click(self, card: AnswerCard) -> None:
        """Emit a card that was already checked; for another one `_toggle` has emitted already."""
        if card is not self._emitted:
            self.chosen.emit(card.answer_id)
        self._emitted = None

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._lay_out(columns)

    def _lay_out(self, columns: int) -> None:
        self._columns = columns
        lay_in_columns(self._grid, self.cards, columns)
        right = Qt.AlignmentFlag.AlignRight
        lay_in_columns(self._grid, self.side_buttons, columns, align=right)
        if self.cards and self._has_own_row(self.cards[-1]):
            row = (len(self.cards) - 1) // columns
            own_row = GridCell(row, 0, columns=columns)
            put_in_grid(self._grid, self.cards[-1], own_row)
            for made in self.side_buttons[-1:]:
                put_in_grid(self._grid, made, own_row, right)


def columns_for(width: int, card: int, gap: int) -> int:
    """Return how many columns of cards fit into a width, all lengths in pixels."""
    return 2 if width >= 2 * card + gap else 1


def shortcut_key(answer: Option, number: int) -> str:
    """Return the key that chooses an answer: its number from 1, and 0 for "don't know"."""
    return NOT_KNOWING if answer.id == DONT_KNOW else str(number)


def direction_for(width: int, wide: float) -> QBoxLayout.Direction:
    """Return the layout direction of two halves in a width in pixels: beside or below."""
    if width >= wide:
        return QBoxLayout.Direction.LeftToRight
    return QBoxLayout.Direction.TopToBottom

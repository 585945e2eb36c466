"""Arranges the number page: the keypad beside the typed number, or everything in one column."""

from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.widgets.answer_list import AnswerList
from jknassist.gui.widgets.digit_boxes import BoxRow
from jknassist.gui.widgets.keypad import Keypad
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED

MOST_DIGITS = 13
"""Maximum digits of a mobile number; a row of so many boxes must fit beside the keypad."""

RIGHT_HALF = 0.31
"""Share of the page width for the keypad, where words do not need all that it can leave."""

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's maximum widget size, meaning no limit."""


class KeypadLayout(QWidget):
    """The typing column, the other answers and the keypad.

    A widget of its own: PySide holds the items of a layout that is added to another, and those of
    what is moved are deleted.
    """

    def __init__(
        self, typing: QWidget, cards: AnswerList, keypad: Keypad, active: ActiveTheme
    ) -> None:
        super().__init__()
        self._typing, self._cards, self._keypad, self._active = typing, cards, keypad, active
        gap = active.now.px("gap")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * gap)
        self._grid.setVerticalSpacing(gap // 2)
        self._lay(beside=True)
        self._beside = True
        self._keypad_width = 0

    def is_beside(self) -> bool:
        """Return whether the keypad is beside the number."""
        return self._beside

    def fit_to(self, width: int, height: int, density: int) -> None:
        """Put the keypad beside the field, or below it on a portrait or narrow page."""
        keypad = self._keypad.minimumSizeHint().width()
        typed = BoxRow(self._active.now, "0" * MOST_DIGITS, width).least_width
        needed = keypad + self._grid.horizontalSpacing() + typed
        # Paginated content stays in one column: a page break cannot go between two columns.
        self._put(beside=width > height and width >= needed and density < PAGINATED)
        share = RIGHT_HALF if density < DENSE else 0
        self._keypad_width = max(keypad, round(share * width))
        self._keypad.setMaximumWidth(self._keypad_width if self._beside else QWIDGETSIZE_MAX)
        self._keypad.set_density(density)

    def fit_cards(self, width: int, density: int) -> None:
        """Fit the other answers to what the keypad leaves of a width, if it is shown."""
        self._cards.fit_to(self.typing_width(width), density)

    def typing_width(self, width: int) -> int:
        """Return what the keypad leaves of a width, if it is shown and beside the number."""
        if not self._beside or self._keypad.isHidden():
            return width
        return width - self._keypad_width - self._grid.horizontalSpacing()

    def _put(self, *, beside: bool) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        for widget in (self._typing, self._cards, self._keypad):
            self._grid.removeWidget(widget)
        self._lay(beside=beside)

    def _lay(self, *, beside: bool) -> None:
        """Fill the grid: the other answers are below the number, the keypad beside or between."""
        keypad, cards = ((0, 1, 2), 1) if beside else ((1, 0, 1), 2)
        row, column, rows = keypad
        self._grid.addWidget(self._typing, 0, 0)
        self._grid.addWidget(self._keypad, row, column, rows, 1)
        self._grid.addWidget(self._cards, cards, 0)
        self._grid.setRowStretch(0, 1 if beside else 0)
        self._grid.setRowStretch(1, 0 if beside else 1)
        self._grid.setColumnStretch(0, 1)

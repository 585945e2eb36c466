"""Numeric keypad for touch: ten digits, erase one, and a digit that is hidden."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from jknassist.core.phone.mask import HIDDEN
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.hidden_digit import HiddenDigit

KEYS, COLUMNS = "123456789", 3
WIDTH, HEIGHT = 104, 62
TALLEST = 128
"""Maximum height of a key in pixels at scale 1, where the page has room to spare."""


class Keypad(QWidget):
    """Emits the pressed key; takes no focus, so that the field keeps it.

    Where no digit may be hidden, the place of its key stays empty: who is used to one page presses
    there on another, and a key that erases would wipe the number.
    """

    digit = Signal(str)
    erase = Signal()

    def __init__(self, context: UiContext, *, may_hide: bool = False) -> None:
        super().__init__()
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px("gap_small"))
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for index, key in enumerate(KEYS):
            self._add(key, key, index // COLUMNS, index % COLUMNS, partial(self.digit.emit, key))
        words = context.words
        if may_hide:
            # Qt gives a button with no text at all the width of four letters.
            hidden = self._add(" ", words.number_hidden_key, 3, 0, partial(self.digit.emit, HIDDEN))
            self._draw_hidden(hidden)
        self._add("0", "0", 3, 1, partial(self.digit.emit, "0"))
        self._add("⌫", words.number_erase, 3, 2, self.erase.emit)
        self.set_density(1)

    def set_density(self, density: int) -> None:
        """Set the height of the keys for a density, at least the finger target size."""
        theme = self._context.theme
        generous = round((1.7, 1.0, 0.8, 0.0, 0.0)[density] * HEIGHT * theme.scale)
        for key in self.findChildren(
            QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            least = max(theme.px("target"), generous)
            key.setMinimumHeight(least)
            key.setMaximumHeight(max(round(TALLEST * theme.scale), least))
            for sample in key.findChildren(HiddenDigit):
                sample.fit_height(least - 2 * theme.px("lip"))

    def _draw_hidden(self, key: QPushButton) -> None:
        """Draw the box of a hidden digit on a key."""
        sample = HiddenDigit(self._context.active_theme, share=1.2)
        row = QHBoxLayout(key)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sample, 0, Qt.AlignmentFlag.AlignCenter)

    def _add(self, text: str, name: str, row: int, column: int, slot: object) -> QPushButton:
        theme = self._context.theme
        key = button(text, "key")
        key.setAccessibleName(name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._grid.setColumnMinimumWidth(column, round(WIDTH * theme.scale))
        key.clicked.connect(slot)
        self._grid.addWidget(key, row, column)
        return key

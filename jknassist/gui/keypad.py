"""Our own keypad for one finger: ten digits, erase one, erase all."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from jknassist.gui.parts import Parts, button

KEYS = "123456789"
WIDTH = 104


class Keypad(QWidget):
    """Emits what was pressed; takes no focus, so that the field keeps it."""

    digit = Signal(str)
    erase = Signal()
    erase_all = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(parts.look.px("gap_small"))
        for place, key in enumerate(KEYS):
            self._add(key, key, place // 3, place % 3, partial(self.digit.emit, key))
        words = parts.words
        self._add(words.number_erase_all, words.number_erase_all, 3, 0, self.erase_all.emit)
        self._add("0", "0", 3, 1, partial(self.digit.emit, "0"))
        self._add("⌫", words.number_erase, 3, 2, self.erase.emit)

    def _add(self, text: str, name: str, row: int, column: int, slot: object) -> None:
        key = button(text, "key" if len(text) == 1 else "key_word")
        key.setAccessibleName(name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.setMinimumHeight(round(1.4 * self._parts.look.px("target")))
        key.setFixedWidth(round(WIDTH * self._parts.look.scale))
        key.clicked.connect(slot)
        self._grid.addWidget(key, row, column)

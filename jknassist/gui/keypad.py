"""Our own keypad for one finger: ten digits, erase one, erase all."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from jknassist.gui.parts import Parts, button

KEYS = "123456789"
WIDTH, HEIGHT = 104, 62


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
        self.tighten(1)

    def tighten(self, tightness: int) -> None:
        """Make the keys as tall as the room allows, and never smaller than a finger wants."""
        look = self._parts.look
        generous = round((1.7, 1.0, 0.8, 0.0, 0.0)[tightness] * HEIGHT * look.scale)
        for key in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            key.setMinimumHeight(max(look.px("target"), generous))

    def _add(self, text: str, name: str, row: int, column: int, slot: object) -> None:
        look = self._parts.look
        key = button(text, "key" if len(text) == 1 else "key_word")
        key.setAccessibleName(name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._grid.setColumnMinimumWidth(column, round(WIDTH * look.scale))
        key.clicked.connect(slot)
        self._grid.addWidget(key, row, column)

"""On-screen keyboard of given rows, and the field that letters may be typed into on a kiosk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.typed_field import TypedField
from jknassist.gui.widgets.wrapping_button import WrappingButton

ERASE = "\b"
"""Erase key in a row."""

SPACE = " "
"""Space key in a row; it takes the remaining width."""

WIDEST = "W"
"""The widest letter that must fit on a key."""

OTHER_ROW = 10
"""Weight of vertical distance from a key relative to horizontal distance."""

HEIGHT, UPRIGHT, LOW = 68, 84, 48
"""Minimum key height in pixels at scale 1: normal, portrait screen, dense page."""


class LetterField(TypedField):
    """A field for letters; on a kiosk letters reach the program only while one is open."""


class Keyboard(QWidget):
    """Emits the pressed letter; takes no focus, so that the field keeps it.

    Each character of a row is a key. All keys have the width of those of the longest row; a shorter
    row is centred, or filled by its space key. A press in a gap counts for the nearest key.
    """

    typed = Signal(str)
    erase = Signal()

    def __init__(self, rows: Sequence[str], context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._keys: dict[str, WrappingButton] = {}
        self._rows: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px("gap_small"))
        self.arrange(rows)
        self.set_density(0)

    def arrange(self, rows: Sequence[str]) -> None:
        """Arrange the keys in other rows."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        # Two grid columns per key, so that a row can be offset by half a key.
        columns = 2 * max(map(len, rows))
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, row in enumerate(rows):
            self._add_row(index, row, columns)

    def _add_row(self, index: int, row: str, columns: int) -> None:
        free = columns - 2 * len(row)
        column = 0 if SPACE in row else free // 2
        for letter in row:
            width = 2 + (free if letter == SPACE else 0)
            self._grid.addWidget(self._key(letter), index, column, 1, width)
            column += width

    def _key(self, letter: str) -> WrappingButton:
        if letter in self._keys:
            return self._keys[letter]
        words = self._context.words
        text = {ERASE: "⌫", SPACE: words.key_space}.get(letter, letter)
        made = button(text, {ERASE: "key_erase", SPACE: "key_word"}.get(letter, "key"))
        made.setAccessibleName(words.key_erase if letter == ERASE else text)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        made.clicked.connect(
            self.erase.emit if letter == ERASE else partial(self.typed.emit, letter)
        )
        self._keys[letter] = made
        return made

    def set_density(self, density: int, *, upright: bool = False) -> None:
        """Set the height of the keys for a density, at least the finger target size.

        Keys are taller on a portrait screen (`upright`).
        """
        theme = self._context.theme
        generous = UPRIGHT if upright else HEIGHT
        height = generous if density == 0 else LOW
        for key in self._keys.values():
            key.setMinimumHeight(max(theme.px("target"), round(height * theme.scale)))

    def _fit_letters(self) -> None:
        """Set the largest font size at which a letter fits on a key."""
        letters = [key for letter, key in self._keys.items() if letter not in {SPACE, ERASE}]
        for name in ("key", "key_word"):
            for key in letters:
                if key.objectName() != name:
                    key.setObjectName(name)
                    # Without a sheet of its own a widget takes its style from its parent anew;
                    # asking for that style would hand it to Python.
                    key.setStyleSheet("")
            metrics = letters[0].fontMetrics()
            wide = metrics.horizontalAdvance(WIDEST) <= min(key.width() for key in letters)
            if wide and metrics.height() <= min(key.height() for key in letters):
                break

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        call_later(self, self._fit_letters)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            call_later(self, self._fit_letters)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press the nearest key; presses on a key are handled by the key."""
        point = event.position().toPoint()
        nearest = min(self._keys.values(), key=lambda key: _distance(key, point))
        nearest.click()


def _distance(key: QWidget, point: QPoint) -> int:
    """Return the weighted distance of a point from a key in pixels."""
    shape = key.geometry()
    across = max(shape.left() - point.x(), point.x() - shape.right(), 0)
    return across + OTHER_ROW * max(shape.top() - point.y(), point.y() - shape.bottom(), 0)

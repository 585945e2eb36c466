"""Push button with a sign beside its words, in the colour of the words.

The style sheet names the colour of the words; that of a chosen button it names once more as
`qproperty-chosen_words`, because Qt tells a widget only the colours of its resting state.
"""

from PySide6.QtCore import Property, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from jknassist.gui.style.signs import Sign, sign
from jknassist.gui.widgets.raised_button import RaisedButton

BETWEEN = 0.35
"""Space between a sign and the words, as a share of the sign."""


class SignedButton(RaisedButton):
    """A button with a sign; subclasses draw the text."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._sign: Sign | None = None
        self._sign_last = False
        self._sign_times = 1.0
        self._chosen_words = QColor(Qt.GlobalColor.transparent)

    def _get_chosen_words(self) -> QColor:
        return self._chosen_words

    def _set_chosen_words(self, colour: QColor) -> None:
        self._chosen_words = colour

    chosen_words = Property(QColor, _get_chosen_words, _set_chosen_words)
    """Colour of the words of the button while it is checked; transparent for no other."""

    @property
    def sign(self) -> Sign | None:
        """The sign beside the words, if there is one."""
        return self._sign

    def set_sign(self, sign: Sign | None, *, last: bool = False, times: float = 1.0) -> None:
        """Set the sign, before the words or behind them, `times` as tall as a line of them."""
        resized = (sign is None) != (self._sign is None) or times != self._sign_times
        self._sign, self._sign_last, self._sign_times = sign, last, times
        if resized:
            self.updateGeometry()
        self.update()

    def words_colour(self) -> QColor:
        """Return the colour of the words in the present state."""
        if self.isChecked() and self.isEnabled() and self._chosen_words.alpha():
            return self._chosen_words
        return self.palette().color(self.foregroundRole())

    def sign_side(self) -> int:
        """Return the side of the sign in pixels, 0 without one."""
        return round(self._sign_times * self.fontMetrics().height()) if self._sign else 0

    def width_of_sign(self) -> int:
        """Return the width in pixels that a sign as tall as a line would take from the words."""
        side = self.fontMetrics().height()
        return side + round(side * BETWEEN)

    def sign_width(self) -> int:
        """Return the width in pixels that the sign takes from the words."""
        side = self.sign_side()
        return side + round(side * BETWEEN) if self.text() else side

    def draw_sign(self, painter: QPainter, inside: QRect, words: int) -> QRect:
        """Draw the sign beside words of a width, both centred; return the place of the words."""
        if self._sign is None:
            return inside
        side, taken = self.sign_side(), self.sign_width()
        left = inside.left() + max(0, inside.width() - taken - words) // 2
        at = left + words + taken - side if self._sign_last else left
        colour, ratio = self.words_colour().name(), self.devicePixelRatioF()
        top = inside.top() + (inside.height() - side) // 2
        painter.drawPixmap(at, top, sign(self._sign, side, colour, ratio))
        start = left if self._sign_last else left + taken
        return QRect(start, inside.top(), words, inside.height())

"""Label that wraps plain text in balanced lines and never cuts it."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStylePainter

from jknassist.core.typing_compat import override
from jknassist.gui.widgets.text_wrapping import (
    LETTERS_CHANGE,
    UNENDING,
    HeightsByWidth,
    balanced_width,
    breakable,
    lines_of_part,
    longest_word,
    wrapped_height,
    wrapped_size,
)

LINE = 51
"""Width of a line at the most, in average letters: that is 66 letters of a text.

With longer lines the eye loses the start of the next one.
"""


class WrappingLabel(QLabel):
    """Plain text in balanced lines of a readable length."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._line = LINE
        self._colour: QColor | None = None
        self.forget_sizes()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def uses_whole_width(self) -> bool:
        """Whether lines may be as long as the label is wide."""
        return self._line != LINE

    def use_whole_width(self, *, whole: bool) -> None:
        """Allow lines of the full width, where the height does not suffice for shorter ones."""
        line = UNENDING // 64 if whole else LINE
        if line != self._line:
            self._line = line
            self.forget_sizes()
            self.updateGeometry()

    def draw_in(self, colour: QColor | None) -> None:
        """Draw the text in a colour, or with None in that of the style sheet."""
        self._colour = colour
        self.update()

    def forget_sizes(self) -> None:
        """Clear the cached measurements."""
        self._heights = HeightsByWidth()
        self._balanced: dict[int, int] = {}
        self._width_of_one_line: int | None = None
        self._measure: int | None = None

    def measure(self) -> int:
        """Return the maximum line length in pixels."""
        if self._measure is None:
            self._measure = self._line * self.fontMetrics().averageCharWidth()
        return self._measure

    def text_height(self, width: int) -> int:
        """Return the height of the text at a width, in pixels; cached per width."""
        return self._heights.at(max(1, min(width, self.measure())), self._measure_text)

    def _measure_text(self, width: int) -> QSize:
        return wrapped_size(self.fontMetrics(), breakable(self.text()), width)

    def height_of(self, text: str, width: int) -> int:
        """Return the height that another text would have at a width, in pixels."""
        available = max(1, min(width, self.measure()))
        return wrapped_height(self.fontMetrics(), breakable(text), available)

    def size_of_one_line(self) -> QSize:
        """Return the size hint: the text in lines of the maximum length."""
        width = self._width_of_one_line
        if width is None:
            width = self._heights.unwrapped(self._measure_text).width()
            if width > self.measure():
                width = self._measure_text(self.measure()).width()
            self._width_of_one_line = width
        return QSize(width, self.text_height(width))

    def smallest(self) -> QSize:
        """Return the minimum size: that of the longest word."""
        metrics = self.fontMetrics()
        return QSize(longest_word(metrics, breakable(self.text())), metrics.height())

    def draw(self, painter: QStylePainter) -> None:
        """Draw the text wrapped at its balanced width."""
        flags = Qt.TextFlag.TextWordWrap.value | self.alignment().value
        painter.setPen(self._colour or self.palette().color(self.foregroundRole()))
        painter.drawText(self._text_place(), flags, breakable(self.text()))

    def drawn_width(self, width: int) -> int:
        """Return the width of the balanced lines in a label of a width, both in pixels."""
        text, metrics = breakable(self.text()), self.fontMetrics()
        balanced = balanced_width(metrics, text, min(width, self.measure()))
        return min(balanced, self.size_of_one_line().width())

    def lines_of(self, part: str) -> list[QRectF]:
        """Return where a part of the text is drawn, line by line; nothing if it is none."""
        text, metrics = breakable(self.text()), self.fontMetrics()
        begin = text.find(breakable(part)) if part else -1
        if begin < 0:
            return []
        place = QRectF(self._text_place())
        wanted = range(begin, begin + len(breakable(part)))
        lines = lines_of_part(text, wanted, self.font(), place, self.alignment())
        # As Qt draws it: the whole text stands at the top, in the middle, or at the bottom.
        below = place.height() - wrapped_height(metrics, text, round(place.width()))
        down = {Qt.AlignmentFlag.AlignVCenter: below / 2, Qt.AlignmentFlag.AlignBottom: below}
        upright = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        return [line.translated(0, down.get(upright, 0)) for line in lines]

    def _text_place(self) -> QRect:
        """Return what the text is wrapped in: as wide as its balanced lines."""
        text, metrics = breakable(self.text()), self.fontMetrics()
        rect = self.contentsRect()
        width = min(rect.width(), self.measure())
        if width not in self._balanced:
            self._balanced = {width: balanced_width(metrics, text, width)}
        balanced = self._balanced[width]
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            rect.setLeft(rect.left() + (rect.width() - balanced) // 2)
        elif self.alignment() & Qt.AlignmentFlag.AlignRight:
            rect.setLeft(rect.right() + 1 - balanced)
        rect.setWidth(balanced)
        return rect

    @override
    def setText(self, text: str) -> None:
        self.forget_sizes()
        super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in LETTERS_CHANGE:
            self.forget_sizes()
        super().changeEvent(event)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.text_height(width)

    @override
    def sizeHint(self) -> QSize:
        return self.size_of_one_line()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.smallest()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        self.draw(painter)
        painter.end()

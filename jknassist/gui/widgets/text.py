"""Labels and buttons whose words wrap where the room is narrow, so that none is ever cut.

A style is asked of a painter and never of a widget. PySide keeps with each widget the style that it
was asked for; Qt throws a style away with its style sheet, when somebody changes the letters, and
PySide then takes whatever comes to stand at that place in memory for the old style. The program
crashes when that goes. What is asked of a painter is forgotten with it.
"""

import re

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from jknassist.core.typing_compat import override

LINE = 60
"""Letters of a line at the most; longer ones are hard to find the way back in."""

UNENDING = 1 << 20
LONG_WORD = 18
"""Letters from which a word may be broken after one of its signs, as in an e-mail address.

A shorter one stays whole, as "e-mail" or a phone number.
"""

BREAK = re.compile(r"(?<=[@./_-])(?=[^@./_\-\s])")
WHOLE_HYPHEN = "\u2011"
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


MNEMONIC = Qt.TextFlag.TextShowMnemonic.value

FULL = frozenset({"primary"})
"""Buttons that are filled with a strong colour; the names are those of theme.qss."""

RING, RING_INSET, RING_ROUND = 2, 6, 8
"""Thickness, distance from the edge and rounding of their second frame, in pixels."""

LETTERS_CHANGE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
"""The events after which nothing that was measured before is right any more."""


def breakable(text: str) -> str:
    """Allow long words to be broken after their signs, and short ones nowhere; looks the same."""
    return " ".join(
        BREAK.sub("\u200b", word) if len(word) > LONG_WORD else word.replace("-", WHOLE_HYPHEN)
        for word in text.split(" ")
    )


def wrapped_height(metrics: QFontMetrics, text: str, width: int, flags: int = WRAPPED) -> int:
    """Return how tall a text is when it wraps at a width."""
    return metrics.boundingRect(QRect(0, 0, width, UNENDING), flags, text).height()


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """Return the width of what cannot be broken any further."""
    return max(metrics.horizontalAdvance(part) for part in re.split(r"[\s\u200b]", text))


def balanced_width(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the narrowest width with as many lines, so that no last word stands alone."""
    height = wrapped_height(metrics, text, width)
    if height <= wrapped_height(metrics, text, UNENDING):
        return width
    fewest, most = longest_word(metrics, text), width
    while fewest < most:
        middle = (fewest + most) // 2
        if wrapped_height(metrics, text, middle) > height:
            fewest = middle + 1
        else:
            most = middle
    return most


class WrappingLabel(QLabel):
    """Plain text in lines of a readable length, each about as long as the others."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._heights: dict[tuple[str, int], int] = {}
        self._balanced: dict[tuple[str, int], int] = {}
        self._widths: dict[str, int] = {}
        self._line = LINE
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def use_whole_width(self, *, whole: bool) -> None:
        """Let lines be as long as the room is wide, where it is too low for a better length."""
        line = UNENDING // 64 if whole else LINE
        if line != self._line:
            self._line = line
            self.forget_sizes()
            self.updateGeometry()

    def forget_sizes(self) -> None:
        """Measure anew from now on."""
        self._heights = {}
        self._balanced = {}
        self._widths = {}

    def measure(self) -> int:
        """Return how long a line may be, in pixels."""
        return self._line * self.fontMetrics().averageCharWidth()

    def text_height(self, width: int) -> int:
        """Return how tall the text is at a width; measured once for each."""
        key = (self.text(), max(1, min(width, self.measure())))
        if key not in self._heights:
            self._heights[key] = wrapped_height(self.fontMetrics(), breakable(key[0]), key[1])
        return self._heights[key]

    def size_of_one_line(self) -> QSize:
        """Return the size of the text in lines as long as they may be."""
        text = self.text()
        if text not in self._widths:
            room = QRect(0, 0, self.measure(), UNENDING)
            needed = self.fontMetrics().boundingRect(room, WRAPPED, breakable(text)).width()
            self._widths = {text: needed}
        return QSize(self._widths[text], self.text_height(self._widths[text]))

    def smallest(self) -> QSize:
        """Return the size of the longest word."""
        metrics = self.fontMetrics()
        return QSize(longest_word(metrics, breakable(self.text())), metrics.height())

    def draw(self, painter: QStylePainter) -> None:
        """Draw the text wrapped at the width that makes its lines alike."""
        text, metrics = breakable(self.text()), self.fontMetrics()
        room = self.contentsRect()
        width = min(room.width(), self.measure())
        key = (text, width)
        if key not in self._balanced:
            self._balanced = {key: balanced_width(metrics, text, width)}
        balanced = self._balanced[key]
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            room.setLeft(room.left() + (room.width() - balanced) // 2)
        room.setWidth(balanced)
        flags = Qt.TextFlag.TextWordWrap.value | self.alignment().value
        painter.drawItemText(
            room, flags, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )

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


class WrappingButton(QPushButton):
    """A button that grows taller rather than cut its words."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.enter_presses = True
        self._laid_out = False
        self._heights: dict[tuple[str, int], int] = {}
        self._words_heights: dict[tuple[str, int], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def flags(self) -> int:
        """How the words stand in the button: a link begins at the left, others are centred."""
        link = self.objectName() == "link"
        side = Qt.AlignmentFlag.AlignLeft if link else Qt.AlignmentFlag.AlignHCenter
        upright = Qt.AlignmentFlag.AlignVCenter
        shown = MNEMONIC | Qt.TextFlag.TextWordWrap.value
        return shown | side.value | upright.value

    def press(self) -> None:
        """Be tapped, by a key for example."""
        self.click()

    def press_by_key(self, key: int) -> bool:
        """Let Enter press the button that has the focus; return whether it did."""
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.enter_presses
        if enter and self.isEnabled():
            self.click()
        return enter

    def frame_width(self) -> int:
        """Return how much wider the button is than its words in one line."""
        return super().sizeHint().width() - self._words_as_qt_thinks().width()

    def _words_as_qt_thinks(self) -> QSize:
        return self.fontMetrics().size(MNEMONIC, self.text())

    def words_width(self, width: int) -> int:
        """Return the room for words in a button of a width."""
        return max(1, width - self.frame_width())

    def words_height(self, width: int) -> int:
        """Return how tall the words are in a button of a width; measured once for each."""
        key = (self.text(), width)
        if key not in self._words_heights:
            room = self.words_width(width)
            height = wrapped_height(self.fontMetrics(), key[0], room, self.flags)
            self._words_heights[key] = height
        return self._words_heights[key]

    def has_one_line(self, width: int) -> bool:
        """Tell whether the words stand in one line in a button of a width."""
        return self.words_height(width) <= self.line_height()

    def height_at(self, width: int) -> int:
        """Return how tall the button is at a width; measured once for each."""
        key = (self.text(), width)
        if key not in self._heights:
            self._heights[key] = self._measure_height(width)
        return self._heights[key]

    def forget_sizes(self) -> None:
        """Measure anew from now on."""
        self._heights = {}
        self._words_heights = {}

    def _measure_height(self, width: int) -> int:
        if self.has_one_line(width):
            return self.height_of_one_line()
        words = self.words_height(width)
        if (frame := self._frame_height()) is not None:
            return frame + words
        return self._height_of_style(words)

    def _height_of_style(self, words: int) -> int:
        """Return how tall the style makes the button around words of a height."""
        ground, option = QPixmap(1, 1), QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(ground, self)
        try:
            kind = QStyle.ContentsType.CT_PushButton
            size = painter.style().sizeFromContents(kind, option, QSize(1, words), self)
        finally:
            painter.end()  # before the ground goes, also when something went wrong
        return size.height()

    def height_of_one_line(self) -> int:
        """Return how tall the button is at least; a pixel more than Qt thinks, at times."""
        if (frame := self._frame_height()) is not None:
            return frame + max(self.line_height(), self._words_as_qt_thinks().height())
        return super().sizeHint().height()

    def _frame_height(self) -> int | None:
        """Return how much taller the button is than its words, or None where Qt does not tell.

        That is where the least height of the style sheet is more than words and frame: it has room
        for one line, and nobody can say for how much more.
        """
        height = super().sizeHint().height()
        if height <= self.minimumHeight():
            return None
        return height - self._words_as_qt_thinks().height()

    def line_height(self) -> int:
        """Return how tall one line is when it is drawn; a pixel more than its letters, at times."""
        return wrapped_height(self.fontMetrics(), "A", UNENDING, self.flags)

    def smallest(self) -> QSize:
        """Return the size of the button around its longest word."""
        metrics = self.fontMetrics()
        width = longest_word(metrics, self.text().replace("&&", "&")) + self.frame_width()
        return self.wide_enough(QSize(width, self.height_of_one_line()))

    def wide_enough(self, size: QSize) -> QSize:
        """Return a size as wide as the style sheet wants a button to be tall.

        A least width in the style sheet would win over that of the words, and cut them.
        """
        return size.expandedTo(QSize(self.minimumHeight(), 0))

    def in_one_line(self) -> QSize:
        """Return the size of the button with all its words in one line, or as tall as it must be.

        Qt takes the height of this for the greatest that the button may have.
        """
        metrics = self.fontMetrics()
        text = self.text().replace("&&", "&")
        room = QRect(0, 0, UNENDING, UNENDING)
        drawn = metrics.boundingRect(room, self.flags, self.text()).width()
        width = max(drawn, metrics.horizontalAdvance(text)) + 1 + self.frame_width()
        size = self.wide_enough(QSize(width, self.height_of_one_line()))
        if self._laid_out and self.width() < size.width():
            size.setHeight(max(size.height(), self.height_at(self.width())))
        return size

    def settle(self) -> None:
        """Ask for another height when the words wrap in another way at the width of now."""
        self._laid_out = True
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def _draw_wrapped(self) -> None:
        """Draw the button as the style wants it, and its words in several lines."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        part = QStyle.SubElement.SE_PushButtonContents
        room = painter.style().subElementRect(part, option, self)
        painter.drawItemText(
            room, self.flags, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
        painter.end()

    def draw_ring(self) -> None:
        """Frame the button once more where it is full and has the focus."""
        if self.hasFocus() and self.objectName() in FULL:
            painter = QStylePainter(self)
            self._draw_ring(painter)
            painter.end()

    def _draw_ring(self, painter: QStylePainter) -> None:
        """Frame a full button once more, in the colour of its words; around it, none stands out."""
        pen = QPen(self.palette().color(self.foregroundRole()), RING)
        inset = RING_INSET + RING // 2
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Without the margin of the style sheet, which is a part of the button to Qt.
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_PushButtonBevel
        seen = painter.style().subElementRect(part, option, self)
        painter.drawRoundedRect(seen.adjusted(inset, inset, -inset, -inset), RING_ROUND, RING_ROUND)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.height_at(width)

    @override
    def sizeHint(self) -> QSize:
        return self.in_one_line()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.smallest()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in LETTERS_CHANGE:
            self.forget_sizes()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_by_key(event.key()):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.has_one_line(self.width()):
            super().paintEvent(event)
        else:
            self._draw_wrapped()
        self.draw_ring()

"""Button that wraps its text and grows in height.

Take a style from a painter, never from a widget (`QWidget.style()`). PySide caches the style
wrapper with each widget; Qt deletes a style together with its style sheet on a change of the font,
and PySide then takes whatever is allocated at that address for the old style. The program crashes
when that is freed. A style taken from a painter is released with it.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from jknassist.core.typing_compat import override
from jknassist.gui.widgets.signed_button import SignedButton
from jknassist.gui.widgets.text_wrapping import (
    LETTERS_CHANGE,
    UNENDING,
    HeightsByWidth,
    balanced_width,
    longest_word,
    wrapped_height,
    wrapped_size,
)

MNEMONIC = Qt.TextFlag.TextShowMnemonic.value


class Natural(NamedTuple):
    """Pixels of a button without its sign.

    `frame` is what it is wider than its words, `one_line` the width of the words in one line,
    `longest` that of the longest word, `height` that of the button with one line.
    """

    frame: int
    one_line: int
    longest: int
    height: int


class WrappingButton(SignedButton):
    """A button that wraps its text and grows in height rather than cut it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.enter_presses = True
        self._beside: tuple[WrappingButton, ...] = ()
        self._laid_out = False
        # Measures by text, and by width and width of the sign; a page asks for each many times.
        self._heights: dict[tuple[str, int, int], int] = {}
        self._words_heights: dict[str, HeightsByWidth] = {}
        self._natural: dict[tuple[str, int], Natural] = {}
        self._line_height: int | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def flags(self) -> int:
        """Text alignment flags: words of a link or beside a sign are left-aligned, else centred."""
        link = self.objectName() == "link" or self.sign is not None
        side = Qt.AlignmentFlag.AlignLeft if link else Qt.AlignmentFlag.AlignHCenter
        upright = Qt.AlignmentFlag.AlignVCenter
        shown = MNEMONIC | Qt.TextFlag.TextWordWrap.value
        return shown | side.value | upright.value

    def press(self) -> None:
        """Click the button programmatically, for a shortcut key for example."""
        self.click()

    def press_by_key(self, key: int) -> bool:
        """Click on Enter if the button has the focus; return whether it did."""
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.enter_presses
        if enter and self.isEnabled():
            self.click()
        return enter

    def frame_width(self) -> int:
        """Return the horizontal difference in pixels between the button and its one-line text."""
        return self.natural().frame + self.sign_width()

    def natural(self) -> Natural:
        """Return the measures of the button without its sign; cached per text."""
        key = (self.text(), self.minimumHeight())
        if key not in self._natural:
            self._natural[key] = self._measure_natural()
        return self._natural[key]

    def _measure_natural(self) -> Natural:
        metrics, words = self.fontMetrics(), self.text().replace("&&", "&")
        unlimited = QRect(0, 0, UNENDING, UNENDING)
        drawn = metrics.boundingRect(unlimited, self.flags, self.text()).width()
        return Natural(
            frame=super().sizeHint().width() - self._words_as_qt_thinks().width(),
            one_line=max(drawn, metrics.horizontalAdvance(words)) + 1,
            longest=longest_word(metrics, words),
            height=self.height_of_one_line(),
        )

    def _words_as_qt_thinks(self) -> QSize:
        return self.fontMetrics().size(MNEMONIC, self.text())

    def words_width(self, width: int) -> int:
        """Return the width available to the text in a button of a width, in pixels."""
        return max(1, width - self.frame_width())

    def words_height(self, width: int) -> int:
        """Return the height of the text in a button of a width, in pixels; cached per width."""
        heights = self._words_heights.setdefault(self.text(), HeightsByWidth())
        return heights.at(self.words_width(width), self._measure_words)

    def _measure_words(self, width: int) -> QSize:
        return wrapped_size(self.fontMetrics(), self.text(), width, self.flags)

    def has_one_line(self, width: int) -> bool:
        """Return whether the text fits on one line in a button of a width."""
        return self.words_height(width) <= self.line_height()

    def be_as_tall_as(self, *others: "WrappingButton") -> None:
        """Be as tall as others of the same width, which stand in the same row."""
        self._beside = others

    def height_at(self, width: int) -> int:
        """Return the height of the button at a width, in pixels."""
        beside = (other for other in self._beside if not other.isHidden())
        return max(one.own_height(width) for one in (self, *beside))

    def own_height(self, width: int) -> int:
        """Return the height for its own words at a width, in pixels; cached per width."""
        key = (self.text(), width, self.sign_width())
        if key not in self._heights:
            self._heights[key] = self._measure_height(width)
        return self._heights[key]

    def forget_sizes(self) -> None:
        """Clear the cached measurements."""
        self._heights = {}
        self._words_heights = {}
        self._natural = {}
        self._line_height = None

    def _measure_height(self, width: int) -> int:
        if self.has_one_line(width):
            return self.natural().height
        words = self.words_height(width)
        if (frame := self._frame_height()) is not None:
            return frame + words
        return self._height_of_style(words)

    def _height_of_style(self, words: int) -> int:
        """Return the button height that the style computes for a text of a height."""
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        ground, option = QPixmap(1, 1), QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(ground, self)
        try:
            kind = QStyle.ContentsType.CT_PushButton
            size = painter.style().sizeFromContents(kind, option, QSize(1, words), self)
        finally:
            painter.end()  # end it before its paint device is deleted, also after an error
        return size.height()

    def height_of_one_line(self) -> int:
        """Return the minimum height of the button; sometimes one pixel more than Qt's hint."""
        if (frame := self._frame_height()) is not None:
            return frame + max(self.line_height(), self._words_as_qt_thinks().height())
        return super().sizeHint().height()

    def _frame_height(self) -> int | None:
        """Return the vertical difference between button and text, or None if unknown.

        It is unknown where the minimum height of the style sheet exceeds text and frame: that has
        room for one line, and Qt does not report for how much more.
        """
        height = super().sizeHint().height()
        if height <= self.minimumHeight():
            return None
        return height - self._words_as_qt_thinks().height()

    def line_height(self) -> int:
        """Return the height of one drawn line; sometimes one pixel more than its letters."""
        if self._line_height is None:
            self._line_height = wrapped_height(self.fontMetrics(), "A", UNENDING, self.flags)
        return self._line_height

    def smallest(self) -> QSize:
        """Return the minimum size: the button around its longest word."""
        natural = self.natural()
        width = natural.longest + self.frame_width()
        return self.wide_enough(QSize(width, natural.height))

    def wide_enough(self, size: QSize) -> QSize:
        """Return a size at least as wide as the minimum height of the style sheet.

        A minimum width in the style sheet would override that of the text, and cut it.
        """
        return size.expandedTo(QSize(self.minimumHeight(), 0))

    def in_one_line(self) -> QSize:
        """Return the size with the whole text on one line, or as tall as it has to be.

        Qt uses the height of this size hint as the maximum height of the button.
        """
        natural = self.natural()
        width = natural.one_line + self.frame_width()
        size = self.wide_enough(QSize(width, natural.height))
        if self._laid_out and (self.width() < size.width() or self._beside):
            size.setHeight(max(size.height(), self.height_at(self.width())))
        return size

    def settle(self) -> None:
        """Update the geometry when the text wraps differently at the current width."""
        self._laid_out = True
        if self.sizeHint().height() != self.height():
            self.updateGeometry()

    def words_place(self) -> QRect:
        """Return the face without the frame beside the words, in pixels."""
        side = self.natural().frame // 2
        return self.face().adjusted(side, 0, -side, 0)

    def _draw_words(self) -> None:
        """Draw the sign and the words in several lines, in the middle of their place."""
        rect, painter = self.words_place(), QPainter(self)
        if self.sign is not None:
            rect = self.draw_sign(painter, rect, self._drawn_width(rect.width()))
        painter.setPen(self.words_colour())
        painter.drawText(self.balanced(rect), self.flags, self.text())
        painter.end()

    def balanced(self, place: QRect) -> QRect:
        """Return the part of a place in which centred words have lines of about the same width."""
        if self.flags & Qt.AlignmentFlag.AlignLeft.value:
            return place
        width = balanced_width(self.fontMetrics(), self.text(), place.width())
        left = place.left() + (place.width() - width) // 2
        return QRect(left, place.top(), width, place.height())

    def _drawn_width(self, inside: int) -> int:
        """Return the width of the words as they wrap beside the sign."""
        available = QRect(0, 0, max(1, inside - self.sign_width()), UNENDING)
        return self.fontMetrics().boundingRect(available, self.flags, self.text()).width() + 1

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
        if self.sign is None and self.has_one_line(self.width()):
            super().paintEvent(event)
        else:
            self.paint_face(event)
            self._draw_words()

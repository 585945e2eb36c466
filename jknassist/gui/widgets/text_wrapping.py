"""Measures of plain text that wraps: heights, the longest word, and lines of balanced width."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextLayout, QTextLine, QTextOption

UNENDING = 1 << 20
"""A width or height in pixels that no text needs."""

LONG_WORD = 18
"""Letters from which a word may be broken after a sign, such as an e-mail address.

A shorter one stays whole, such as "e-mail" or a phone number.
"""

ADDRESS = re.compile(r"@|\.(id|com)\b")
"""An address: a hyphen at the end of its line would be taken for one of the line break."""

BREAK = re.compile(r"(?<=[@./_-])(?=[^@./_\-\s])")
WHOLE_HYPHEN = "\u2011"
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value

LETTERS_CHANGE = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange})
"""Events that invalidate all cached text measurements."""


def breakable(text: str) -> str:
    """Insert invisible break opportunities after signs of long words; forbid them in short ones.

    The result is for drawing only: what is copied must be the text itself.
    """
    return " ".join(_breakable_word(word) for word in text.split(" "))


def _breakable_word(word: str) -> str:
    is_long = len(word) > LONG_WORD
    if not is_long or ADDRESS.search(word):
        word = word.replace("-", WHOLE_HYPHEN)
    return BREAK.sub("\u200b", word) if is_long else word


def wrapped_size(metrics: QFontMetrics, text: str, width: int, flags: int = WRAPPED) -> QSize:
    """Return the size in pixels of a text that wraps at a width: the widest line, and all lines."""
    return metrics.boundingRect(QRect(0, 0, width, UNENDING), flags, text).size()


def wrapped_height(metrics: QFontMetrics, text: str, width: int, flags: int = WRAPPED) -> int:
    """Return the height in pixels of a text that wraps at a width."""
    return wrapped_size(metrics, text, width, flags).height()


Measure = Callable[[int], QSize]
"""Returns the size in pixels of a text that wraps at a width."""


class HeightsByWidth:
    """Heights of one wrapped text by width, measured only where they can differ.

    A text has the same lines at every width from that of its widest line to the one it was measured
    at. More width never makes it taller, so between two widths of equal height there is no other.
    """

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._unwrapped: QSize | None = None

    def unwrapped(self, measure: Measure) -> QSize:
        """Return the size of the text where nothing makes it wrap."""
        if self._unwrapped is None:
            self._unwrapped = self._learn(UNENDING, measure)
        return self._unwrapped

    def at(self, width: int, measure: Measure) -> int:
        """Return the height at a width, both in pixels."""
        if (height := self._known.get(width)) is not None:
            return height
        wider = self.unwrapped(measure).height()
        wider = max((tall for at, tall in self._known.items() if at > width), default=wider)
        narrower = min((tall for at, tall in self._known.items() if at <= width), default=None)
        if narrower != wider:
            wider = self._learn(width, measure).height()
        self._known[width] = wider
        return wider

    def _learn(self, width: int, measure: Measure) -> QSize:
        size = measure(width)
        self._known[width] = self._known[min(width, size.width())] = size.height()
        return size


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """Return the width in pixels of the longest unbreakable part of a text."""
    return max(metrics.horizontalAdvance(part) for part in re.split(r"[\s\u200b]", text))


def balanced_width(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the least width that keeps the number of lines, to avoid a lone last word."""
    size = wrapped_size(metrics, text, width)
    height = size.height()
    if height <= wrapped_height(metrics, text, UNENDING):
        return width
    fewest, most = longest_word(metrics, text), min(width, size.width())
    while fewest < most:
        middle = (fewest + most) // 2
        size = wrapped_size(metrics, text, middle)
        if size.height() > height:
            fewest = middle + 1
        else:
            most = min(middle, max(fewest, size.width()))
    return most


def lines_of_part(
    text: str, part: range, font: QFont, place: QRectF, alignment: Qt.AlignmentFlag
) -> list[QRectF]:
    """Return where the letters of a part stand if a text is wrapped in a place from its top."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    found, top, leading = list[QRectF](), place.top(), QFontMetricsF(font).leading()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(place.width())
        first = max(part.start, line.textStart())
        last = min(part.stop, line.textStart() + line.textLength())
        if first < last:
            left, right = _x_of(line, first), _x_of(line, last)
            found.append(QRectF(place.left() + left, top, right - left, line.height()))
        top += line.height() + leading
    layout.endLayout()
    return found


def _x_of(line: QTextLine, letter: int) -> float:
    told = line.cursorToX(letter)
    # The place and the letter that stands there; the stubs of PySide know of neither.
    return float(told[0]) if isinstance(told, tuple) else 0.0

"""Frame of a page: a paged area below one line with the position or, further on, the title."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.paged_area import PagedArea

BETWEEN = "  ·  "
ELLIPSIS = " …"

LETTERS_OF_A_CARD = 36
"""Width in letters from which a card has room for a button or code beside its text."""


class ElidedLabel(QLabel):
    """A single line that is shortened rather than wrapped, so that it never moves the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._variants: tuple[str, ...] = ("",)
        self._colour: QColor | None = None

    def say(self, sentence: str = "", *shorter: str, colour: str = "") -> None:
        """Set the text and shorter variants of it; the accessible name is the text.

        In a colour of its own it is bold, and as tall as it was.
        """
        self._variants = (sentence, *shorter)
        self._colour = QColor(colour) if colour else None
        self.update()
        self.setAccessibleName(sentence)
        self.shorten()

    def shorten(self) -> None:
        """Show the first variant that fits the current width; elide the last one at a word."""
        available = max(self.width(), 1)
        fitting = (text for text in self._variants if self._width(text) <= available)
        self.setText(next(fitting, None) or self._elided(self._variants[-1], available))

    def _elided(self, text: str, available: int) -> str:
        words = text.split()
        while words and self._width(" ".join(words) + ELLIPSIS) > available:
            words.pop()
        return " ".join(words) + ELLIPSIS

    def _width(self, text: str) -> int:
        return QFontMetrics(self._letters()).horizontalAdvance(text)

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setBold(font.bold() or self._colour is not None)
        return font

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colour is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self._letters())
        painter.setPen(self._colour)
        painter.drawText(self.contentsRect(), self.alignment(), self.text())
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shorten()


class PageFrame(QWidget):
    """The content area of a page or panel: widgets are added to `column` and paginated."""

    def __init__(self, title: str, context: UiContext) -> None:
        super().__init__()
        self._title = title
        self._where = ""
        self._words, self._icons = context.words, context.icons
        self._missing, self._missing_at = "", 0
        gap = context.theme.px("gap")
        self._margin = gap // 4
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, gap // 4, 0, 0)
        outer.setSpacing(gap // 4)
        self.line = ElidedLabel()
        self.line.hide()
        outer.addWidget(self.line)
        self.area = PagedArea()
        self.area.turned.connect(self._tell)
        self.area.spare = self._spare
        outer.addWidget(self.area, 1)
        self.column = QVBoxLayout(self.area.inside)
        self.column.setContentsMargins(0, 0, 0, gap // 4)
        self.column.setSpacing(gap)

    def say_where(self, where: str) -> None:
        """Set the position in the flow that a line above all screen pages tells."""
        self._where = where
        self._tell()

    def complain(self, sentence: str) -> None:
        """Say in the line of several screen pages what is missing, until another one is shown."""
        self._missing, self._missing_at = sentence, self.area.current
        self._tell()

    def begin(self) -> None:
        """Show the first screen page; nothing is to be done where it was only just shown."""
        if not self.area.just_shown:
            self.area.begin()

    def _spare(self) -> int:
        """Return the height in pixels that the line leaves to the area of a single screen page."""
        if self._where or self.line.isHidden():
            return 0
        return self.area.y() - self.contentsRect().top() - self._margin

    def _tell(self) -> None:
        area, words = self.area, self._words
        several = len(area.screen_pages) > 1
        number, count = area.current + 1, len(area.screen_pages)
        page = words.leaf_count.format(number=number, count=count) if several else ""
        more = words.leaf_more if area.more else ""
        title = self._title if area.current else ""
        # That there is more has priority: it says which button to press.
        variants = (
            (self._where, page, more, title),
            (page, more, title),
            (page, more),
            (more or page,),
        )
        said = [BETWEEN.join(filter(None, parts)) for parts in variants]
        if area.current != self._missing_at:
            self._missing = ""
        if self._missing and several:
            self.line.say(self._missing, colour=self._icons.palette.warn)
        else:
            self.line.say(*filter(None, said))
        self.line.setVisible(bool(said[0]))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def stack_narrow(card: QWidget, width: int, height: int) -> None:
    """Put the button below the text of a card if that is lower, or if they are too wide."""
    layout = card.layout()
    if not isinstance(layout, QBoxLayout):
        return
    wide = width >= LETTERS_OF_A_CARD * card.fontMetrics().averageCharWidth()
    layout.setDirection(QBoxLayout.Direction.TopToBottom)
    stacked = layout.totalHeightForWidth(width)
    layout.setDirection(QBoxLayout.Direction.LeftToRight)
    beside = layout.totalHeightForWidth(width)
    fits = layout.totalMinimumSize().width() <= width
    if not (wide and fits) or beside > min(height, stacked):
        layout.setDirection(QBoxLayout.Direction.TopToBottom)

"""Frame of a page: a paged area below one line with the position or, further on, the title."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.paged_area import PagedArea

BETWEEN = "  ·  "

LETTERS_OF_A_CARD = 36
"""Width in letters from which a card has room for a button or code beside its text."""


class ElidedLabel(QLabel):
    """A single line that is elided rather than wrapped, so that it never moves the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def say(self, sentence: str) -> None:
        """Set the text; its accessible name is the unshortened text."""
        self._whole = sentence
        self.setAccessibleName(sentence)
        self.shorten()

    def shorten(self) -> None:
        """Elide the text to the current width."""
        room = max(self.width(), 1)
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

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
        self._words = context.words
        gap = context.theme.px("gap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, gap // 4, 0, 0)
        outer.setSpacing(gap // 4)
        self.line = ElidedLabel()
        self.line.hide()
        outer.addWidget(self.line)
        self.area = PagedArea()
        self.area.turned.connect(self._tell)
        outer.addWidget(self.area, 1)
        self.column = QVBoxLayout(self.area.inside)
        self.column.setContentsMargins(0, 0, 0, gap // 4)
        self.column.setSpacing(gap)

    def begin(self, where: str = "") -> None:
        """Show the first screen page, below a line with the position in the flow."""
        self._where = where
        self.area.current = 0
        self._tell()
        self.area.begin()

    def entitle(self, title: str) -> None:
        """Set the title that the line shows on further screen pages."""
        self._title = title

    def _tell(self) -> None:
        area = self.area
        said = [self._where] if self._where else []
        if len(area.screen_pages) > 1:
            count = self._words.leaf_count
            said.append(count.format(number=area.current + 1, count=len(area.screen_pages)))
        if area.more:
            said.append(self._words.leaf_more)
        if area.current:
            said.append(self._title)
        self.line.say(BETWEEN.join(said))
        self.line.setVisible(bool(said))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def stack_narrow(card: QWidget, width: int, height: int) -> None:
    """Put the button below the text of a card if that is lower, or if the card is narrow."""
    layout = card.layout()
    if not isinstance(layout, QBoxLayout):
        return
    wide = width >= LETTERS_OF_A_CARD * card.fontMetrics().averageCharWidth()
    layout.setDirection(QBoxLayout.Direction.TopToBottom)
    stacked = layout.totalHeightForWidth(width)
    layout.setDirection(QBoxLayout.Direction.LeftToRight)
    beside = layout.totalHeightForWidth(width)
    if not wide or beside > min(height, stacked):
        layout.setDirection(QBoxLayout.Direction.TopToBottom)

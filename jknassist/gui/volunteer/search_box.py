"""Finding by words: a field for a complaint or a message, and below it the places that fit best.

Not on a public screen: there is no keyboard, and what one visitor types is nothing for the next.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jknassist.core.text_rules import LONGEST_QUERY
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.widgets.factories import text_label

if TYPE_CHECKING:
    from jknassist.core.search.index import Match

PICTURE = 44


class ResultCard(QPushButton):
    """One place that fits: its picture, its title, and which words made it fit."""

    def __init__(self, match: "Match", context: UiContext) -> None:
        super().__init__()
        self.place_id = match.place_id
        place = context.knowledge.places[match.place_id]
        why = context.words.find_why.format(words=", ".join(match.why))
        self.setObjectName("found")
        self.setAccessibleName(place.title)
        self.setAccessibleDescription(why)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        gap = context.theme.px("gap")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap // 4, gap, gap // 4)
        row.setSpacing(gap)
        side = round(PICTURE * context.theme.scale)
        picture = QLabel()
        picture.setPixmap(context.icons.draw(place.picture, side, self.devicePixelRatioF()))
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(place.title, "label"))
        words.addWidget(text_label(why, "hint"))
        row.addLayout(words, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()


class SearchBox(QWidget):
    """Emits the place that was chosen, and `searching` with whether there is anything to choose."""

    chosen = Signal(str)
    searching = Signal(bool)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        self.top = QHBoxLayout()
        self.top.setSpacing(context.theme.px("gap_small"))
        self.field = QLineEdit()
        self.field.setObjectName("find")
        self.field.setPlaceholderText(context.words.find_label)
        self.field.setAccessibleName(context.words.find_label)
        self.field.setAccessibleDescription(context.words.find_how)
        self.field.setMaxLength(LONGEST_QUERY)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.top.addWidget(self.field, 1)
        column.addLayout(self.top)
        self.nothing = text_label(context.words.find_nothing, "hint")
        self.nothing.hide()
        column.addWidget(self.nothing)
        self._results = QVBoxLayout()
        self._results.setSpacing(context.theme.px("gap_small"))
        column.addLayout(self._results)
        self.found: tuple[ResultCard, ...] = ()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._ask)

    def _ask(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _search(self, text: str) -> None:
        """Show what fits the text, with each letter anew."""
        matches = self.context.search.find(text)
        for card in self.found:
            self._results.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.found = tuple(ResultCard(match, self.context) for match in matches)
        for card in self.found:
            card.clicked.connect(partial(self.chosen.emit, card.place_id))
            card.installEventFilter(self)
            self._results.addWidget(card)
        self.nothing.setVisible(bool(text.strip()) and not matches)
        self.searching.emit(bool(matches))
        self._tell(len(matches))

    def _tell(self, count: int) -> None:
        """Say how many places fit; who cannot see them walks over them by the arrow keys."""
        if count:
            announce(self.field, self.context.words.find_count.format(count=count))
        elif self.field.text().strip():
            announce(self.nothing, self.context.words.find_nothing)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk from the field over the places, and Enter take one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._walk(watched, event.key())
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, key: int) -> bool:
        stops = (self.field, *self.found)
        place = next((at for at, stop in enumerate(stops) if stop is watched), 0)
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.found:
                    self.found[max(0, place - 1)].click()
            case Qt.Key.Key_Down:
                stops[min(place + 1, len(stops) - 1)].setFocus()
            case Qt.Key.Key_Up:
                stops[max(place - 1, 0)].setFocus()
            case Qt.Key.Key_Escape:
                self.field.setText("")
                self.field.setFocus()
            case _:
                return False
        return True

"""What fits a complaint, below the field it is typed into: a card for each place, and the staff."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce, joined_sentences
from jknassist.gui.widgets.factories import button, text_label

if TYPE_CHECKING:
    from jknassist.core.search.index import Match

PICTURE = 44


class ResultCard(QPushButton):
    """One place that fits: its picture, its title, which words made it fit, and if it is unsure."""

    def __init__(self, match: "Match", context: UiContext) -> None:
        super().__init__()
        self.place_id = match.place_id
        place, words = context.knowledge.places[match.place_id], context.words
        why = words.find_why.format(words=", ".join(match.why))
        told = why if match.sure else f"{words.find_unsure} · {why}"
        self.setObjectName("found" if match.sure else "found_unsure")
        self.setAccessibleName(place.title)
        self.setAccessibleDescription(told)
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
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text_label(place.title, "label"))
        column.addWidget(text_label(told, "hint"))
        row.addLayout(column, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()


class SearchResults(QWidget):
    """Watches a field; emits the place that was chosen, and `searching` with whether any is shown.

    The arrow keys walk from the field over the cards, Enter takes one, Esc empties the field. What
    is weak says so above the cards and on them; nothing found says so and offers the staff.
    """

    chosen = Signal(str)
    searching = Signal(bool)
    staff_wanted = Signal()

    def __init__(self, field: QLineEdit, context: UiContext) -> None:
        super().__init__()
        self._field = field
        self._context = context
        words, gap = context.words, context.theme.px("gap_small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        self.unsure = text_label(words.find_unsure_title, "hint")
        self.nothing = text_label(f"{words.find_none} {words.find_nothing}", "hint")
        self.staff = button(f"{words.find_not_this} {words.find_ask_staff}", "secondary")
        self.staff.clicked.connect(self.staff_wanted)
        column.addWidget(self.unsure)
        self._grid = QGridLayout()
        self._grid.setSpacing(gap)
        column.addLayout(self._grid)
        below = QHBoxLayout()
        below.addWidget(self.nothing, 1)
        below.addWidget(self.staff)
        column.addLayout(below)
        self.found: tuple[ResultCard, ...] = ()
        self._columns = 1
        for label in (self.unsure, self.nothing, self.staff):
            label.hide()
        field.textChanged.connect(self._search)
        field.installEventFilter(self)

    def set_columns(self, columns: int) -> None:
        """Lay the cards out in so many columns."""
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _search(self, text: str) -> None:
        """Show what fits the text, with each letter anew."""
        matches = self._context.search.find(text)
        for card in self.found:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.found = tuple(ResultCard(match, self._context) for match in matches)
        for card in self.found:
            card.clicked.connect(partial(self.chosen.emit, card.place_id))
            card.installEventFilter(self)
        self._lay_out()
        typed = bool(text.strip())
        self.unsure.setVisible(bool(matches) and not matches[0].sure)
        self.nothing.setVisible(typed and not matches)
        self.staff.setVisible(typed)
        words = self._context.words
        self.staff.setText(
            f"{words.find_not_this} {words.find_ask_staff}" if matches else words.find_ask_staff
        )
        self.searching.emit(bool(matches))
        self._tell(matches)

    def _lay_out(self) -> None:
        for place, card in enumerate(self.found):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < self._columns))

    def _tell(self, matches: "tuple[Match, ...]") -> None:
        """Say how many places fit; who cannot see them walks over them by the arrow keys."""
        words = self._context.words
        if matches:
            count = words.find_count.format(count=len(matches))
            unsure = "" if matches[0].sure else words.find_unsure_title
            announce(self._field, joined_sentences(count, unsure))
        elif self._field.text().strip():
            announce(self.nothing, self.nothing.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk from the field over the places, and Enter take one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._walk(watched, event.key())
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, key: int) -> bool:
        stops = (self._field, *self.found)
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
                if not self._field.text():
                    return False
                self._field.setText("")
                self._field.setFocus()
            case _:
                return False
        return True

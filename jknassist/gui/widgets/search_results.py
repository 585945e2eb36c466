"""Search results below the search field: a card per match, and one for the staff."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.flow.graph import first_number_step, situation_of
from jknassist.core.search.number_in_query import is_phone_number
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce, joined_sentences
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.raised_button import RaisedButton

if TYPE_CHECKING:
    from jknassist.core.search.index import Match

PICTURE = 44

FEWER = 2
"""Maximum cards of an unsure result if only titles fit: one row with the staff card."""


class ResultCard(RaisedButton):
    """One match: picture, title, the situation in which it helps, and whether it is unsure."""

    def __init__(self, match: "Match", context: UiContext, *, situations: bool) -> None:
        super().__init__()
        self.place_id, self.sure = match.place_id, match.sure
        place, words = context.knowledge.places[match.place_id], context.words
        situation = situation_of(context.knowledge, match.place_id) if situations else ""
        hints = tuple(filter(None, ("" if match.sure else words.find_unsure, situation)))
        self.setObjectName("found" if match.sure else "found_unsure")
        self.setAccessibleName(place.title)
        self.setAccessibleDescription(" · ".join(hints))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        gap = context.theme.px("gap")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap // 4, gap, gap // 4)
        row.setSpacing(gap)
        self._context, self._name = context, place.picture
        self._picture = QLabel()
        row.addWidget(self._picture)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text_label(place.title, "label"))
        self._hints = text_label(" · ".join(hints), "hint")
        self._hints.use_whole_width(whole=True)
        column.addWidget(self._hints)
        row.addLayout(column, 1)
        self.set_bare(bare=False)
        self.set_picture(PICTURE)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_picture(self, side: int) -> None:
        """Draw the picture with a side in pixels at scale 1."""
        context = self._context
        pixels = round(side * context.theme.scale)
        drawn = context.icons.draw(self._name, pixels, self.devicePixelRatioF())
        self._picture.setPixmap(drawn)

    def set_bare(self, *, bare: bool) -> None:
        """Show the title only."""
        self._picture.setHidden(bare)
        self._hints.setHidden(bare or not self._hints.text())

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()


class SearchResults(QWidget):
    """Searches for the text of a field; emits the chosen place, and `searching` with visibility.

    Arrow keys move from the field over the cards, Enter chooses one, Esc clears the field. Unsure
    matches are marked above and on the cards; without matches the staff card is offered. A phone
    number is offered to be checked instead: `number_typed` emits it.
    """

    chosen = Signal(str)
    number_typed = Signal(str)
    searching = Signal(bool)
    staff_wanted = Signal()

    def __init__(self, field: QLineEdit, context: UiContext, *, situations: bool = True) -> None:
        super().__init__()
        self._situations = situations
        self._field = field
        self._context = context
        words, gap = context.words, context.theme.px("gap_small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        self.unsure = text_label(words.find_unsure_title, "hint")
        self.nothing = text_label(f"{words.find_none} {words.find_nothing}", "hint")
        self.number = button(words.find_number_check, "primary")
        self.number.setParent(self)
        self.number.clicked.connect(self._emit_number)
        self.number.installEventFilter(self)
        self.staff = button(f"{words.find_not_this} {words.find_ask_staff}", "secondary")
        self.staff.setParent(self)  # it is laid out with the first results only
        self.staff.clicked.connect(self.staff_wanted)
        column.addWidget(self.unsure)
        column.addWidget(self.nothing)
        self._grid = QGridLayout()
        self._grid.setSpacing(gap)
        column.addLayout(self._grid)
        self.found: tuple[ResultCard, ...] = ()
        self._columns, self._bare, self.picture_side = 1, False, PICTURE
        for label in (self.unsure, self.nothing, self.number, self.staff):
            label.hide()
        field.textChanged.connect(self._search)
        field.installEventFilter(self)

    def arrange(self, columns: int, *, bare: bool = False, picture: int = PICTURE) -> None:
        """Arrange the cards in at most `columns` columns; with `bare` show titles only.

        `picture` is the side of their pictures in pixels at scale 1.
        """
        if (columns, bare, picture) != (self._columns, self._bare, self.picture_side):
            self._columns, self._bare, self.picture_side = columns, bare, picture
            self._lay_out()

    def _search(self, text: str) -> None:
        """Show the matches of the text, after each letter."""
        matches = self._context.search.find(text)
        for card in self.found:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.found = tuple(
            ResultCard(match, self._context, situations=self._situations) for match in matches
        )
        for card in self.found:
            # Without a parent it would open as a top-level window and take the focus.
            card.setParent(self)
            card.clicked.connect(partial(self.chosen.emit, card.place_id))
            card.installEventFilter(self)
        typed = bool(text.strip())
        number = not matches and is_phone_number(text)
        self.number.setVisible(number and bool(first_number_step(self._context.knowledge)))
        self._lay_out()
        self.unsure.setVisible(bool(matches) and not matches[0].sure)
        self.nothing.setVisible(typed and not matches)
        self.staff.setVisible(typed)
        words = self._context.words
        told = words.find_number if number else f"{words.find_none} {words.find_nothing}"
        self.nothing.setText(told)
        self.staff.setText(
            f"{words.find_not_this} {words.find_ask_staff}" if matches else words.find_ask_staff
        )
        self.searching.emit(bool(matches))
        self._tell(matches)

    def _lay_out(self) -> None:
        weak = bool(self.found) and not self.found[0].sure
        shown = self.found[:FEWER] if weak and self._bare else self.found
        cells = (*shown, *(() if self.number.isHidden() else (self.number,)), self.staff)
        for card in self.found:
            card.set_bare(bare=self._bare)
            card.set_picture(self.picture_side)
            card.setVisible(card in shown)
        widest = max(cell.minimumSizeHint().width() for cell in cells) + self._grid.spacing()
        columns = max(1, min(self._columns, self.width() // widest))
        for place, cell in enumerate(cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))

    def _emit_number(self) -> None:
        self.number_typed.emit(self._field.text())

    def _tell(self, matches: "tuple[Match, ...]") -> None:
        """Announce the number of matches to a screen reader."""
        words = self._context.words
        if matches:
            count = words.find_count.format(count=len(matches))
            unsure = "" if matches[0].sure else words.find_unsure_title
            announce(self._field, joined_sentences(count, unsure))
        elif self._field.text().strip():
            announce(self.nothing, self.nothing.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle arrow keys, Enter and Esc in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._walk(watched, event.key())
        return super().eventFilter(watched, event)

    def _walk(self, watched: QObject, key: int) -> bool:
        offers = [card for card in (*self.found, self.number) if not card.isHidden()]
        stops = (self._field, *offers)
        place = next((at for at, stop in enumerate(stops) if stop is watched), 0)
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if offers:
                    offers[max(0, place - 1)].click()
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

"""Result view of a number list: groups with counts, and the first entries of one group."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jknassist.content.number_files.examination import Examined
from jknassist.content.number_files.listing import repairs_text
from jknassist.core.phone.number_list import ListedNumber, ListGroup
from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.volunteer.number_list_tab import GroupTab
from jknassist.gui.widgets.factories import text_label

SAYS = 3
"""Index of the column of sentences, which takes the remaining width."""

LOWEST = 4
"""Minimum number of visible rows, including the heading."""


class ResultTable(QTableWidget):
    """The entries of a group; the arrow keys also change the group, Ctrl+C copies the number."""

    group_wanted = Signal(int)
    copy_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(0, 5)
        words = context.words
        self.setHorizontalHeaderLabels(
            [
                words.list_line,
                words.list_column,
                words.list_typed,
                words.list_says,
                words.list_suggestion,
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumHeight(LOWEST * context.theme.px("target"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(context.theme.px("target"))
        self.verticalScrollBar().valueChanged.connect(self.fit_rows)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)  # of the visible rows only
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in range(self.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SAYS, QHeaderView.ResizeMode.Stretch)

    def fit_rows(self) -> None:
        """Fit the height of the visible rows; fitting all at once would block the window."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height())
        for row in range(first, (last if last >= 0 else self.rowCount() - 1) + 1):
            self.resizeRowToContents(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif step is not None:
            self.group_wanted.emit(step)
        else:
            super().keyPressEvent(event)


class ResultView(QWidget):
    """Shows one group at a time; opens with the most urgent one that is not empty.

    `selected` is emitted with the number of the selected row, empty if it has none to use.
    """

    selected = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._examined: Examined | None = None
        self._shown: list[ListedNumber] = []
        self.group = ListGroup.WRONG
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        row = QHBoxLayout()
        row.setSpacing(context.theme.px("gap_small"))
        self.tabs: dict[ListGroup, GroupTab] = {}
        for group in ListGroup:
            tab = GroupTab(group, group_name(group, context.words), context)
            tab.clicked.connect(partial(self.show_group, group))
            self.tabs[group] = tab
            row.addWidget(tab, 1)
        column.addLayout(row)
        self.note = text_label("", "hint")
        column.addWidget(self.note)
        self.table = ResultTable(context)
        self.table.group_wanted.connect(self._step)
        self.table.itemSelectionChanged.connect(self._select)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(context.theme.px("gap"))
        self.sum = text_label("", "hint")
        self._keys = text_label(context.words.list_keys, "hint")
        foot.addWidget(self.sum, 1)
        foot.addWidget(self._keys, 1)
        column.addLayout(foot)

    @property
    def number(self) -> str:
        """The number of the selected row; empty if it has none to use."""
        row = self.table.currentRow()
        return self._shown[row].offered if 0 <= row < len(self._shown) else ""

    def show_result(self, examined: Examined) -> None:
        """Show the result of a list."""
        self._examined = examined
        words = self._context.words
        for group, tab in self.tabs.items():
            tab.count(examined.counts[group])
        parts = " + ".join(str(examined.counts[group]) for group in ListGroup)
        count = sum(examined.counts.values())
        self.sum.setText(words.list_sum.format(parts=parts, count=count))
        first = next((group for group in ListGroup if examined.counts[group]), ListGroup.WRONG)
        self.show_group(first)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack_tabs()

    def _stack_tabs(self) -> None:
        """Put the names of the groups below their counts where the row is too narrow."""
        each = self.width() // len(self.tabs) - self._context.theme.px("gap_small")
        stacked = any(tab.width_beside() > each for tab in self.tabs.values())
        for tab in self.tabs.values():
            tab.stack(stacked=stacked)

    def forget(self) -> None:
        """Clear the view."""
        self._examined = None
        self._fill([])
        for label in (self.note, self.sum):
            label.setText("")

    def show_group(self, group: ListGroup) -> None:
        """Show the entries of a group."""
        if self._examined is None:
            return
        self.group = group
        self.tabs[group].setChecked(True)
        note = self._note(self._examined)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._fill(self._examined.shown[group])
        self.table.setAccessibleName(self.tabs[group].text())

    def _note(self, examined: Examined) -> str:
        words = self._context.words
        count = examined.counts[self.group]
        rest = count - len(examined.shown[self.group])
        repairs = repairs_text(examined.summary, words) if self.group is ListGroup.REPAIRED else ""
        more = words.list_more.format(count=rest) if rest else ""
        empty = "" if count else words.list_group_empty
        return " ".join(filter(None, (repairs and f"{repairs}.", more, empty)))

    def _fill(self, entries: list[ListedNumber]) -> None:
        words = self._context.words
        self._shown = entries
        self.table.setUpdatesEnabled(False)
        self.table.setRowCount(0)
        self.table.setRowCount(len(entries))
        for row, one in enumerate(entries):
            for column, text in enumerate(cells(one, words)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setUpdatesEnabled(True)
        self.table.fit_rows()
        if entries:
            self.table.setCurrentCell(0, 0)
        self._select()

    def _select(self) -> None:
        self.selected.emit(self.number)

    def _step(self, step: int) -> None:
        groups = list(ListGroup)
        self.show_group(groups[(groups.index(self.group) + step) % len(groups)])


def cells(one: ListedNumber, words: InterfaceWords) -> tuple[str, ...]:
    """Return the cells of an entry, without text that may be a card number."""
    says = (*one.sentences, *((words.list_duplicate,) if one.duplicate else ()))
    written = words.list_private if one.private else one.written
    suggestion = one.suggestion or one.offered
    return (str(one.row), one.column, written, " ".join(says), suggestion)


def group_name(group: ListGroup, words: InterfaceWords) -> str:
    """Return the display name of a group."""
    name: str = getattr(words, f"list_group_{group}")
    return name

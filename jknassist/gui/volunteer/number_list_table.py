"""Table of the entries of one group of a number list, with a button to copy the number of each."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from jknassist.core.phone.number_list import ListedNumber
from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.wrapping_button import WrappingButton

COLUMN = 1
"""Index of the column that says from which column of the list a number is."""

SAYS = 3
"""Index of the column of sentences, which takes the remaining width."""

SUGGESTION = 4
NUMBERS = frozenset({2, SUGGESTION})
"""Indexes of the columns of numbers, which are bold."""

COPY = 5
"""Index of the column of buttons."""

NARROWEST = 20
"""Width in letters below which sentences are not read: the buttons give way before."""

LOWEST = 4
"""Minimum number of visible rows, including the heading."""


class WholeCell(QStyledItemDelegate):
    """Gives a widget its whole cell, not only what the style sheet leaves for text."""

    @override
    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        editor.setGeometry(option.rect)


class SentenceDelegate(QStyledItemDelegate):
    """Wraps text within the padding of the style sheet, which Qt forgets in the height of a row."""

    def __init__(self, padding: int, parent: QObject) -> None:
        super().__init__(parent)
        self._padding = padding

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        narrower = QStyleOptionViewItem(option)
        inside = option.rect.adjusted(0, 0, -2 * self._padding, 0)
        narrower.rect = inside
        return super().sizeHint(narrower, index)


class ResultTable(QTableWidget):
    """The entries of a group; the arrow keys also change the group, Ctrl+C copies the number.

    `copy_wanted` is emitted with the number of a row and the button there.
    """

    group_wanted = Signal(int)
    copy_wanted = Signal(str, object)

    def __init__(self, context: UiContext) -> None:
        super().__init__(0, COPY + 1)
        self._context = context
        self._entries: Sequence[ListedNumber] = ()
        self._copy_buttons: dict[int, WrappingButton] = {}
        self._buttons_width = 0
        words = context.words
        self.setHorizontalHeaderLabels(
            [
                words.list_line,
                words.list_column,
                words.list_typed,
                words.list_says,
                words.list_suggestion,
                "",
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        # A row may be taller than the table.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumHeight(LOWEST * context.theme.px("target"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(context.theme.px("target"))
        self.verticalHeader().setMinimumSectionSize(context.theme.px("target"))
        self.verticalScrollBar().valueChanged.connect(self.fit_rows)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)  # of the visible rows only
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(COPY, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SAYS, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._wrap_again)
        self._delegates = {
            SAYS: SentenceDelegate(context.theme.px("gap_small"), self),
            COPY: WholeCell(self),
        }
        for column, delegate in self._delegates.items():
            self.setItemDelegateForColumn(column, delegate)

    def name_columns(self, *, named: bool) -> None:
        """Show from which column of the list each number is, where several were read."""
        self.setColumnHidden(COLUMN, not named)

    def show_entries(self, entries: Sequence[ListedNumber]) -> None:
        """Show entries in place of those before, and select the first one."""
        words, bold = self._context.words, QFont(self.font())
        bold.setBold(True)
        between = f" {self._context.knowledge.number_words.list_or} "
        self._entries = entries
        self._copy_buttons = {}
        self.setUpdatesEnabled(False)
        self.setRowCount(0)
        self.setRowCount(len(entries))
        for row, one in enumerate(entries):
            for column, text in enumerate(cells(one, words)):
                item = QTableWidgetItem(text)
                if column == SUGGESTION:
                    # Numbers below each other leave the sentences more width.
                    item.setText(text.replace(between, f"{between.rstrip()}\n"))
                if column in NUMBERS and text != words.list_no_suggestion:
                    item.setFont(bold)
                self.setItem(row, column, item)
        self.setUpdatesEnabled(True)
        self._fit_copy_column()
        self.fit_rows()
        if entries:
            self.setCurrentCell(0, 0)

    def _fit_copy_column(self) -> None:
        """Make room for the buttons, as wide as what they say afterwards; none without numbers."""
        if not any(one.offered for one in self._entries):
            self.setColumnHidden(COPY, True)  # noqa: FBT003  as Qt has it
            return
        needed, _ = self._copy_cell(0, self._context.words.copied)
        size = needed.sizeHint()
        needed.deleteLater()
        self.setColumnWidth(COPY, size.width())
        self._buttons_width = size.width()
        least = max(size.height(), self._context.theme.px("target"))
        self.verticalHeader().setMinimumSectionSize(least)
        self._show_copy_column()

    def _show_copy_column(self) -> None:
        """Show the buttons where they leave the sentences enough width; Ctrl+C does the same."""
        if not any(one.offered for one in self._entries):
            return
        others = (c for c in range(COPY) if c != SAYS and not self.isColumnHidden(c))
        header = self.horizontalHeader()
        taken = sum(max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in others)
        words = NARROWEST * self.fontMetrics().averageCharWidth()
        crowded = self.viewport().width() - taken - self._buttons_width < words
        self.setColumnHidden(COPY, crowded)

    def fit_rows(self) -> None:
        """Complete the visible rows: doing so for all at once would block the window."""
        visible = list(self._visible_rows())
        for row in visible:
            if self._entries[row].offered and row not in self._copy_buttons:
                cell, self._copy_buttons[row] = self._copy_cell(row, self._context.words.copy)
                self.setCellWidget(row, COPY, cell)
        for row in visible:
            self.resizeRowToContents(row)

    def _wrap_again(self, column: int) -> None:
        if column == SAYS:
            self.fit_rows()

    def _visible_rows(self) -> Iterator[int]:
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height())
        yield from range(first, (last if last >= 0 else self.rowCount() - 1) + 1)

    def _copy_cell(self, row: int, says: str) -> tuple[QWidget, WrappingButton]:
        """Return the button of a row with space around it, and the button itself."""
        number = self._entries[row].offered
        space = self._context.theme.px("gap_small")
        cell = QWidget(self)
        layout = QHBoxLayout(cell)
        layout.setContentsMargins(space, space // 2, space, space // 2)
        made = button(says, "row_copy")
        made.set_sign(Sign.COPY)
        layout.addWidget(made)
        made.ensurePolished()
        made.setAccessibleName(self._context.words.list_copy.format(number=number))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+C does the same
        made.clicked.connect(partial(self._copy, row))
        return cell, made

    def copy_button(self, row: int) -> WrappingButton | None:
        """Return the button of a visible row; None if the row has no number to copy."""
        return self._copy_buttons.get(row)

    def _copy(self, row: int) -> None:
        self.copy_wanted.emit(self._entries[row].offered, self.copy_button(row))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_copy_column()
        self.fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        row = self.currentRow()
        if event.matches(QKeySequence.StandardKey.Copy):
            if 0 <= row < len(self._entries) and self._entries[row].offered:
                self.scrollTo(self.currentIndex())
                self._copy(row)
        elif step is not None:
            self.group_wanted.emit(step)
        else:
            super().keyPressEvent(event)


def cells(one: ListedNumber, words: InterfaceWords) -> tuple[str, ...]:
    """Return the cells of an entry, without text that may be a card number."""
    says = (*one.sentences, *((words.list_duplicate,) if one.duplicate else ()))
    written = words.list_private if one.private else one.written
    suggestion = one.suggestion or one.offered or words.list_no_suggestion
    return (str(one.row), one.column, written, " ".join(says), suggestion)

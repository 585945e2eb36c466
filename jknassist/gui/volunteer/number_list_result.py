"""Result view of a number list: groups with counts, and the first entries of one group."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.content.number_files.examination import Examined
from jknassist.content.number_files.listing import repairs_text
from jknassist.core.export.number_list_csv import group_name
from jknassist.core.phone.number_list import ListGroup
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.volunteer.number_list_tab import GroupTab
from jknassist.gui.volunteer.number_list_table import ResultTable
from jknassist.gui.widgets.factories import text_label


class ResultView(QWidget):
    """Shows one group at a time; opens with the most urgent one that is not empty.

    `group_shown` is emitted with the number of entries of a group that is shown.
    """

    group_shown = Signal(int)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._examined: Examined | None = None
        self.group = ListGroup.WRONG
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        self._tab_row = row = QHBoxLayout()
        row.setSpacing(context.theme.px("gap_small"))
        self.tabs: dict[ListGroup, GroupTab] = {}
        for group in ListGroup:
            tab = GroupTab(group, group_name(group, context.words), context)
            tab.clicked.connect(partial(self.show_group, group))
            self.tabs[group] = tab
            row.addWidget(tab, 1)
        column.addLayout(row)
        self.note = text_label("", "hint")
        self.table = ResultTable(context)
        self.table.group_wanted.connect(self._step)
        column.addWidget(self.table, 1)
        self._foot = foot = QHBoxLayout()
        foot.setSpacing(context.theme.px("gap"))
        self._keys = text_label(context.words.list_keys, "hint")
        self.sum = text_label("", "hint")
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label, share in ((self._keys, 1), (self.note, 0), (self.sum, 0)):
            label.use_whole_width(whole=True)
            foot.addWidget(label, share)
        column.addLayout(foot)

    def show_result(self, examined: Examined) -> None:
        """Show the result of a list."""
        self._examined = examined
        for group, tab in self.tabs.items():
            tab.count(self._context.format_count(examined.counts[group]))
        parts = " + ".join(
            self._context.format_count(examined.counts[group]) for group in ListGroup
        )
        count = self._context.format_count(sum(examined.counts.values()))
        self.sum.setText(self._context.words.list_sum.format(parts=parts, count=count))
        self.table.name_columns(named=len(examined.summary.columns) > 1)
        self._fit_tabs()
        first = next((group for group in ListGroup if examined.counts[group]), ListGroup.WRONG)
        self.show_group(first)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()
        self._place_note()

    def _fit_tabs(self) -> None:
        """Make all tabs equal, else each as wide as it needs, else put names below counts."""
        tabs = self.tabs.values()
        needed = [tab.width_beside() for tab in tabs]
        free = self.width() - (len(needed) - 1) * self._tab_row.spacing()
        stacked = sum(needed) > free
        equal = stacked or max(needed) * len(needed) <= free
        for at, tab in enumerate(tabs):
            tab.stack(stacked=stacked)
            self._tab_row.setStretch(at, 1 if equal else needed[at])

    def _place_note(self) -> None:
        """Put the note between the keys and the sum, or above the table without room there."""
        labels = (self._keys, self.note, self.sum)
        gaps = (len(labels) - 1) * self._foot.spacing()
        below = sum(label.sizeHint().width() for label in labels) + gaps <= self.width()
        if below != (self._foot.indexOf(self.note) >= 0):
            old, new = (self._column, self._foot) if below else (self._foot, self._column)
            old.removeWidget(self.note)
            new.insertWidget(1, self.note)

    def forget(self) -> None:
        """Clear the view."""
        self._examined = None
        self.table.show_entries([])
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
        self._place_note()
        self.note.setVisible(bool(note))
        self.table.show_entries(self._examined.shown[group])
        self.table.setAccessibleName(self.tabs[group].text())
        self.group_shown.emit(self._examined.counts[group])

    def copy_of_group(self, most: int) -> str:
        """Return the first entries of the group that is shown, as text to paste."""
        return "" if self._examined is None else self._examined.result.copy_of(self.group, most)

    def _note(self, examined: Examined) -> str:
        words = self._context.words
        count = examined.counts[self.group]
        rest = count - len(examined.shown[self.group])
        repaired = self.group is ListGroup.REPAIRED
        repairs = repairs_text(examined.summary, self._context.knowledge) if repaired else ""
        more = words.list_more.format(count=self._context.format_count(rest)) if rest else ""
        empty = "" if count else words.list_group_empty
        return " ".join(filter(None, (repairs and f"{repairs}.", more, empty)))

    def _step(self, step: int) -> None:
        groups = list(ListGroup)
        self.show_group(groups[(groups.index(self.group) + step) % len(groups)])

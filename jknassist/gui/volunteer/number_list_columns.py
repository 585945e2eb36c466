"""Column chooser of a number list: detected columns are ticked, others can be added."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.content.number_files.columns import Column
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import button, text_label

TICK = "✓ "
MOST_OFFERED = 12
MOST_NAMED = 8
"""Maximum number of unread columns that are named; a wide table has dozens."""

LONGEST_NAME = 24
IN_A_ROW = 4


class ColumnChooser(QWidget):
    """A toggle button per column that may contain numbers; emits `changed`."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._buttons: dict[int, QPushButton] = {}
        self._columns: tuple[Column, ...] = ()
        self._taken: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap"))
        column.addWidget(text_label(context.words.list_columns, "label"))
        # PySide holds what a layout has when it is added to another, and these come and go.
        self._offered = QWidget()
        column.addWidget(self._offered)
        self._not_read = text_label("", "hint")
        column.addWidget(self._not_read)

    def offer(self, columns: Sequence[Column], taken: Sequence[Column]) -> None:
        """Show the columns of a list with the detected ones selected."""
        self._columns = tuple(columns)
        self._taken = {column.index for column in taken}
        free = [column for column in columns if not column.locked or column in taken]
        free.sort(key=lambda column: (column not in taken, column.index))
        offered = sorted(free[:MOST_OFFERED], key=lambda column: column.index)
        self._renew(offered)
        rest = [column for column in columns if column not in offered]
        self._not_read.setText(self._told(rest))
        self._not_read.setVisible(bool(rest))

    @property
    def taken(self) -> tuple[Column, ...]:
        """The selected columns."""
        return tuple(column for column in self._columns if column.index in self._taken)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the columns from left to right."""
        return tuple(self._buttons.values())

    def _renew(self, offered: Sequence[Column]) -> None:
        old, self._offered = self._offered, QWidget()
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._offered)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._offered)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._context.theme.px("gap_small"))
        width = max(1, int(IN_A_ROW / self._context.theme.letters))
        self._buttons = {}
        for number, column in enumerate(offered):
            made = button(column.name)
            made.setCheckable(True)
            made.setChecked(column.index in self._taken)
            made.toggled.connect(partial(self._choose, column))
            self._buttons[column.index] = made
            self._tick(column)
            grid.addWidget(made, number // width, number % width, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(width, 1)

    def _choose(self, column: Column, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        (self._taken.add if checked else self._taken.discard)(column.index)
        self._tick(column)
        self.changed.emit()

    def _tick(self, column: Column) -> None:
        mark = TICK if column.index in self._taken else ""
        self._buttons[column.index].setText(mark + short(column.name).replace("&", "&&"))

    def _told(self, columns: Sequence[Column]) -> str:
        names = [short(column.name) for column in columns[:MOST_NAMED]]
        more = ["..."] if len(columns) > MOST_NAMED else []
        return self._context.words.list_not_read.format(columns=", ".join([*names, *more]))


def short(name: str) -> str:
    """Return a heading shortened to fit on a button."""
    flat = " ".join(name.split())
    return flat if len(flat) <= LONGEST_NAME else f"{flat[: LONGEST_NAME - 1]}…"

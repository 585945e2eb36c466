"""Column chooser of a number list: detected columns are ticked, others can be added."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.content.number_files.columns import Column
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.flow_row import FlowRow

TICK = "✓ "
MOST_OFFERED = 12
MOST_NAMED = 8
"""Maximum number of unread columns that are named; a wide table has dozens."""

LONGEST_NAME = 24


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
        self._row = FlowRow(context.theme.px("gap_small"))
        column.addWidget(self._row)

    def offer(self, columns: Sequence[Column], taken: Sequence[Column]) -> None:
        """Show the columns of a list with the detected ones selected."""
        self._columns = tuple(columns)
        self._taken = {column.index for column in taken}
        free = [column for column in columns if not column.locked or column in taken]
        free.sort(key=lambda column: (column not in taken, column.index))
        offered = sorted(free[:MOST_OFFERED], key=lambda column: column.index)
        self._renew(offered)
        rest = [column for column in columns if column not in offered]
        label = QLabel(self._context.words.list_columns)
        label.setObjectName("label")
        not_read = [self._told(column) for column in rest[:MOST_NAMED]]
        self._row.hold((label, *self._buttons.values(), *not_read))

    @property
    def offers_choice(self) -> bool:
        """Whether there is more than one column to choose from."""
        return len(self._columns) > 1

    @property
    def taken(self) -> tuple[Column, ...]:
        """The selected columns."""
        return tuple(column for column in self._columns if column.index in self._taken)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons of the columns from left to right."""
        return tuple(self._buttons.values())

    def _renew(self, offered: Sequence[Column]) -> None:
        self._buttons = {}
        for column in offered:
            made = button(column.name, "chip")
            made.setCheckable(True)
            made.setChecked(column.index in self._taken)
            made.toggled.connect(partial(self._choose, column))
            self._buttons[column.index] = made
            self._tick(column)

    def _choose(self, column: Column, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        (self._taken.add if checked else self._taken.discard)(column.index)
        self._tick(column)
        self._row.refit()
        self.changed.emit()

    def _tick(self, column: Column) -> None:
        mark = TICK if column.index in self._taken else ""
        self._buttons[column.index].setText(mark + short(column.name).replace("&", "&&"))

    def _told(self, column: Column) -> QLabel:
        """Return the mark of a column that is not read: for ever, or because nothing is in it."""
        words = self._context.words
        never, name = column.private, short(column.name)
        told = (words.list_never if never else words.list_skipped).format(column=name)
        label = QLabel(told)
        label.setObjectName("chip_never" if never else "chip_skipped")
        return label


def short(name: str) -> str:
    """Return a heading shortened to fit on a button."""
    flat = " ".join(name.split())
    return flat if len(flat) <= LONGEST_NAME else f"{flat[: LONGEST_NAME - 1]}…"

"""Finding by words on a laptop: a field for a complaint or a message, and what fits below it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jknassist.core.text_rules import LONGEST_QUERY
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.search_results import ResultCard, SearchResults


class SearchBox(QWidget):
    """Emits the place that was chosen, and `searching` with whether there is anything to choose."""

    chosen = Signal(str)
    searching = Signal(bool)
    staff_wanted = Signal()

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
        self.top.addWidget(self.field, 1)
        column.addLayout(self.top)
        self.results = SearchResults(self.field, context)
        self.results.chosen.connect(self.chosen)
        self.results.searching.connect(self.searching)
        self.results.staff_wanted.connect(self.staff_wanted)
        column.addWidget(self.results)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._ask)

    @property
    def found(self) -> tuple[ResultCard, ...]:
        """The cards of the places that fit what is typed."""
        return self.results.found

    def _ask(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

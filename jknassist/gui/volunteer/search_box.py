"""Search box of the laptop: a field for a complaint or a message, and the results below."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jknassist.core.flow.sheet_number import is_whole
from jknassist.core.text_rules import LONGEST_QUERY
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.search_results import ResultCard, SearchResults

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QWidget):
    """Emits the chosen place, and `searching` with whether there are results.

    A sheet number with Enter after it, as scanners type, is emitted by `sheet_typed`.
    """

    chosen = Signal(str)
    number_typed = Signal(str)
    searching = Signal(bool)
    staff_wanted = Signal()
    sheet_typed = Signal(str)

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
        self.results.number_typed.connect(self.number_typed)
        self.results.searching.connect(self.searching)
        self.results.staff_wanted.connect(self.staff_wanted)
        column.addWidget(self.results)
        # Installed last: it sees Enter before the results do.
        self.field.installEventFilter(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._ask)

    @property
    def found(self) -> tuple[ResultCard, ...]:
        """The cards of the matches."""
        return self.results.found

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter after a sheet number; text that only resembles one is searched for."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = self.field.text()
            if event.key() in ENTER_KEYS and not self.found and is_whole(text):
                self.field.clear()
                self.sheet_typed.emit(text)
                return True
        return super().eventFilter(watched, event)

    def write(self, text: str) -> None:
        """Append a text to the field and set the focus."""
        self.field.setFocus()
        self.field.end(False)  # noqa: FBT003  Qt names no argument
        self.field.insert(text)

    def _ask(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

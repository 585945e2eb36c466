"""Search and tools on the first page of a laptop: a column of its own, or a row with the field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.flow.formatting import data_line
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.style.signs import Sign
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.paged_area import DENSE

LETTERS_OF_A_FIELD = 14
"""Width in letters that a field keeps beside the tools."""


class SearchSide(QWidget):
    """Emits which tool is wanted; `search_box` emits what is found.

    As a column it has titles, the tools below the results, and what the program is. As a row the
    tools stand beside the field where it keeps enough width, else below it.
    """

    list_wanted = Signal()
    statistics_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        words, gap = context.words, context.theme.px("gap_small")
        self._active, self._words = context.active_theme, words
        self.search_box = SearchBox(context)
        self._title = text_label(words.find_label, "side_title")
        self._tools_title = text_label(words.tools_title, "side_title")
        told = joined_sentences(data_line(context.knowledge), *context.knowledge.about)
        self._note = text_label(told, "quiet")
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        offered = [(words.list_button, Sign.LIST, self.list_wanted)]
        if context.statistics is not None:
            offered.append((words.tally_button, Sign.BARS, self.statistics_wanted))
        offered.append((words.sheet_button, Sign.SHEET, self.sheet_wanted))
        for text, sign, wanted in offered:
            row.addWidget(made := button(text))
            made.set_sign(sign)
            made.clicked.connect(wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._column.addWidget(self._title)
        self._column.addWidget(self.search_box)
        self._column.addWidget(self._tools_title)
        self._column.addWidget(self._tools)
        self._column.addWidget(self._note)
        self._column.addStretch()

    def fit(self, width: int, density: int, *, column: bool, searching: bool) -> None:
        """Adapt to a width in pixels, a density, and whether it is a column beside the answers.

        While results are shown, what the program is gives way first, then the tools.
        """
        roomy = column and not (searching and density > 1)
        tools = not (column and searching and density >= DENSE)
        for widget, shown in (
            (self._title, column),
            (self._tools_title, column and tools),
            (self._tools, tools),
            (self._note, roomy),
        ):
            if widget.isHidden() == shown:
                widget.setVisible(shown)
        letters = LETTERS_OF_A_FIELD * self.search_box.field.fontMetrics().averageCharWidth()
        beside = not column and self._tools.sizeHint().width() + letters <= width
        held = self.search_box.top.indexOf(self._tools) >= 0
        if beside and not held:
            self.search_box.top.addWidget(self._tools)
        elif held and not beside:
            self._column.insertWidget(self._column.indexOf(self._tools_title) + 1, self._tools)
        words = self._words
        self.search_box.field.setPlaceholderText(words.find_how if column else words.find_label)
        self.search_box.results.arrange(1, bare=column and density > DENSE)
        gap = self._active.now.px("gap" if column and density <= 1 else "gap_small")
        self._column.setSpacing(gap)

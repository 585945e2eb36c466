"""Panel with what has no room on an outcome page: all contacts with their QR codes, and more.

On a public screen, where nothing can be copied; "Kontak lain dan QR" leads here.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.summary import Summary
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.column_grid import lay_in_columns
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.page_frame import stack_narrow

LETTERS = 36
"""Width of a column in letters from which contacts have two columns."""


class OutcomeDetailsPanel(Panel):
    """The contacts of one ending with their codes, its sheet number, its how-tos and sources."""

    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()

    def __init__(self, summary: Summary, context: UiContext) -> None:
        super().__init__(context.words.other_contacts, context)
        words = context.words
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._cards = [
            ContactCard(row, context, brief=True, with_code=True) for row in summary.contacts
        ]
        for card in self._cards:
            card.copy_wanted.connect(self.copy_wanted)
        lay_in_columns(self._grid, self._cards, 1)
        self.column.addWidget(inside)
        self.add_frame("sheet", summary.sheet_line)
        for guide in summary.guides:
            self._offer(guide.title, partial(self.guide_wanted.emit, guide.id))
        self._offer(words.review, self.review_wanted.emit)
        self._offer(words.sources_button, self.sources_wanted.emit)
        self.column.addStretch()

    def _offer(self, text: str, wanted: Callable[[], object]) -> None:
        made = button(text)
        made.clicked.connect(partial(_call, wanted))
        self.column.addWidget(made)

    @override
    def set_density(self, density: int) -> None:
        """Use two columns if the width allows."""
        super().set_density(density)
        width, spacing = self.area.width(), self.column.spacing()
        columns = 2 if width >= 2 * LETTERS * self.fontMetrics().averageCharWidth() else 1
        self._grid.setSpacing(spacing)
        lay_in_columns(self._grid, self._cards, columns)
        for card in self._cards:
            stack_narrow(card, width // columns, self.area.height())


def _call(wanted: Callable[[], object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    """Call what a button asks for, without the state that Qt tells of it."""
    wanted()

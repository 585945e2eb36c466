"""Search panel of a kiosk: a field, an on-screen keyboard, and the results as cards.

The text is wiped when the panel closes, and the panel is deleted with the visit. Letters of a
physical keyboard reach the field only while it has the focus (`gui/kiosk/input_filter.py`).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from jknassist.core.text_rules import LONGEST_QUERY
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.keyboard import ERASE, SPACE, Keyboard, LetterField
from jknassist.gui.widgets.paged_area import DENSE, PAGINATED
from jknassist.gui.widgets.search_results import SearchResults

ROWS = ("1234567890", "QWERTYUIOP", f"ASDFGHJKL{ERASE}", f"ZXCVBNM{SPACE}")
"""Keys in the QWERTY layout."""

COLUMNS = 3
"""Columns of cards if the space for them is wide and low."""


MOST_OF_FIELD = 3
"""The count of matches takes a third of the field at the most."""

PICTURES = (88, 72, 56, 44, 44)
"""Sides of the pictures at scale 1 by density; side by side cards have the last one."""


class FinderPanel(Panel):
    """Emits the place that was chosen, or the number that was typed.

    Closing it keeps nothing.
    """

    chosen = Signal(str)
    number_typed = Signal(str)
    staff_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        words = context.words
        super().__init__(words.find_open, context, close=words.find_pictures)
        self.field = LetterField(LONGEST_QUERY, paste=False)
        self.field.setObjectName("find")
        self.field.setPlaceholderText(words.find_label)
        self.field.setAccessibleName(words.find_label)
        self.field.setAccessibleDescription(words.find_how)
        self.results = SearchResults(self.field, context, situations=False)
        self.results.chosen.connect(self.chosen)
        self.results.number_typed.connect(self.number_typed)
        self.results.number_typed.connect(self.field.wipe)
        self.results.staff_wanted.connect(self.staff_wanted)
        self.field.textChanged.connect(self._show_field)
        self.count = QLabel()
        self.count.setObjectName("found_count")
        self.count.hide()
        row = QHBoxLayout(self.field)
        row.setContentsMargins(0, 0, context.theme.px("gap"), 0)
        row.addStretch()
        row.addWidget(self.count)
        self.field.textChanged.connect(self._show_count)
        self.column.addWidget(self.field)
        self.column.addWidget(self.results)
        self.column.addStretch()
        self.clear = self.add_foot(words.find_clear, "secondary")
        self.clear.clicked.connect(self._clear)
        self.keyboard = Keyboard(ROWS, context)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erase.connect(self.field.erase)
        gap = context.theme.px("gap")
        below = QVBoxLayout()
        below.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 4)
        below.addWidget(self.keyboard)
        self.add_below(below)
        self.closed.connect(self.field.wipe)

    def _type(self, letter: str) -> None:
        self.field.type_on(letter.lower())

    def _show_field(self) -> None:
        """Go to the screen page with the field and the best results when a letter is typed."""
        if self.area.current:
            self.area.show_widget(self.field)

    def _show_count(self) -> None:
        """Show at the end of the field how many places match, unless it would take its room."""
        sure = sum(card.sure for card in self.results.found)
        self.count.setText(self.context.words.find_count.format(count=sure).rstrip("."))
        taken = self.count.sizeHint().width() + self.context.theme.px("gap_small")
        shown = bool(sure) and MOST_OF_FIELD * taken <= self.field.width()
        self.count.setVisible(shown)
        self.field.setTextMargins(0, 0, taken if shown else 0, 0)

    def _clear(self) -> None:
        self.field.wipe()
        self.field.setFocus()

    @override
    def set_density(self, density: int) -> None:
        """Arrange the cards side by side if the panel is low, without heading and pictures."""
        low = self.width() > self.height()
        # The keyboard takes precedence: its erase key is used letter by letter.
        self.clear.setHidden(low and density >= PAGINATED and not self.foot_fits_in_one_row())
        super().set_density(density)
        picture = PICTURES[-1 if low else density]
        self.results.arrange(COLUMNS if low else 1, bare=density >= DENSE, picture=picture)
        self.heading.setHidden(density >= DENSE)
        # On a portrait screen pictures give way first: room that the keys gave would stay empty.
        keys = 0 if not low and density < DENSE else density
        self.keyboard.set_density(keys, upright=not low)

    @override
    def activate(self) -> None:
        super().activate()
        self.field.setFocus()

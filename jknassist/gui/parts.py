"""What every page is built from, handed down from app.py, and the plain labels of all pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jknassist.core.knowledge import Knowledge
from jknassist.core.paper import Paper
from jknassist.core.wording import InterfaceWords
from jknassist.gui.pictures import Pictures
from jknassist.gui.saying import joined
from jknassist.gui.theme import Look
from jknassist.gui.wrapping import TextLabel, WordButton

if TYPE_CHECKING:
    # What the first question does without is loaded when it is asked for.
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.core.search import SearchIndex
    from jknassist.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The content, the number plan and the look of this start of the program.

    `kiosk` tells a public touch screen from a laptop: no clipboard, no folders, our keys only;
    there `printer` and `paper` are those of the office, no printer meaning the first that is fit.
    `style` is the style sheet before it is filled with a look; `ledger` is where endings are
    counted, where the office wants that. `read_plan` gives the number plan, the same each time.
    """

    knowledge: Knowledge
    read_plan: "Callable[[], PlanIndex]"
    look: Look
    pictures: Pictures
    style: str = ""
    kiosk: bool = False
    printer: str = ""
    paper: Paper = Paper.A4
    ledger: "Ledger | None" = None

    @property
    def words(self) -> InterfaceWords:
        """The words of the interface."""
        return self.knowledge.words

    @property
    def plan(self) -> "PlanIndex":
        """The number plan; the first use takes some tens of milliseconds."""
        return self.read_plan()

    @cached_property
    def search(self) -> "SearchIndex":
        """The index for finding by words, made on first use."""
        from jknassist.core.search import SearchIndex  # noqa: PLC0415

        return SearchIndex(self.knowledge)


def text_label(text: str, name: str = "text") -> TextLabel:
    """Make a label of plain text that wraps and never cuts; `name` is its style in theme.qss."""
    label = TextLabel(text)
    label.setObjectName(name)
    return label


def badge(text: str, name: str = "place") -> QLabel:
    """Make a round mark with one sign in it."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def numbered(place: int, text: str, look: Look) -> QHBoxLayout:
    """Lay out one point of a list with its number before it."""
    row = QHBoxLayout()
    row.setSpacing(look.px("gap"))
    row.addWidget(badge(str(place)), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text), 1, Qt.AlignmentFlag.AlignVCenter)
    return row


def heading_label(text: str, *explained: str) -> TextLabel:
    """Make the heading of a page; it takes the focus, so that a screen reader begins there.

    What explains it is heard with it, for words that are only read get no focus of their own.
    """
    label = text_label(text, "heading")
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if explained:
        label.setAccessibleName(joined(text, *explained))
    return label


def button(text: str, name: str = "") -> WordButton:
    """Make a button that only reacts to its own press, never to Enter elsewhere on the page."""
    made = WordButton(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def frame(name: str, *widgets: QWidget, look: Look) -> QFrame:
    """Put widgets below each other into a frame of the style `name`."""
    made = QFrame()
    made.setObjectName(name)
    layout = QVBoxLayout(made)
    gap = look.px("gap")
    layout.setContentsMargins(gap, gap // 2, gap, gap // 2)
    layout.setSpacing(look.px("gap_small"))
    for widget in widgets:
        layout.addWidget(widget)
    return made

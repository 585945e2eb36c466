"""What every page is built from, handed down from app.py, and the plain labels of all pages."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.core.knowledge import Knowledge
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.search import SearchIndex
from jknassist.core.sheet import Paper
from jknassist.core.wording import InterfaceWords
from jknassist.gui.pictures import Pictures
from jknassist.gui.theme import Look
from jknassist.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The content, the number plan and the look of this start of the program.

    `kiosk` tells a public touch screen from a laptop: no clipboard, no folders, our keys only;
    there `printer` and `paper` are those of the office, no printer meaning the first that is fit.
    `ledger` is where endings are counted, where the office wants that.
    """

    knowledge: Knowledge
    plan: PlanIndex
    look: Look
    pictures: Pictures
    kiosk: bool = False
    printer: str = ""
    paper: Paper = Paper.A4
    ledger: Ledger | None = None

    @property
    def words(self) -> InterfaceWords:
        """The words of the interface."""
        return self.knowledge.words

    @cached_property
    def search(self) -> SearchIndex:
        """The index for finding by words, made on first use."""
        return SearchIndex(self.knowledge)


def text_label(text: str, name: str = "text") -> QLabel:
    """Make a label of plain text that wraps and never cuts; `name` is its style in theme.qss."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def heading_label(text: str) -> QLabel:
    """Make the heading of a page; it takes the focus, so that a screen reader begins there."""
    label = text_label(text, "heading")
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.setAccessibleName(text)
    return label


def button(text: str, name: str = "") -> QPushButton:
    """Make a button that only reacts to its own press, never to Enter elsewhere on the page."""
    made = QPushButton(text.replace("&", "&&"))
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

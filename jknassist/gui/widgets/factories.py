"""Functions that make the plain widgets of every page: labels, buttons, frames."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.text import WrappingButton, WrappingLabel

if TYPE_CHECKING:
    # What the first question does without is loaded when it is asked for.
    pass


def text_label(text: str, name: str = "text") -> WrappingLabel:
    """Make a label of plain text that wraps and never cuts; `name` is its style in theme.qss."""
    label = WrappingLabel(text)
    label.setObjectName(name)
    return label


def badge(text: str, name: str = "place") -> QLabel:
    """Make a round mark with one sign in it."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def numbered(place: int, text: str, theme: Theme) -> QHBoxLayout:
    """Lay out one point of a list with its number before it."""
    row = QHBoxLayout()
    row.setSpacing(theme.px("gap"))
    row.addWidget(badge(str(place)), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text), 1, Qt.AlignmentFlag.AlignVCenter)
    return row


def heading_label(text: str, *explained: str) -> WrappingLabel:
    """Make the heading of a page; it takes the focus, so that a screen reader begins there.

    What explains it is heard with it, for words that are only read get no focus of their own.
    """
    label = text_label(text, "heading")
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if explained:
        label.setAccessibleName(joined_sentences(text, *explained))
    return label


def button(text: str, name: str = "") -> WrappingButton:
    """Make a button that only reacts to its own press, never to Enter elsewhere on the page."""
    made = WrappingButton(text.replace("&", "&&"))
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def frame(name: str, *widgets: QWidget, theme: Theme) -> QFrame:
    """Put widgets below each other into a frame of the style `name`."""
    made = QFrame()
    made.setObjectName(name)
    layout = QVBoxLayout(made)
    gap = theme.px("gap")
    layout.setContentsMargins(gap, gap // 2, gap, gap // 2)
    layout.setSpacing(theme.px("gap_small"))
    for widget in widgets:
        layout.addWidget(widget)
    return made

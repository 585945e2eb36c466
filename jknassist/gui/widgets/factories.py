"""Widget factories: labels, badges, headings, buttons and frames used on every page."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.wrapping_button import WrappingButton
from jknassist.gui.widgets.wrapping_label import WrappingLabel

ButtonKind = TypeVar("ButtonKind", bound=QPushButton)


def text_label(text: str, name: str = "text") -> WrappingLabel:
    """Return a plain text label that wraps; `name` is its object name in theme.qss."""
    label = WrappingLabel(text)
    label.setObjectName(name)
    return label


def badge(text: str, name: str = "list_number") -> QLabel:
    """Return a round badge with one character in it."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def numbered(number: int, text: str, theme: Theme) -> QHBoxLayout:
    """Return the layout of one list item with its number in front."""
    row = QHBoxLayout()
    row.setSpacing(theme.px("gap"))
    row.addWidget(badge(str(number)), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(text), 1, Qt.AlignmentFlag.AlignVCenter)
    return row


def heading_label(text: str, *explained: str) -> WrappingLabel:
    """Return a page heading; it takes the focus, so that a screen reader begins there.

    `explained` becomes its accessible description: text that is only read gets no focus of its own.
    """
    label = text_label(text, "heading")
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if explained:
        label.setAccessibleName(joined_sentences(text, *explained))
    return label


def button(text: str, name: str = "") -> WrappingButton:
    """Return a button that is not a default button: Enter elsewhere never presses it."""
    made = dressed(WrappingButton(text.replace("&", "&&")), name)
    made.setAccessibleName(text)
    return made


def dressed(made: ButtonKind, name: str) -> ButtonKind:
    """Give a button its object name in theme.qss, and what all buttons have in common."""
    made.setObjectName(name)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def frame(name: str, *widgets: QWidget, theme: Theme) -> QFrame:
    """Return a frame with widgets stacked vertically; `name` is its object name in theme.qss."""
    made = QFrame()
    made.setObjectName(name)
    layout = QVBoxLayout(made)
    gap = theme.px("gap")
    layout.setContentsMargins(gap, gap // 2, gap, gap // 2)
    layout.setSpacing(theme.px("gap_small"))
    for widget in widgets:
        layout.addWidget(widget)
    return made

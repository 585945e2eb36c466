"""Measures and draws a button whose words stand in several lines, which Qt's own buttons never do.

Loaded for the first such button: it brings all the names of QStyle, and few pages need it.

The style is asked of the painter and never of the button. PySide keeps with each widget the style
that it was asked for; Qt throws a style away with its style sheet, when somebody changes the
letters, and PySide then takes whatever comes to stand at that place in memory for the old style.
The program crashes when that goes. What is asked of a painter is forgotten with it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

if TYPE_CHECKING:
    from jknassist.gui.wrapping import WordButton


def height_of(button: "WordButton", words: int) -> int:
    """Return how tall a button is around words of a height, both in pixels."""
    ground, option = QPixmap(1, 1), QStyleOptionButton()
    button.initStyleOption(option)
    painter = QStylePainter(ground, button)
    try:
        kind = QStyle.ContentsType.CT_PushButton
        size = painter.style().sizeFromContents(kind, option, QSize(1, words), button)
    finally:
        painter.end()  # before the ground goes, also when something went wrong
    return size.height()


def draw(button: "WordButton") -> None:
    """Draw the button as the style wants it, and its words wrapped."""
    painter, option = QStylePainter(button), QStyleOptionButton()
    button.initStyleOption(option)
    text, option.text = option.text, ""
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    part = QStyle.SubElement.SE_PushButtonContents
    room = painter.style().subElementRect(part, option, button)
    painter.drawItemText(
        room, button.flags, button.palette(), button.isEnabled(), text, button.foregroundRole()
    )
    painter.end()

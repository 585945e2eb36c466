"""Measures and draws a button whose words stand in several lines, which Qt's own buttons never do.

Loaded for the first such button: it brings all the names of QStyle, and few pages need it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

from jknassist.gui.styling import style_of

if TYPE_CHECKING:
    from jknassist.gui.wrapping import WordButton


def height_of(button: "WordButton", words: int) -> int:
    """Return how tall a button is around words of a height, both in pixels."""
    kind = QStyle.ContentsType.CT_PushButton
    with style_of(button) as style:
        return style.sizeFromContents(kind, _option(button), QSize(1, words), button).height()


def draw(button: "WordButton") -> None:
    """Draw the button as the style wants it, and its words wrapped."""
    painter, option = QStylePainter(button), _option(button)
    text, option.text = option.text, ""
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    part = QStyle.SubElement.SE_PushButtonContents
    room = painter.style().subElementRect(part, option, button)
    painter.drawItemText(
        room, button.flags, button.palette(), button.isEnabled(), text, button.foregroundRole()
    )
    painter.end()


def _option(button: "WordButton") -> QStyleOptionButton:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    return option

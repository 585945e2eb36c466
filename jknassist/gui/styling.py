"""Asks the style that draws a widget, and lets go of it again.

PySide keeps with each widget the style that it was asked for. Qt throws a style away with its style
sheet, when somebody changes the letters; PySide then takes whatever comes to stand at that place in
memory for the old style, and the program crashes when that goes. Asked through a painter the style
belongs to the painter, and is forgotten with it.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyle, QStyleOption, QStylePainter, QWidget


def size_around(
    kind: QStyle.ContentsType, option: QStyleOption, contents: QSize, widget: QWidget
) -> QSize:
    """Return how large a widget of a kind is around contents of a size."""
    ground = QPixmap(1, 1)
    painter = QStylePainter(ground, widget)
    size = painter.style().sizeFromContents(kind, option, contents, widget)
    painter.end()
    return size


def room_for(
    part: QStyle.SubElement, option: QStyleOption, painter: QStylePainter, widget: QWidget
) -> QRect:
    """Return where a part of a widget is drawn by the painter that is drawing it."""
    return painter.style().subElementRect(part, option, widget)


def pixels(metric: QStyle.PixelMetric, widget: QWidget) -> int:
    """Return a length of the style."""
    ground = QPixmap(1, 1)
    painter = QStylePainter(ground, widget)
    length = painter.style().pixelMetric(metric, None, widget)
    painter.end()
    return length

"""Asks the style that draws a widget, and lets go of it again.

PySide keeps with each widget the style that it was asked for. Qt throws a style away with its style
sheet, when somebody changes the letters; PySide then takes whatever comes to stand at that place in
memory for the old style, and the program crashes when that goes. Asked through a painter the style
belongs to the painter, and is forgotten with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStyle, QStylePainter, QWidget


@contextmanager
def style_of(widget: QWidget) -> Iterator[QStyle]:
    """Lend the style of a widget for a moment."""
    ground = QPixmap(1, 1)
    painter = QStylePainter(ground, widget)
    try:
        yield painter.style()
    finally:
        painter.end()  # before the ground goes, also when something went wrong

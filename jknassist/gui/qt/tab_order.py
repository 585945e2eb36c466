"""Set the tab order of a page to its reading order."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(inside: QWidget, widgets: Iterable[QWidget]) -> None:
    """Put buttons, in their order, after everything inside a page in the tab order."""
    last = last_of(inside)
    for widget in widgets:
        QWidget.setTabOrder(last, widget)
        last = widget


def last_of(inside: QWidget) -> QWidget:
    """Return the last widget of a page in the tab order; the page itself if there is none."""
    # Widgets are created in reading order. Qt's focus chain is not iterated: PySide makes each
    # widget on it own the next, so deleting one page would delete widgets of others.
    found = inside.findChildren(QWidget)
    stops = (widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [inside, *stops][-1]

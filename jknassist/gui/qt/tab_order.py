"""Leads the keyboard through a page in the order in which it is read."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(inside: QWidget, ways: Iterable[QWidget]) -> None:
    """Let the keyboard come to the ways on, in their order, after everything inside a page."""
    last = last_of(inside)
    for way in ways:
        QWidget.setTabOrder(last, way)
        last = way


def last_of(inside: QWidget) -> QWidget:
    """Return what the keyboard comes to last in a page; the page itself where there is nothing."""
    # Pages are made in the order in which they are read. Qt's own chain is not walked: PySide
    # makes each widget on it belong to the one before, and a page that goes takes others along.
    found = inside.findChildren(QWidget)
    stops = (widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return [inside, *stops][-1]

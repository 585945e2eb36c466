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
    # Looked for from the end: what QWizard itself is made of stands at the beginning, and PySide
    # would load some seventy classes of widgets to find out what that is.
    widget = inside.window().previousInFocusChain()
    while widget is not None and widget is not inside:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and inside.isAncestorOf(widget):
            return widget
        widget = widget.previousInFocusChain()
    return inside

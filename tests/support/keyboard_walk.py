"""Follows the keyboard focus through a window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jknassist.gui.panels.panel import Panel
from tests.gui.conftest import Visitor

Key = Qt.Key


def focus() -> QWidget:
    there = QApplication.focusWidget()
    assert there is not None
    return there


def panel(visitor: Visitor) -> Panel | None:
    return visitor.window.panel


def walk_by_tab(visitor: Visitor) -> list[QWidget]:
    """Press Tab until the focus is back; return the widgets on the way."""
    first = focus()
    way = [first]
    while len(way) < 60:
        visitor.key(Key.Key_Tab)
        if focus() is first:
            return way
        way.append(focus())
    pytest.fail("Tab does not come round")

"""Layout faults of a page: text cut off or overlapping, targets too small, scroll bars."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from jknassist.gui.main_window import MainWindow
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.page_frame import ElidedLabel
from jknassist.gui.widgets.paged_area import PagedArea
from jknassist.gui.widgets.wrapping_button import WrappingButton
from jknassist.gui.widgets.wrapping_label import WrappingLabel

WORDS = QLabel | QAbstractButton | QLineEdit
"""What has words on it or can be pressed."""

BARS = ("bar", "navigation", "step", "primary", "secondary", "back", "solved")
"""Names of the bars above and below a page, of the line that tells where one is, and of buttons
that stand in such a bar.
"""

LISTS = ("list",)
"""Fields that hold more than a screen by their nature, and scroll."""


def faults(window: MainWindow) -> Iterator[str]:
    """Yield the layout faults of the screen page that is shown."""
    visible = list(shown_in(window))
    words = [widget for widget in visible if isinstance(widget, WORDS) and on_leaf(widget)]
    places = [QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()) for widget in words]
    for widget, place in zip(words, places, strict=True):
        yield from cut(widget, place)
        yield from too_small(widget, window.theme)
    yield from overlapping(list(zip(words, places, strict=True)))
    yield from scrolled(visible)


def shown_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield every part of a widget that is shown, without looking into what is not."""
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield child
            yield from shown_in(child)


def on_leaf(widget: QWidget) -> bool:
    """Return whether a widget is on the screen page shown; false for one too tall for any."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, PagedArea):
        parent = parent.parentWidget()
    if parent is None:
        return True
    top = widget.mapTo(parent.inside, QPoint(0, 0)).y()
    shown = parent.screen_pages[parent.current]
    there = top < shown.bottom and top + widget.height() > shown.top
    return there and widget.height() <= parent.height()


def widest_line(widget: QWidget) -> int:
    """Return the width of a widget's text in pixels; lines break only at line feeds."""
    metrics = widget.fontMetrics()
    return max(metrics.horizontalAdvance(line) for line in said(widget).split("\n"))


def cut(widget: QWidget, place: QRect) -> Iterator[str]:
    """Yield text that is cut off by its widget, and widgets cut off by their parent."""
    name = f"{type(widget).__name__} {said(widget)!r}"
    if isinstance(widget, WrappingLabel | WrappingButton):
        if widget.heightForWidth(widget.width()) > widget.height():
            yield f"{name}: words cut below"
        if widget.smallest().width() > widget.width():
            yield f"{name}: a word cut at the side"
    wraps = isinstance(widget, WrappingLabel | ElidedLabel) or not isinstance(widget, QLabel)
    if not wraps and widest_line(widget) > widget.width():
        yield f"{name}: cut at the side"
    if widget.visibleRegion().boundingRect() != widget.rect() and not place.isEmpty():
        yield f"{name}: only a part of it is shown"


def least_letters(widget: QWidget) -> str:
    """Return the name of the least size of a widget's letters; those of the bars grow less."""
    around: QWidget | None = widget
    while around is not None:
        if around.objectName() in BARS:
            return "where"
        around = around.parentWidget()
    return "small"


def too_small(widget: QWidget, theme: Theme) -> Iterator[str]:
    """Yield buttons below the minimum size, and text below the minimum font size."""
    name = f"{type(widget).__name__} {said(widget)!r}"
    pressed = isinstance(widget, QAbstractButton | QLineEdit)
    if pressed and min(widget.width(), widget.height()) < theme.px("target"):
        yield f"{name}: {widget.width()}x{widget.height()} to press"
    if said(widget) and QFontInfo(widget.font()).pixelSize() < theme.px(least_letters(widget)):
        yield f"{name}: letters of {QFontInfo(widget.font()).pixelSize()} pixels"


def said(widget: QWidget) -> str:
    """Return the text of a widget."""
    text = getattr(widget, "text", None)
    return str(text()) if text else ""


def overlapping(shown: list[tuple[QWidget, QRect]]) -> Iterator[str]:
    """Yield pairs of widgets that overlap without one containing the other."""
    for (one, first), (other, second) in combinations(shown, 2):
        if first.intersects(second) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            yield f"{said(one)!r} and {said(other)!r} overlap"


def scrolled(visible: list[QWidget]) -> Iterator[str]:
    """Yield scroll bars, and pages wider than their place."""
    for widget in visible:
        if isinstance(widget, QScrollBar) and not in_a_list(widget):
            yield f"a scroll bar {widget.orientation()}"
        if isinstance(widget, PagedArea) and widget.inside.width() > widget.viewport().width():
            yield f"{widget.inside.width()} pixels on a page of {widget.viewport().width()}"


def in_a_list(bar: QScrollBar) -> bool:
    """Tell whether a scroll bar is one of a field that holds more than a screen."""
    area = bar.parentWidget()
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    return area is not None and area.objectName() in LISTS

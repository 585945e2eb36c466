"""Ring around the button that has the keyboard, outside its shape and apart from it.

A widget can only paint inside itself, so the ring is a widget of its own that lies over the window.
A chosen card is filled and a spoken one has a band: the ring differs from both in shape, and all
three can be seen at once.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from jknassist.core.typing_compat import override

THICK, APART = 4, 4
"""Thickness of the ring, and the pixels between it and what it surrounds."""

OUTSIDE = THICK + APART

MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusRing(QWidget):
    """One for each window; follows the widget that it surrounds wherever that is moved."""

    # Also in the class: a window that is deleted can report a lost focus after Python has cleared
    # the attributes of its ring.
    _around: QWidget | None = None
    _watched: tuple[QWidget, ...] = ()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._colour = QColor()
        self._radius = 0
        self.hide()

    def surround(self, widget: QWidget, colour: QColor, radius: int) -> None:
        """Surround a widget of the same window, whose corners have a radius, in a colour."""
        self.leave()
        self._around, self._colour, self._radius = widget, colour, radius
        above: QWidget | None = widget
        while above is not None and above is not self.parentWidget():
            above.installEventFilter(self)
            self._watched = (*self._watched, above)
            above = above.parentWidget()
        self._place()

    def leave(self, widget: QWidget | None = None) -> None:
        """Surround nothing any more; with a widget only if it is that one."""
        if widget is not None and widget is not self._around:
            return
        for each in filter(isValid, self._watched):
            each.removeEventFilter(self)
        self._watched, self._around = (), None
        self.hide()

    def _place(self) -> None:
        widget, window = self._around, self.parentWidget()
        if widget is None or window is None or not widget.isVisible():
            self.hide()
            return
        seen = widget.visibleRegion().boundingRect()
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        self.setGeometry(place.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE))
        # On a screen page that is not shown there is nothing to surround.
        self.setVisible(seen.height() * 2 > widget.height())
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        half = THICK / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, THICK))
        round_corner = self._radius + APART + half
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, round_corner, round_corner)
        painter.end()


def ring_of(window: QWidget) -> FocusRing:
    """Return the ring of a window, which is made when it is first asked for."""
    rings = window.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return rings[0] if rings else FocusRing(window)

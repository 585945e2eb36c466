"""Layout of widgets side by side that wraps into rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override

MOST_WRAPPED = 2
"""Even columns in which the words of a widget may be wrapped: more only where all are whole."""


class FlowRow(QWidget):
    """Holds its widgets in reading order; none is wider than the row. Hidden ones take no room.

    If `even`, widgets that take more than one row stand in columns of equal width, and the last one
    of an incomplete row takes the rest of it.
    """

    def __init__(self, gap: int, *, even: bool = False) -> None:
        super().__init__()
        self._even = even
        self._gap = gap
        self._widgets: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets in place of those before, which are deleted."""
        for old in self._widgets:
            old.hide()
            old.deleteLater()
        self._widgets = tuple(widgets)
        for widget in widgets:
            widget.setParent(self)
            widget.show()
        self.refit()

    def refit(self) -> None:
        """Place the widgets again, after a change of their words."""
        self.updateGeometry()
        self._lay_out()

    @property
    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _columns(self, width: int) -> int:
        """Return how many even columns there are in a width in pixels, 1 at least."""
        hints = [widget.sizeHint().width() for widget in self._shown]
        least = [widget.minimumSizeHint().width() for widget in self._shown]
        for columns in range(len(hints) - 1, 1, -1):
            cell = (width - (columns - 1) * self._gap) // columns
            if max(hints) <= cell or (columns == MOST_WRAPPED and max(least) <= cell):
                return columns
        return 1

    def _even_places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        columns, shown, top = self._columns(width), self._shown, 0
        cell = (width - (columns - 1) * self._gap) // columns
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            wide = [cell] * len(row)
            wide[-1] = width - (len(row) - 1) * (cell + self._gap)
            tall = max(map(_height, row, wide))
            for column, one in enumerate(wide):
                places.append(QRect(column * (cell + self._gap), top, one, tall))
            top += tall + self._gap
        return places

    def _places(self, width: int) -> list[QRect]:
        taken = sum(widget.sizeHint().width() + self._gap for widget in self._shown) - self._gap
        if self._even and taken > width:
            return self._even_places(width)
        places: list[QRect] = []
        row: list[int] = []
        left = top = tallest = 0
        for index, widget in enumerate(self._shown):
            size = widget.sizeHint()
            wide = min(size.width(), max(width, 1))
            tall = _height(widget, wide)
            if row and left + wide > width:
                left, top, tallest, row = 0, top + tallest + self._gap, 0, []
            places.append(QRect(left, top, wide, tall))
            row.append(index)
            left += wide + self._gap
            tallest = max(tallest, tall)
            for other in row:
                place = places[other]
                place.moveTop(top + (tallest - place.height()) // 2)
        return places

    def _lay_out(self) -> None:
        for widget, place in zip(self._shown, self._places(self.width()), strict=True):
            widget.setGeometry(place)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def sizeHint(self) -> QSize:
        width = sum(widget.sizeHint().width() + self._gap for widget in self._widgets)
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    @override
    def minimumSizeHint(self) -> QSize:
        widths = (widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(max(widths, default=0), self.heightForWidth(max(self.width(), 1)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()


def _height(widget: QWidget, width: int) -> int:
    """Return the height of a widget at a width, both in pixels."""
    height = widget.sizeHint().height()
    if widget.hasHeightForWidth():
        height = max(height, widget.heightForWidth(width))
    return height

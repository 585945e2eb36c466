"""Layout of widgets side by side that wraps into rows."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override


class FlowRow(QWidget):
    """Holds its widgets in reading order; none is wider than the row. Hidden ones take no room."""

    def __init__(self, gap: int) -> None:
        super().__init__()
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

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        row: list[int] = []
        left = top = tallest = 0
        for index, widget in enumerate(self._shown):
            size = widget.sizeHint()
            wide = min(size.width(), max(width, 1))
            tall = size.height()
            if widget.hasHeightForWidth():
                tall = max(tall, widget.heightForWidth(wide))
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

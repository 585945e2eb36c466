"""Tab of a list group: sign, name, and count."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy

from jknassist.core.phone.number_list import ListGroup
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.painted_button import PaintedButton

GRID = 24
"""Side of the grid on which a sign is drawn, in units."""

LINE = 2.2
SIGN = 1.1
"""Side of a sign, as a factor of the letters of the count."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROLES: Mapping[ListGroup, str] = {ListGroup.WRONG: "warn", ListGroup.OK: "good"}
"""Role of the colour of a sign; all others have the accent."""


def shape(group: ListGroup) -> QPainterPath:
    """Return the lines of the sign of a group, on the grid."""
    path = QPainterPath()
    match group:
        case ListGroup.WRONG:
            _lines(path, ((6, 6), (18, 18)), ((18, 6), (6, 18)))
        case ListGroup.CHECK:
            path.addEllipse(QPointF(12, 12), 9, 9)
            path.moveTo(9.3, 9.5)
            path.cubicTo(9.3, 5.8, 14.9, 5.8, 14.8, 9.6)
            path.cubicTo(14.8, 11.9, 12, 11.8, 12, 14)
            _lines(path, ((12, 17.2), (12, 17.3)))
        case ListGroup.REPAIRED:
            _lines(
                path,
                ((4.5, 19.5), (5.5, 15.2), (16.6, 4.2), (19.8, 7.4), (8.8, 18.5), (4.5, 19.5)),
                ((13.5, 7.2), (16.8, 10.5)),
            )
        case ListGroup.DUPLICATE:
            path.addEllipse(QPointF(9, 12), 5.8, 5.8)
            path.addEllipse(QPointF(15, 12), 5.8, 5.8)
        case ListGroup.OK:
            path.addEllipse(QPointF(12, 12), 9, 9)
            _lines(path, ((7.5, 12.4), (10.7, 15.6), (16.5, 9)))
    return path


def _lines(path: QPainterPath, *lines: tuple[tuple[float, float], ...]) -> None:
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))


class GroupTab(PaintedButton):
    """Chooses the group that is shown; `text` is name and count in one.

    The sign is a cross, a question mark, a pencil, two rings, or a tick: known without its colour.
    """

    def __init__(self, group: ListGroup, name: str, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("group")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group, self._name, self._active = group, name, context.active_theme
        self._number = "0"
        self._stacked = False
        self.count("0")

    def count(self, number: str) -> None:
        """Show the number of entries in the group, written with its thousands apart."""
        text = f"{self._name}: {number}"
        self._number = number
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def stack(self, *, stacked: bool) -> None:
        """Put the name below sign and count, where there is no room beside them."""
        if stacked != self._stacked:
            self._stacked = stacked
            self.updateGeometry()
            self.update()

    def width_beside(self) -> int:
        """Return the width in pixels of sign, name and count side by side."""
        return self._top_width() + self._width_of(self._name, "text") + self._gap()

    def _gap(self) -> int:
        return self._active.now.px("gap_small")

    def _sign_side(self) -> int:
        return round(SIGN * self._active.now.px("answer"))

    def _top_width(self) -> int:
        number = self._width_of(self._number, "answer")
        return self._sign_side() + number + 3 * self._gap()

    def _font(self, size: str) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._active.now.px(size))
        font.setBold(size == "answer")
        return font

    def _width_of(self, text: str, size: str) -> int:
        return round(QFontMetricsF(self._font(size)).horizontalAdvance(text)) + 1

    @override
    def sizeHint(self) -> QSize:
        name, line = self._width_of(self._name, "text"), self._active.now.px("text")
        width, height = self._top_width(), self._sign_side() + self._gap()
        if self._stacked:
            width, height = max(width, name + 2 * self._gap()), height + round(1.3 * line)
        else:
            width += name + self._gap()
        tall = max(height + self._active.now.px("lip"), self._active.now.px("target"))
        return QSize(width, tall)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._top_width(), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin_painting(event)
        side, gap = self._sign_side(), self._gap()
        free = self.height() - self._active.now.px("lip") - (gap // 2 if self._stacked else 0)
        top = gap // 2 if self._stacked else (free - side) // 2
        inner = QRectF(gap, top, self.width() - 2 * gap, side)
        self._paint_sign(painter, inner.topLeft(), side)
        self._paint_text(painter, inner, self._number, "answer", RIGHT)
        if self._stacked:
            below = QRectF(gap, top + side, inner.width(), free - top - side)
            self._paint_text(painter, below, self._name, "text", LEFT)
        else:
            beside = inner.adjusted(side + gap, 0, 0, 0)
            self._paint_text(painter, beside, self._name, "text", LEFT)
        painter.end()

    def _paint_text(
        self, painter: QPainter, place: QRectF, text: str, size: str, flags: Qt.AlignmentFlag
    ) -> None:
        palette, font = self._active.now.palette, self._font(size)
        needed = QFontMetricsF(font).horizontalAdvance(text)
        font.setPixelSize(int(font.pixelSize() * min(1.0, place.width() / max(needed, 1.0))))
        painter.setFont(font)
        painter.setPen(QColor(palette.on_accent if self.isChecked() else palette.ink))
        painter.drawText(place, flags, text)

    def _paint_sign(self, painter: QPainter, corner: QPointF, side: int) -> None:
        role = "on_accent" if self.isChecked() else ROLES.get(self._group, "accent")
        pen = QPen(QColor(getattr(self._active.now.palette, role)), LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.save()
        painter.translate(corner)
        painter.scale(side / GRID, side / GRID)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape(self._group))
        painter.restore()

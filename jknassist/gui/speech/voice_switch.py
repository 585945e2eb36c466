"""The switch for reading aloud on the first page of a kiosk: a sign, words, and a knob."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign, sign
from jknassist.gui.widgets.raised_button import RaisedButton

SIGN = 0.5
"""Side of the sign as a share of a target."""

KNOB_TALL, KNOB_WIDE = 0.55, 0.95
"""Height and width of what the knob moves in, likewise."""

TICK = ((0.28, 0.52), (0.44, 0.68), (0.74, 0.36))
"""Corners of the tick on the knob, as shares of its side."""


class VoiceSwitch(RaisedButton):
    """On or off by the place of the knob, a tick on it, and in words."""

    def __init__(self, context: UiContext, *, on: bool) -> None:
        super().__init__()
        self.setObjectName("voice_switch")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icons, self._target, self._gap = (
            context.icons,
            context.theme.target,
            context.theme.px("gap") // 2,
        )
        words = context.words
        self.words = words.speech_on_first if on else words.speech_off_first
        self.setAccessibleName(self.words)
        self.setAccessibleDescription("F2")

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        wide = self.fontMetrics().horizontalAdvance(self.words) + round(
            (SIGN + KNOB_WIDE) * self._target
        )
        return QSize(wide + 5 * self._gap, max(self._target, super().sizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        palette = self._icons.palette
        inside = QRectF(self.face()).adjusted(self._gap, 0, -self._gap, 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = round(SIGN * self._target)
        drawn = sign(Sign.LOUDSPEAKER, side, palette.ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(inside.left(), inside.center().y() - side / 2), drawn)
        painter.setPen(QColor(palette.ink))
        told = inside.adjusted(side + self._gap, 0, -KNOB_WIDE * self._target, 0)
        painter.drawText(told, Qt.AlignmentFlag.AlignVCenter, self.words)
        self._paint_knob(painter, inside)
        painter.end()

    def _paint_knob(self, painter: QPainter, inside: QRectF) -> None:
        palette, on = self._icons.palette, self.isChecked()
        tall, wide = KNOB_TALL * self._target, KNOB_WIDE * self._target
        groove = QRectF(inside.right() - wide, inside.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(QColor(palette.ink), 3))
        painter.setBrush(QColor(palette.on_mark if on else palette.note))
        painter.drawRoundedRect(groove, tall / 2, tall / 2)
        side = tall - 10
        knob = QRectF(groove.right() - side - 5 if on else groove.left() + 5, 0, side, side)
        knob.moveTop(groove.top() + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.mark if on else palette.ink))
        painter.drawEllipse(knob)
        if on:
            pen = QPen(QColor(palette.on_mark), max(3.0, side / 9))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corners = [knob.topLeft() + _at(knob, *corner) for corner in TICK]
            painter.drawLine(corners[0], corners[1])
            painter.drawLine(corners[1], corners[2])


def _at(square: QRectF, x: float, y: float) -> QPointF:
    return QPointF(x * square.width(), y * square.height())

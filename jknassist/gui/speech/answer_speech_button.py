"""The button at the right end of an answer card: it reads the answer and chooses nothing."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign, sign

DEAD = 10
"""Pixels at its left edge in which a press does nothing: they part it from the card's own area."""

BESIDE = 12
"""Pixels between the round sign and the right edge of the card at scale 1."""

SIGN = 0.5
"""Side of the sign as a share of the diameter."""

RING = 3
"""Pixels from the circle to the frame of the focus."""


class AnswerSpeechButton(QPushButton):
    """As tall as its card; what is painted is a circle on a lip in the middle of its height."""

    def __init__(self, answer: str, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("over_card")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(context.words.speech_answer.format(answer=answer))
        self._icons = context.icons
        self._theme = context.theme
        self._beside = round(BESIDE * context.theme.scale)
        self._sounding = False

    @property
    def is_sounding(self) -> bool:
        """Whether its answer is being read."""
        return self._sounding

    def show_sounding(self, *, sounding: bool) -> None:
        """Show whether its answer is being read, so that a press stops it."""
        if sounding != self._sounding:
            self._sounding = sounding
            self.update()

    def circle(self) -> QRectF:
        """Return where the circle is painted, without its lip."""
        lip, ring = self._theme.px("lip"), self._theme.px("ring")
        room = self.height() - lip - 2 * (ring + RING)
        side = min(self._theme.target, room)
        left = self.width() - self._beside - side
        return QRectF(left, (self.height() - lip - side) / 2, side, side)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().adjusted(DEAD, 0, 0, 0).contains(pos)

    @override
    def sizeHint(self) -> QSize:
        target = self._theme.target
        return QSize(DEAD + target + 2 * self._beside, target)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette, lip = self._icons.palette, self._theme.px("lip")
        circle = self.circle()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isDown():
            circle.translate(0, lip)
        else:
            painter.setBrush(QColor(palette.mark_lip))
            painter.drawEllipse(circle.translated(0, lip))
        painter.setBrush(QColor(palette.mark if self._sounding else palette.note))
        painter.drawEllipse(circle)
        side = round(SIGN * circle.width())
        corner = circle.center() - QPointF(side / 2, side / 2)
        name, colour = (
            (Sign.STOP, palette.on_mark) if self._sounding else (Sign.LOUDSPEAKER, palette.ink)
        )
        painter.drawPixmap(corner, sign(name, side, colour, self.devicePixelRatioF()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.focus), self._theme.px("ring")))
            out = RING + self._theme.px("ring") / 2
            painter.drawEllipse(circle.adjusted(-out, -out, out, out + lip))
        painter.end()

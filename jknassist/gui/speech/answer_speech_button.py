"""The button at the right end of an answer card: it reads the answer and chooses nothing."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.speech.round_look import RING, RoundLook

DEAD = 10
"""Pixels at its left edge in which a press does nothing: they part it from the card's own area."""

BESIDE = 12
"""Pixels between the round sign and the right edge of the card at scale 1."""


class AnswerSpeechButton(QPushButton):
    """As tall as its card; what is painted is a circle on a lip in the middle of its height."""

    def __init__(self, answer: str, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("over_card")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(context.words.speech_answer.format(answer=answer))
        self._icons = context.icons
        self._active = context.active_theme
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
        lip, ring = self._active.now.px("lip"), self._active.now.px("ring")
        room = self.height() - lip - 2 * (ring + RING)
        side = min(self._active.now.target, room)
        left = self.width() - self._beside - side
        return QRectF(left, (self.height() - lip - side) / 2, side, side)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().adjusted(DEAD, 0, 0, 0).contains(pos)

    @override
    def sizeHint(self) -> QSize:
        target = self._active.now.target
        return QSize(DEAD + target + 2 * self._beside, target)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = self._icons.palette.note
        RoundLook(self, self._icons.palette, self._active.now).paint(
            painter, self.circle(), fill, sounding=self._sounding
        )
        painter.end()

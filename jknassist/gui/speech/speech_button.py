"""The round button with the loudspeaker, which reads the page aloud."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.speech.round_look import RoundLook


class SpeechButton(QPushButton):
    """A sign without words, for those who cannot read; a square while pages are read.

    It stands in the top bar, so that it is there on every screen page and over every panel.
    """

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("over_card")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words, self._icons, self._active = context.words, context.icons, context.active_theme
        self.show_state(on=False)
        self.setAccessibleDescription("F2")
        self.setFixedSize(self.sizeHint())

    def show_state(self, *, on: bool) -> None:
        """Show whether pages are read, and name what a press does next."""
        self.setChecked(on)
        words = self._words
        self.setAccessibleName(words.speech_off if on else words.speech_listen)

    def circle(self) -> QRectF:
        """Return where the circle is painted, without its lip."""
        lip = self._active.now.px("lip")
        side = self._active.now.target - lip
        return QRectF(lip / 2, 0, side, side)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._active.now.target, self._active.now.target)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._icons.palette
        look = RoundLook(self, palette, self._active.now)
        circle = self.circle()
        look.paint(painter, circle, palette.mark, sounding=self.isChecked(), ring=False)
        if self.hasFocus():
            # The bar has no room for a ring outside.
            ring = self._active.now.px("ring")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.on_mark), ring))
            painter.drawEllipse(circle.adjusted(ring, ring, -ring, -ring))
        painter.end()

"""The button that reads the page aloud; a loudspeaker is drawn on it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.palette import Palette

PICTURE = "pengeras_suara"


class SpeechButton(QPushButton):
    """A picture without words, for those who cannot read; checked while pages are read."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = context.words
        self.show_state(on=False)
        self.setAccessibleDescription("F2")
        self._icons = context.icons
        self._palette: Palette | None = None
        self._side = context.theme.px("icon") * 3 // 4
        self.setIconSize(QSize(self._side, self._side))
        self.setMinimumSize(context.theme.px("target"), context.theme.px("target"))
        self.recolour()

    def show_state(self, *, on: bool) -> None:
        """Show whether pages are read, and name what a press does next."""
        self.setChecked(on)
        words = self._words
        self.setAccessibleName(words.speech_off if on else words.speech_listen)

    def recolour(self) -> None:
        """Redraw the picture if the colours of the theme have changed."""
        if self._palette is not self._icons.palette:
            self._palette = self._icons.palette
            picture = self._icons.draw(PICTURE, self._side, self.devicePixelRatioF())
            self.setIcon(QIcon(picture))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.recolour()

"""The row of buttons that is there while pages are read aloud."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.factories import button


class SpeechStrip(QWidget):
    """Emits what was pressed."""

    again_wanted = Signal()
    pause_wanted = Signal()
    softer_wanted = Signal()
    louder_wanted = Signal()

    def __init__(self, words: InterfaceWords, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        gap = theme.px("gap")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * gap, gap // 4, 2 * gap, gap // 4)
        self._grid.setSpacing(gap // 2)
        self.again = button(words.speech_again, "quiet")
        self.pause = button(words.speech_pause, "quiet")
        self.softer = button(words.speech_softer, "quiet")
        self.louder = button(words.speech_louder, "quiet")
        self.buttons = (self.again, self.pause, self.softer, self.louder)
        signals = (self.again_wanted, self.pause_wanted, self.softer_wanted, self.louder_wanted)
        for made, signal in zip(self.buttons, signals, strict=True):
            made.clicked.connect(signal)
        self._columns = 0
        self._arrange(len(self.buttons))

    def show_pause(self, *, paused: bool) -> None:
        """Let the button say what it does next."""
        text = self._words.speech_go_on if paused else self._words.speech_pause
        self.pause.setText(text)
        self.pause.setAccessibleName(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._grid.contentsMargins()
        width = event.size().width() - margins.left() - margins.right()
        needed = sum(made.sizeHint().width() for made in self.buttons)
        needed += (len(self.buttons) - 1) * self._grid.horizontalSpacing()
        self._arrange(len(self.buttons) if needed <= width else 2)

    def _arrange(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for place, made in enumerate(self.buttons):
                self._grid.addWidget(made, *divmod(place, columns))

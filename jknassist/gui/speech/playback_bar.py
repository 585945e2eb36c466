"""The row of buttons that is there while pages are read aloud."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.factories import button, text_label


class PlaybackBar(QWidget):
    """Emits what was pressed.

    Where a page has a number of which the digits are not said, it offers to say them, and asks
    first: whoever stands near would hear them.
    """

    again_wanted = Signal()
    pause_wanted = Signal()
    softer_wanted = Signal()
    louder_wanted = Signal()
    asked = Signal()
    digits_wanted = Signal()

    def __init__(self, words: InterfaceWords, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        gap = theme.px("gap")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * gap, gap // 4, 2 * gap, gap // 4)
        self._grid.setSpacing(max(gap // 2, theme.apart))
        self.again = button(words.speech_again, "quiet")
        self.pause = button(words.speech_pause, "quiet")
        self.softer = button(words.speech_softer, "quiet")
        self.louder = button(words.speech_louder, "quiet")
        self.digits = button(words.speech_aloud, "quiet")
        self.question = text_label(words.speech_aloud_ask, "label")
        self.yes = button(words.speech_aloud_yes, "quiet")
        self.no = button(words.speech_aloud_no, "quiet")
        self._usual = (self.again, self.pause, self.softer, self.louder, self.digits)
        for made, slot in (
            (self.again, self.again_wanted),
            (self.pause, self.pause_wanted),
            (self.softer, self.softer_wanted),
            (self.louder, self.louder_wanted),
            (self.digits, self._ask),
            (self.yes, self._agree),
            (self.no, self._decline),
        ):
            made.clicked.connect(slot)
        self._grid.addWidget(self.question, 0, 0)
        self._grid.addWidget(self.no, 0, 1)
        self._grid.addWidget(self.yes, 0, 2)
        for column, made in enumerate(self._usual):
            self._grid.addWidget(made, 1, column)
        self._shown: tuple[QPushButton, ...] = ()
        self._columns = 0
        self.offer_digits(offered=False)

    def show_pause(self, *, paused: bool, waiting: bool = False) -> None:
        """Let the button say what it does next."""
        text = self._words.speech_go_on if paused else self._words.speech_pause
        if waiting:
            text = self._words.speech_step_next
        self.pause.setText(text)
        self.pause.setAccessibleName(text)

    def offer_digits(self, *, offered: bool) -> None:
        """Offer to say the digits of a number, or no longer."""
        self._show_question(asking=False)
        self.digits.setVisible(offered)
        self._arrange(self._columns_for(self.width()))

    def _ask(self) -> None:
        self._show_question(asking=True)
        self.no.setFocus()
        self.asked.emit()

    def _agree(self) -> None:
        self.offer_digits(offered=False)
        self.digits_wanted.emit()

    def _decline(self) -> None:
        self._show_question(asking=False)
        self.digits.show()

    def _show_question(self, *, asking: bool) -> None:
        for made in self._usual:
            made.setHidden(asking)
        for widget in (self.question, self.no, self.yes):
            widget.setVisible(asking)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._columns_for(event.size().width()))

    def _columns_for(self, width: int) -> int:
        """Return in how many columns the buttons fit into a width in pixels."""
        margins, shown = self._grid.contentsMargins(), self._offered()
        needed = sum(made.sizeHint().width() for made in shown) + margins.left() + margins.right()
        needed += (len(shown) - 1) * self._grid.horizontalSpacing()
        return len(shown) if needed <= width else 2

    def _offered(self) -> tuple[QPushButton, ...]:
        return self._usual if not self.digits.isHidden() else self._usual[:-1]

    def _arrange(self, columns: int) -> None:
        shown = self._offered()
        if (columns, shown) != (self._columns, self._shown):
            self._columns, self._shown = columns, shown
            for index, made in enumerate(shown):
                row, column = divmod(index, columns)
                self._grid.addWidget(made, row + 1, column)

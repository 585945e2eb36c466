"""What is laid over a visit: the question whether somebody is still there, and the veil."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.overriding import override
from jknassist.gui.parts import Parts, button, text_label

TICK = 1000


class Cover(QWidget):
    """Fills the screen; a touch anywhere means that somebody is there."""

    touched = Signal()

    def __init__(self, title: str, text: str, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gap = parts.look.px("gap")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap)
        self.column.setSpacing(2 * gap)
        self.column.addStretch(2)
        self.title = text_label(title, "invitation")
        self.says = text_label(text, "big")
        for label in (self.title, self.says):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(label)

    def greet(self) -> None:
        """Make ready to be looked at."""
        self.setFocus()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched.emit()


class Veil(Cover):
    """Hides a typed number from whoever comes next while its owner looks away."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.words.kiosk_veil_title, parts.words.kiosk_veil_text, parts)
        self.column.addStretch(3)


class StillHere(Cover):
    """Counts down, and is stopped by one touch, as often as anybody likes."""

    nobody = Signal()
    finished = Signal()

    def __init__(self, seconds: int, parts: Parts) -> None:
        words = parts.words
        super().__init__(words.kiosk_still_title, "", parts)
        self._left = seconds
        self.yes = button(words.kiosk_still_yes, "start")
        self.yes.clicked.connect(self.touched)
        self.finish = button(words.restart, "secondary")
        self.finish.clicked.connect(self.finished)
        self.column.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(2)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.finish)
        self.column.addLayout(foot)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._say()

    @override
    def greet(self) -> None:
        """Put the keyboard on "Ya"."""
        self.yes.setFocus()

    def tick(self) -> None:
        """Count one second; at none there is nobody."""
        self._left -= 1
        self._say()
        if self._left <= 0:
            self._timer.stop()
            self.nobody.emit()

    def _say(self) -> None:
        left = max(0, self._left)
        self.says.setText(self.parts.words.kiosk_still_text.format(seconds=left))

"""Base class of overlays that cover the whole window until they are touched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import text_label


class Cover(QWidget):
    """Fills the window; any touch counts as user activity. `typed` has the text of a key."""

    touched = Signal()
    typed = Signal(str)

    def __init__(self, title: str, text: str, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gap = context.theme.px("gap")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap)
        self.column.setSpacing(2 * gap)
        self.column.addStretch(2)
        self.title = text_label(title, "invitation")
        self.message = text_label(text, "big")
        for label in (self.title, self.message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(label)

    def activate(self) -> None:
        """Set the focus when the overlay is shown."""
        self.setFocus()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        self.touched.emit()
        if text:
            self.typed.emit(text)

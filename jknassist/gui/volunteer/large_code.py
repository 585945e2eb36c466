"""QR code that takes the height that is free, and says below what to do with it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.qr_code import QrCode


class LargeCode(QWidget):
    """Never smaller than the code at `times`; as wide as it is tall, up to `widest`.

    The line below it stands there only where the code keeps that size.
    """

    def __init__(self, payload: str, label: str, context: UiContext, times: float) -> None:
        super().__init__()
        self.code = QrCode(payload, label, context, times)
        self._smallest = self.code.width()
        self._widest = self._smallest
        self._gap = context.theme.px("gap_small")
        self.line = text_label(context.words.qr_title, "big")
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in (self.code, self.line):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def limit(self, widest: int) -> None:
        """Set how wide the code may become, in pixels; it never becomes smaller than it was."""
        self._widest = max(widest, self._smallest)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._side(), self._smallest)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._smallest, self._smallest)

    def _side_with_line(self) -> int:
        """Return the side that the code has above its line, in pixels."""
        side = min(self.height() - self._gap - self.line.sizeHint().height(), self._widest)
        return min(self.height() - self._gap - self.line.heightForWidth(max(side, 1)), side)

    def _side(self) -> int:
        with_line = self._side_with_line()
        if with_line >= self._smallest:
            return with_line
        return max(self._smallest, min(self.height(), self._widest))

    def _fit(self) -> None:
        side, told = self._side(), self._side_with_line() >= self._smallest
        below = self._gap + self.line.heightForWidth(side) if told else 0
        left, top = (self.width() - side) // 2, (self.height() - side - below) // 2
        self.code.setFixedSize(side, side)
        self.code.move(left, top)
        self.line.setVisible(told)
        self.line.setGeometry(QRect(left, top + side + self._gap, side, below - self._gap))
        self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

"""QR code widget: always black on white, in whole device pixels."""

import math

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt import qr_painter

SMALLEST = 96
"""Least side in pixels at scale 1, about 25 millimetres."""


class QrCode(QWidget):
    """Shows one code; `times` is a size factor for reading from a distance."""

    def __init__(self, payload: str, label: str, context: UiContext, times: float = 1.0) -> None:
        super().__init__()
        self.payload = payload
        self.setAccessibleName(f"QR: {label}")
        self._smallest = SMALLEST * context.theme.scale
        self.enlarge(times)

    def enlarge(self, times: float) -> None:
        """Set another size factor."""
        count = qr_painter.side_pixels(self.payload, 1)
        side = count * math.ceil(self._smallest * times / count)
        self.setFixedSize(QSize(side, side))

    def _draw(self, painter: QPainter) -> None:
        """Paint in device pixels, without Qt's scaling: each module is a whole number of pixels."""
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        side = int(self.width() * ratio)
        module = max(1, side // qr_painter.side_pixels(self.payload, 1))
        margin = (side - qr_painter.side_pixels(self.payload, module)) // 2
        qr_painter.draw(painter, self.payload, (margin, margin), module)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()
